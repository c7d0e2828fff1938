import type { AccountTemplate } from '../cfn/template/account.ts';
import { Declarations } from '../cfn/template/declarations.ts';
import { say } from '../i18n/sentence.ts';
import { parse } from '../syntax/parse.ts';
import type { Path } from '../syntax/place.ts';
import type { Source } from './described.ts';
import { UnexpectedValue } from './fields.ts';

/**
 * The template of a deployed stack, whose parameters are not known.
 *
 * @param path Where it stands in the output of the command.
 */
export function stackTemplate(text: string, { file, isOutdated }: Source, path: Path): AccountTemplate {
  const document = parse(file, text);
  if (document.problems.length > 0) throw new UnexpectedValue(path, say`This template cannot be read.`);
  const unplaced = { account: undefined, region: undefined, isOutdated };
  const { resources } = new Declarations(document);
  return {
    document,
    stackName: undefined,
    scope: unplaced,
    resources: new Map(
      [...resources.keys()].map(id => [id, { ...unplaced, physicalIds: [], undescribed: new Set<string>() }]),
    ),
    partialTypes: new Set(),
  };
}

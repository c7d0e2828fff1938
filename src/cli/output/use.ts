import { resolve } from 'node:path';
import { type Said, type Sentence, say } from '../../i18n/sentence.ts';
import type { Arguments } from '../args/arguments.ts';
import { type Identity, identityAt } from '../core/identity.ts';
import type { Content } from '../files/read-templates.ts';

/** What a run uses a file for, so that no report may take its place. */
export interface Use {
  readonly why: Said;
  /** Somebody asked for it by its name; other files were only found, and may be earlier reports. */
  readonly isAsked: boolean;
}

export const CHECKED: Sentence = say`it is one of the files being checked`;

/** By its identity, since a file may have many names. */
export function useOf(
  identity: Identity,
  args: Arguments,
  contents: readonly Content[],
  cwd: string,
): Use | undefined {
  const isAt = (path: string): boolean => identityAt(resolve(cwd, path)) === identity;
  if (args.config.path !== undefined && isAt(args.config.path))
    return { why: say`it is the configuration`, isAsked: true };
  if (args.baseline && isAt(args.baseline.path)) return { why: say`it is the baseline`, isAsked: true };
  if (args.parameterFiles.some(isAt)) return { why: say`it is a parameter file`, isAsked: true };
  if ([1, 2].some(each => identityAt(each) === identity))
    return { why: say`standard output or standard error is redirected to it`, isAsked: true };
  const content = contents.find(({ input: { place }, original }) =>
    place
      ? (original?.identity ?? identityAt(place.path)) === identity
      : identityAt(0) === identity || isAt(args.stdinName),
  );
  return content && { why: CHECKED, isAsked: content.input.isNamed };
}

import { scopesIn } from '../../cfn/scenario/account-data.ts';
import { Scenarios } from '../../cfn/scenario/scenarios.ts';
import { TemplateSet, type TemplateSetOptions } from '../../cfn/scenario/template-set.ts';
import type { Launcher } from '../../ecs/launchers/launcher.ts';
import { launchers } from '../../ecs/launchers/launchers.ts';
import type { Document } from '../../syntax/document.ts';
import { type AccountCommand, CommandList } from './command-list.ts';
import { openReferences } from './open-references.ts';

/** What commands are to be about. */
export interface AccountCommandOptions extends TemplateSetOptions {
  /** Only about these launchers. */
  readonly about: (launcher: Pick<Launcher, 'id' | 'at'>) => boolean;
}

/**
 * The commands of the AWS CLI whose output tells what templates refer to and do not have. None of them changes anything.
 */
export function accountCommands(
  documents: readonly Document[],
  { about, ...options }: AccountCommandOptions,
): readonly AccountCommand[] {
  const list = new CommandList();
  for (const stack of new TemplateSet(documents, options).stacks) {
    const { answers } = new Scenarios(stack).explore(template =>
      launchers(template).filter(about).flatMap(openReferences),
    );
    const [region, another] = scopesIn(stack.document).regions;
    const own = another === undefined ? region : undefined;
    for (const each of answers.flatMap(({ value }) => value))
      list.add({ ...each, region: each.region ?? own });
  }
  return list.commands();
}

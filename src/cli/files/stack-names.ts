import { say } from '../../i18n/sentence.ts';
import type { CloudAssemblies, DeployedStacks } from '../../index.ts';
import { UsageError } from '../core/errors.ts';
import { absolute } from '../core/paths.ts';
import { STACK_NAME } from '../core/stack-name.ts';
import { slashed } from './assembly-files.ts';
import { type Input, placeOf } from './inputs.ts';

/** The names of the stacks that templates are deployed as. */
export interface StackNames {
  /** Where there is one template. */
  readonly only: string | undefined;
  /** The paths of templates as flags have them. */
  readonly flagged: readonly string[];
  /** By the absolute paths of the templates; that of standard input is the name it is given, in the current folder. */
  readonly byPath: ReadonlyMap<string, string>;
  readonly cwd: string;
}

/** The names that `--stack-name [FILE=]NAME` gives, and those of the configuration that it does not replace. */
export function readStackNames(
  flags: readonly string[],
  config: { readonly folder: string; readonly stackNames: Readonly<Record<string, string>> },
  cwd: string,
): StackNames {
  const read = flags.map(readStackName);
  const named = read.flatMap(({ file, name }) => (file === undefined ? [] : [{ file, name }]));
  const configured = Object.entries(config.stackNames);
  return {
    only: read.findLast(each => each.file === undefined)?.name,
    flagged: named.map(each => each.file),
    byPath: new Map([
      ...configured.map(([file, name]) => [absolute(file, config.folder), name] as const),
      ...named.map(({ file, name }) => [absolute(file, cwd), name] as const),
    ]),
    cwd,
  };
}

/** The names that flags give, by file. */
export function stackNamesIn(flags: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    flags.map(readStackName).flatMap(({ file, name }) => (file === undefined ? [] : [[file, name]])),
  );
}

interface StackName {
  readonly file: string | undefined;
  readonly name: string;
}

function readStackName(flag: string): StackName {
  const at = flag.lastIndexOf('=');
  const name = flag.slice(at + 1);
  if (at === 0 || !new RegExp(STACK_NAME).test(name))
    throw new UsageError(
      say`The flag --stack-name takes NAME or FILE=NAME, not \`${flag}\`.`,
      say`A stack name consists of letters, digits and hyphens, and begins with a letter.`,
    );
  return { file: at < 0 ? undefined : flag.slice(0, at), name };
}

/** Throws a `UsageError` where a flag names no template, or may mean several. */
export function rejectStackNames({ only, flagged, cwd }: StackNames, templates: readonly Input[]): void {
  if (only !== undefined && templates.length !== 1)
    throw new UsageError(
      say`--stack-name ${only} applies to a single template, but ${templates.length} were given.`,
      say`Use --stack-name FILE=NAME for each of several.`,
    );
  const paths = new Set(
    templates.flatMap(({ name, place }) => (place ? [place.path, place.real] : [absolute(name, cwd)])),
  );
  const other = flagged.find(each => !paths.has(absolute(each, cwd)));
  if (other !== undefined)
    throw new UsageError(
      say`The flag --stack-name names \`${other}\`, which is not one of the checked files.`,
    );
}

/**
 * What is known of the stacks of templates, by the names of the templates: the names that are given come before those in
 * the manifests beside them.
 */
export function deployedStacks(
  templates: readonly Pick<Input, 'name' | 'place'>[],
  assemblies: CloudAssemblies,
  { only, byPath, cwd }: StackNames,
): DeployedStacks {
  const byRealPath = new Map([...byPath].map(([path, name]) => [placeOf(path).real, name]));
  return Object.fromEntries(
    templates.flatMap(({ name: template, place }) => {
      const stack = place && assemblies.deployedAs(slashed(place.real));
      const name = only ?? byRealPath.get(place?.real ?? absolute(template, cwd)) ?? stack?.name;
      if (name === undefined) return [];
      return [[template, { name, account: stack?.account, region: stack?.region }]];
    }),
  );
}

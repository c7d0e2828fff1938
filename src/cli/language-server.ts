import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { say } from '../i18n/sentence.ts';
import type { Words } from '../i18n/words.ts';
import { CloudAssemblies, type ReadAccount } from '../index.ts';
import type { Host, SetUp } from '../lsp/host.ts';
import { serve } from '../lsp/serve.ts';
import { type Arguments, notesOn, type OptionsIn } from './args/arguments.ts';
import { optionsFrom } from './args/lint-options.ts';
import { isUsageError } from './core/errors.ts';
import { wordsIn } from './core/language.ts';
import { display, isWithin, leadsOut } from './core/paths.ts';
import { MOST_BYTES } from './core/read-file.ts';
import { VERSION } from './core/version.ts';
import { assembliesOnDisk, slashed } from './files/assembly-files.ts';
import { Exclusion } from './files/exclusion.ts';
import { candidates, NAMES } from './files/find-config.ts';
import { findInputs, limits, placeOf } from './files/inputs.ts';
import { readParameters } from './files/parameter-files.ts';
import { read } from './files/read-templates.ts';
import { deployedStacks, readStackNames } from './files/stack-names.ts';
import { isTemplateName } from './files/template-names.ts';

/** What the command line says to a server. */
interface Asked {
  readonly optionsIn: OptionsIn;
  /** Whether it says how to talk: over standard input and output otherwise. */
  readonly namesTransport: boolean;
}

/** Lets an editor have what the command line has: the same files, configuration, rules and fixes. */
export function startServer({ optionsIn, namesTransport }: Asked, words: Words): void {
  const host: Host = {
    version: VERSION,
    folder: process.cwd(),
    mostBytes: MOST_BYTES,
    words: async asked => (asked === undefined ? words : wordsIn(asked)),
    setUp: async folder => setUp(folder, await optionsIn(folder)),
    told: error =>
      isUsageError(error) ? error.lines : [say`${error instanceof Error ? error.message : String(error)}`],
    nameOf: display,
    read: async path => {
      const content = await read({ name: path, place: placeOf(path), isNamed: false });
      return content.is === 'text' ? content.text.replace(/^\uFEFF/, '') : undefined;
    },
    stamp: path => {
      try {
        const stats = statSync(path);
        return stats.isFile() ? `${stats.mtimeMs} ${stats.size}` : undefined;
      } catch {
        return undefined;
      }
    },
    pageOf: ruleId => {
      const page = new URL(`../docs/rules/${ruleId}.md`, import.meta.url);
      return existsSync(page) ? page.href : undefined;
    },
  };
  serve(host, namesTransport ? undefined : { input: process.stdin, output: process.stdout });
}

async function setUp(folder: string, args: Arguments): Promise<SetUp> {
  const { config, parameters } = args;
  const files = args.parameterFiles.map(each => resolve(folder, each));
  const described = args.account.paths.map(each => resolve(folder, each));
  const account = described.length > 0 ? await readDeployed(folder, args) : undefined;
  const sources = [
    ...Object.values(candidates(folder)).flat(),
    ...(config.name === undefined ? [] : [resolve(folder, config.name)]),
  ];
  const named = new Set([...files, ...described, ...sources]);
  const { heedsGitIgnore } = args;
  const exclusion = new Exclusion(folder, limits(args, folder));
  const assemblies = assembliesOnDisk(folder);
  const stackNames = readStackNames(args.stackNames, config, folder);
  let generated: readonly string[] = [];
  const leavesOut = (path: string): boolean =>
    exclusion.leavesOut(path) && !generated.some(each => isWithin(path, each));
  return {
    notes: [...notesOn(config), ...(account?.notes ?? [])],
    options: optionsFrom(
      args,
      { ...config.parameters, ...readParameters(files, parameters) },
      account?.account,
    ),
    sourceOf: (path, document, resource) =>
      assemblies.sourceOf(slashed(placeOf(path).real), document, resource),
    deployedStacks: paths =>
      deployedStacks(
        paths.map(({ name, path }) => ({ name, place: placeOf(path) })),
        assemblies,
        stackNames,
      ),
    find: async () => {
      const { files: found, generated: folders } = await findInputs(
        { ...args, mayMatchNothing: true },
        folder,
      );
      generated = folders;
      return found.flatMap(each => each.place?.path ?? []);
    },
    mayFind: path => isTemplateName(basename(path)) && !leavesOut(path) && !leadsOut(path, folder),
    leavesOut,
    dependsOn: path =>
      named.has(path) ||
      described.some(each => path.startsWith(join(each, sep))) ||
      [...NAMES, 'package.json', 'cdk.json', CloudAssemblies.MANIFEST].includes(basename(path)) ||
      (heedsGitIgnore && (basename(path) === '.gitignore' || path.endsWith(join('.git', 'index')))),
    outside: [...named, ...described.filter(isFolder).map(each => join(each, '**'))].filter(
      each => !isWithin(each, folder),
    ),
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function readDeployed(folder: string, { account }: Arguments): Promise<ReadAccount> {
  const { readAccountFiles } = await import('./files/account-files.ts');
  return readAccountFiles(account, folder);
}

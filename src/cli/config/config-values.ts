import { dirname, resolve } from 'node:path';
import type { Document, Options, Settings, Severity } from '../../index.ts';
import { matches } from '../../util/wildcard.ts';
import { IgnorePatterns } from '../files/ignore-patterns.ts';
import type { Config, ConfiguredIgnore } from './config.ts';

type Node = Document['root'];

/** What a configuration says that keeps to the schema. */
export function configIn(root: Node, name: string, path: string, cwd: string): Config {
  const folder = dirname(path);
  const at = (key: string): Node | undefined => entryOf(root, key);
  const rules = entriesOf(at('rules'));
  const ignores = itemsOf(at('ignores')).map(ignoreIn);
  return {
    name,
    path,
    foreign: [],
    folder,
    exec: choice(at('exec'), ['required', 'optional', 'forbidden']),
    off: rules.filter(([, value]) => severity(value) === undefined).map(([id]) => id),
    severities: Object.fromEntries(
      rules.flatMap(([id, value]) => {
        const most = severity(value);
        return most === undefined ? [] : [[id, most]];
      }),
    ),
    ignores,
    ignored: ignoredBy(ignores, name, folder, cwd),
    logging: loggingIn(at('logging')),
    parameters: textsByKey(at('parameters')),
    stackNames: textsByKey(at('stackNames')),
    account: texts(at('account')),
    accountMaxAge: text(at('accountMaxAge')),
    baseline: text(at('baseline')),
    ignorePatterns: texts(at('ignorePatterns')),
    formats: texts(at('format')),
    rulePages: text(at('rulePages')),
    failOn: text(at('failOn')),
    maxWarnings: text(at('maxWarnings')),
  };
}

function ignoreIn(node: Node): ConfiguredIgnore {
  return {
    rules: texts(entryOf(node, 'rules')),
    files: texts(entryOf(node, 'files')),
    resources: texts(entryOf(node, 'resources')),
    reason: text(entryOf(node, 'reason')) ?? '',
  };
}

/** Nothing for `off`. */
function severity(node: Node): Severity | undefined {
  return choice(node, ['info', 'warning', 'error']);
}

const DESTINATIONS: readonly Settings['logDestination'][] = ['cloudwatch', 's3', 'both'];

function loggingIn(node: Node | undefined): Config['logging'] {
  const logDestination = choice(entryOf(node, 'destination'), DESTINATIONS);
  const keyPrefix = text(entryOf(node, 'keyPrefix'));
  const kmsKeyId = text(entryOf(node, 'kmsKeyId'));
  const retention = text(entryOf(node, 'retentionInDays'));
  return {
    ...(logDestination !== undefined && { logDestination }),
    ...(keyPrefix !== undefined && { keyPrefix }),
    ...(kmsKeyId !== undefined && { kmsKeyId }),
    ...(retention !== undefined && { retentionInDays: Number(retention) }),
  };
}

function choice<T extends string>(node: Node | undefined, choices: readonly T[]): T | undefined {
  return choices.find(each => each === text(node));
}

function entryOf(node: Node | undefined, key: string): Node | undefined {
  return entriesOf(node).find(([name]) => name === key)?.[1];
}

function entriesOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  return node?.kind === 'mapping' ? node.entries.map(({ key, value }) => [key, value]) : [];
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'sequence' ? node.items : [];
}

function text(node: Node | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return node.written ?? String(node.value);
}

function texts(node: Node | undefined): readonly string[] {
  if (node?.kind === 'sequence') return node.items.flatMap(texts);
  const said = text(node);
  return said === undefined ? [] : [said];
}

function textsByKey(node: Node | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(entriesOf(node).map(([key, value]) => [key, text(value) ?? '']));
}

/** Why something is left out by the configuration of this name. */
export function ignoredBy(
  ignores: readonly ConfiguredIgnore[],
  name: string,
  folder: string,
  cwd: string,
): Options['ignores'] {
  if (ignores.length === 0) return undefined;
  const matchers = ignores.map(each => ({ ...each, matcher: new IgnorePatterns(folder, each.files, name) }));
  return ({ ruleId, file, resource }) => {
    const found = matchers.find(
      ({ rules, files, matcher, resources }) =>
        rules.includes(ruleId) &&
        (files.length === 0 || matcher.ignores(resolve(cwd, file))) &&
        (resources.length === 0 || resources.some(each => resource !== undefined && matches(each, resource))),
    );
    return found?.reason;
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT: string = dirname(dirname(fileURLToPath(import.meta.url)));

/** Who may import whom. `types` stands for types alone; what starts with `npm:` is a package, `node:*` is Node. */
const MAY: Readonly<Record<string, Readonly<Record<string, 'values' | 'types'>>>> = {
  util: {},
  i18n: {},
  'error-messages': { i18n: 'values' },
  syntax: { i18n: 'values', util: 'values', 'npm:yaml': 'values', 'npm:js-yaml': 'values' },
  cfn: { util: 'values', i18n: 'values', syntax: 'values' },
  assembly: { cfn: 'values', i18n: 'values', syntax: 'values', lint: 'types' },
  iam: { cfn: 'values', i18n: 'values', syntax: 'values', util: 'values' },
  ecs: { cfn: 'values', i18n: 'values', util: 'values', syntax: 'values', iam: 'values' },
  account: { ecs: 'values', cfn: 'values', i18n: 'values', syntax: 'values' },
  edit: {
    i18n: 'values',
    util: 'values',
    syntax: 'values',
    'npm:yaml': 'values',
    'npm:js-yaml': 'values',
    'npm:cloudformation-js-yaml-schema': 'values',
  },
  fixes: {
    ecs: 'values',
    cfn: 'values',
    edit: 'values',
    i18n: 'values',
    util: 'values',
    syntax: 'values',
    iam: 'values',
  },
  rule: {
    fixes: 'values',
    ecs: 'values',
    edit: 'values',
    'error-messages': 'types',
    i18n: 'values',
    syntax: 'values',
    cfn: 'types',
  },
  'rules/*': { rule: 'values' },
  'rules/index': { 'rules/*': 'values', rule: 'types' },
  suppress: { i18n: 'values', util: 'values', syntax: 'values' },
  lint: {
    'error-messages': 'values',
    i18n: 'values',
    util: 'values',
    suppress: 'values',
    ecs: 'values',
    cfn: 'values',
    syntax: 'values',
    rule: 'types',
    edit: 'values',
  },
  autofix: {
    i18n: 'values',
    cfn: 'values',
    iam: 'values',
    suppress: 'values',
    lint: 'values',
    fixes: 'values',
    edit: 'values',
    syntax: 'values',
    rule: 'types',
  },
  report: {
    util: 'values',
    'error-messages': 'values',
    i18n: 'values',
    lint: 'types',
    rule: 'types',
    syntax: 'values',
    'npm:sarif': 'types',
  },
  index: {
    assembly: 'values',
    'error-messages': 'types',
    'rules/index': 'values',
    i18n: 'values',
    account: 'values',
    autofix: 'values',
    lint: 'values',
    report: 'values',
    ecs: 'values',
    cfn: 'values',
    syntax: 'values',
    rule: 'types',
  },
  lsp: {
    index: 'values',
    i18n: 'values',
    report: 'values',
    'node:*': 'values',
    'npm:diff': 'values',
    'npm:vscode-languageserver/node': 'values',
    'npm:vscode-languageserver-textdocument': 'values',
  },
  cdk: {
    cli: 'values',
    index: 'values',
    i18n: 'values',
    report: 'values',
    'node:*': 'values',
  },
  cli: {
    util: 'values',
    index: 'values',
    lsp: 'values',
    i18n: 'values',
    report: 'values',
    manifest: 'values',
    'node:*': 'values',
    'npm:chalk': 'values',
    'npm:diff': 'values',
    'npm:ignore': 'values',
    'npm:string-width': 'values',
    'npm:supports-hyperlinks': 'values',
    'npm:tinyglobby': 'values',
    'npm:yaml': 'values',
    'npm:yargs': 'values',
    'npm:yargs-parser': 'values',
  },
};

const FILES: readonly string[] = ['src', 'rules']
  .flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
  )
  .filter(file => /(?<!\.d)\.ts$/.test(file));

/** `src/iam/arn.ts` is of the layer `iam`, `src/index.ts` is one of its own. */
function layerOf(file: string): string {
  if (file === 'package.json') return 'manifest';
  const [top, second = ''] = file.split('/');
  if (top === 'rules') return second === 'index.ts' ? 'rules/index' : 'rules/*';
  return second.replace(/\.ts$/, '');
}

interface Import {
  readonly file: string;
  /** Of a module of this repository. */
  readonly path: string | undefined;
  readonly target: string;
  readonly kind: 'values' | 'types';
}

function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const statements = source.matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'/gm);
  const named = [...statements].map(
    ([, type, target = '']) => ({ target, kind: type ? 'types' : 'values' }) as const,
  );
  const onDemand = [...source.matchAll(/\bimport\('([^']+)'\)/g)].map(
    ([, target = '']) => ({ target, kind: 'values' }) as const,
  );
  return [...named, ...onDemand].map(({ target, kind }) => ({
    file,
    path: target.startsWith('.') ? join(dirname(file), target) : undefined,
    kind,
    target: resolve(file, target),
  }));
}

function resolve(file: string, target: string): string {
  if (target.startsWith('.')) return layerOf(join(dirname(file), target));
  return target.startsWith('node:') ? 'node:*' : `npm:${target}`;
}

const IMPORTS: readonly Import[] = FILES.flatMap(importsOf);

test('there is something to look at', () => {
  expect(IMPORTS.length).toBeGreaterThan(200);
  expect(new Set(FILES.map(layerOf))).toEqual(new Set(Object.keys(MAY)));
});

describe.each(Object.keys(MAY))('%s', layer => {
  test('imports only what it may', () => {
    const forbidden = IMPORTS.filter(({ file, target, kind }) => {
      if (layerOf(file) !== layer || (target === layer && layer !== 'rules/*')) return false;
      const allowed = MAY[layer]?.[target];
      return allowed === undefined || (allowed === 'types' && kind === 'values');
    });
    expect(forbidden).toEqual([]);
  });
});

/** A folder; where it has folders in it, such as `src/cli`, each of its files stands for itself. */
function unitOf(file: string): string {
  return PARENTS.has(dirname(file)) ? file : dirname(file);
}

const PARENTS: ReadonlySet<string> = new Set(FILES.map(each => dirname(dirname(each))));

/** What leads back to where it starts: everything of which each part needs the others. */
function circles(imports: readonly Import[], unit: (file: string) => string): readonly (readonly string[])[] {
  const targets = new Map<string, Set<string>>();
  for (const { file, path } of imports) {
    if (path === undefined || unit(file) === unit(path)) continue;
    targets.set(unit(file), (targets.get(unit(file)) ?? new Set()).add(unit(path)));
  }
  const reached = new Map([...targets.keys()].map(each => [each, reachedFrom(each, targets)] as const));
  const circular = [...reached].filter(([each, all]) => all.has(each));
  return circular.map(([each, all]) =>
    [...all].filter(other => other === each || reached.get(other)?.has(each)),
  );
}

function reachedFrom(start: string, targets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const all = new Set<string>();
  const open = [start];
  for (const each of open)
    for (const target of targets.get(each) ?? [])
      if (!all.has(target)) {
        all.add(target);
        open.push(target);
      }
  return all;
}

test('no folders import each other in a circle', () => {
  expect(circles(IMPORTS, unitOf)).toEqual([]);
});

test('no files import values of each other in a circle', () => {
  const values = IMPORTS.filter(({ kind }) => kind === 'values');
  expect(circles(values, file => file)).toEqual([]);
});

test('a rule imports what all rules share, and what those of its group ask for', () => {
  const others = IMPORTS.filter(({ file, path }) => {
    const [top, group] = file.split('/');
    if (top !== 'rules' || group === 'index.ts') return false;
    return path !== 'src/rule/index.ts' && path !== `src/rule/${group}.ts`;
  });
  expect(others).toEqual([]);
});

test('nothing below the doors touches the world', () => {
  const WORLD =
    /\b(?:process|console|globalThis|document\.write|fetch|require|setTimeout)(?:\.\w|\()|\bDate\.now|new Date\(\)|Math\.random/;
  const doors = ['cdk', 'cli', 'lsp'];
  const touching = FILES.filter(file => !doors.includes(layerOf(file))).filter(file =>
    WORLD.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(touching).toEqual([]);
});

test('the engine names no rule', () => {
  const ids = readdirSync(join(ROOT, 'fixtures')).filter(name => name !== 'whole');
  const naming = FILES.filter(file => file.startsWith('src/')).filter(file => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return ids.some(id => source.includes(`'${id}'`));
  });
  expect(naming).toEqual([]);
});

test('what is written into templates is not what is shown to people', () => {
  const shown = FILES.filter(file => /^src\/(?:fixes|edit|autofix)\//.test(file)).filter(file =>
    /\bdisplay\b/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(shown).toEqual([]);
});

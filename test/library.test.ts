import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import * as library from '../src/index.ts';
import { CLI, FAULTY, folder } from './cli/harness.ts';
import { expected } from './fixtures.ts';

const ROOT: string = dirname(dirname(CLI));
const FILE: string = join(ROOT, 'docs', 'library.md');
const PAGE: string = readFileSync(FILE, 'utf8');
const BUILT: string = pathToFileURL(join(ROOT, 'dist', 'index.js')).href;

/** What an example prints as it stands on the page. */
function output(example: string): string {
  const cwd = folder({ 'example.mjs': example.replace("from 'ecs-exec-lint'", () => `from '${BUILT}'`) });
  return execFileSync(process.execPath, ['example.mjs'], { cwd, encoding: 'utf8' });
}

test('its page shows what its examples print', () => {
  const examples = /(?<=```js\n)([\s\S]*?)(```\n\n<!-- output -->\n```text\n)[\s\S]*?(?=```\n)/g;
  let count = 0;
  const updated = PAGE.replace(examples, (_, example: string, between: string) => {
    count++;
    return `${example}${between}${output(example).replace(/\n+$/, '\n')}`;
  });
  expect(updated).toBe(expected(FILE, updated, ''));
  expect([count, PAGE.split('```js').length - 1]).toEqual([count, count]);
  expect(count).toBeGreaterThanOrEqual(8);
});

test('its page speaks of all that there is', () => {
  for (const name of Object.keys(library)) expect(PAGE).toContain(`\`${name}\``);
});

/** The declarations that `src/index.ts` passes on, with the types of what they consist of. */
const DECLARATIONS: readonly string[] = [
  'index.d.ts',
  'account/commands/account-commands.d.ts',
  'account/commands/command-list.d.ts',
  'account/output-text.d.ts',
  'account/read-account.d.ts',
  'assembly/cloud-assemblies.d.ts',
  'cfn/template/account.d.ts',
  'cfn/scenario/deployed-stack.d.ts',
  'autofix/add-ignores.d.ts',
  'autofix/fix.d.ts',
  'autofix/result.d.ts',
  'lint/options.d.ts',
  'lint/report.d.ts',
  'cfn/prefilter/independent-groups.d.ts',
  'cfn/prefilter/scan.d.ts',
  'ecs/relevance.d.ts',
  'cfn/prefilter/scan.d.ts',
  'cfn/template/parameter-values.d.ts',
  'report/mermaid.d.ts',
  'syntax/document.d.ts',
  'syntax/locate.d.ts',
  'syntax/parse.d.ts',
];

test.each(DECLARATIONS)('%s says what is what', name => {
  const text = readFileSync(join(ROOT, 'dist', 'types', 'src', name), 'utf8');
  const named = [
    ...text.matchAll(/(\*\/\n)?^export (?:declare )?(?:function|const|interface|type|class) (\w+)/gm),
  ];
  expect(named.filter(([, comment]) => comment === undefined).map(([, , each]) => each)).toEqual([]);
});

test('it reaches nothing that only Node.js has, and runs without', async () => {
  const code = `
    import { addIgnores, DEFAULT_OPTIONS, fix, lint, mermaid, parse } from './src/index.ts';
    const documents = [parse('stack.yml', text)];
    const report = lint(documents, { ...DEFAULT_OPTIONS, graph: true });
    const options = { ...DEFAULT_OPTIONS, unsafe: true, rules: ['exec-not-enabled'], reason: 'x', errorsOnly: false };
    done(Promise.all([fix(documents, options), addIgnores(documents, options)]).then(outcomes => [
      report.findings.length,
      mermaid(report).length,
      ...outcomes.map(each => each.changed.length),
    ]));
  `;
  const { outputFiles, warnings } = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  expect(warnings).toEqual([]);
  let promise: unknown;
  const done = (given: unknown): void => {
    promise = given;
  };
  runInNewContext(outputFiles[0]?.text ?? '', { text: FAULTY, done });
  expect(await promise).toEqual([5, expect.any(Number), 1, 1]);
});

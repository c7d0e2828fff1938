import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { CLI } from '../cli/harness.ts';
import { expected } from '../fixtures.ts';

const ROOT: string = dirname(dirname(CLI));
const text = (...names: readonly string[]): string => readFileSync(join(ROOT, ...names), 'utf8');
const filesIn = (name: string): readonly string[] =>
  readdirSync(join(ROOT, name), { recursive: true, encoding: 'utf8' })
    .filter(each => /\.(?:ya?ml|json|md)$|Jenkinsfile$/.test(each) && !each.includes('node_modules'))
    .map(each => join(name, each));

/** All that shows how the tool is run elsewhere. */
const SHOWN: readonly string[] = [
  'action.yml',
  'README.md',
  'README.ja.md',
  ...filesIn('integrations'),
  ...filesIn('docs'),
];

test('all of them ask for the version that they came with', () => {
  const versions = SHOWN.flatMap(name => [
    ...text(name).matchAll(/ecs-exec-lint@([\d.]+)|default: (\d+\.\d+\.\d+)/g),
  ]).map(([, package_, input]) => package_ ?? input);
  expect(versions.length).toBeGreaterThanOrEqual(8);
  expect(new Set(versions)).toEqual(new Set([manifest.version]));
});

test('all of them use actions as they were when they were chosen, and say which version that is', () => {
  const all = [...SHOWN, ...filesIn('.github/workflows')].flatMap(name => [
    ...text(name).matchAll(/\buses: (?!\.\/)(.+)$/gm),
  ]);
  const used = all.map(([, each = '']) => each);
  expect(used.length).toBeGreaterThanOrEqual(8);
  expect(used.filter(each => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual([]);
  const names = used.map(each => each.split('@')[0]?.split('/').slice(0, 2).join('/'));
  expect(new Set(used.map(each => each.replace(/\/upload-sarif/, ''))).size).toBe(new Set(names).size);
});

test('none of them looks for a program in the checkout', () => {
  const pages = SHOWN.filter(name => !name.startsWith('README'));
  expect(pages.filter(name => /\bnpx[ \\]/.test(text(name)))).toEqual([]);
});

test('their page shows them as they are', () => {
  const file = join(ROOT, 'docs', 'integrations.md');
  const page = text('docs', 'integrations.md');
  const blocks = /(?<=<!-- (integrations\/\S+) -->\n```(?:yaml|groovy)\n)[\s\S]*?(?=```\n)/g;
  const updated = page.replace(blocks, (_, name: string) => text(name));
  expect(updated).toBe(expected(file, updated, ''));
  expect([...page.matchAll(blocks)].length).toBeGreaterThanOrEqual(6);
});

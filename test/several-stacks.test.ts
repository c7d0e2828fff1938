import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLI, folder } from './cli/harness.ts';
import { FIXTURES } from './fixtures.ts';

const PAGE: string = join(FIXTURES, '..', 'docs', 'several-stacks.md');
const COMMAND = /^```console\n\$ (.+)\n([\s\S]*?)^```$/gm;

const page = readFileSync(PAGE, 'utf8');
const sections: readonly string[] = page.split(/^(?=## )/m).filter(each => each.startsWith('## '));

function filesIn(section: string): Readonly<Record<string, string>> {
  const blocks = section.matchAll(/^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', text = '']) => [name, text]));
}

function print(command: string, files: Readonly<Record<string, string>>): string {
  const words = command.replace('ecs-exec-lint', '"$0" "$1"');
  const { stdout, status } = spawnSync('sh', ['-c', words, process.execPath, CLI], {
    cwd: folder(files),
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  expect([0, 1]).toContain(status);
  return stdout;
}

test('has an example of each kind', () => {
  expect(sections.map(each => /^## (.+)/.exec(each)?.[1])).toEqual([
    'Nested',
    'Exported',
    'Deployed elsewhere',
  ]);
  for (const each of sections) expect([...each.matchAll(COMMAND)].length).toBeGreaterThan(0);
});

test('shows what its commands print', () => {
  const printed = sections.map(section =>
    section.replace(
      COMMAND,
      (_, command: string) => `\`\`\`console\n$ ${command}\n${print(command, filesIn(section))}\`\`\``,
    ),
  );
  const [start = ''] = page.split(/^(?=## )/m);
  const actual = [start, ...printed].join('');
  if (process.env.UPDATE === '1' && process.env.CI === undefined) writeFileSync(PAGE, actual);
  else expect(page).toBe(actual);
});

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI, folder } from './cli/harness.ts';
import { FIXTURES } from './fixtures.ts';

/** Pages whose sections show files, and what commands print that are run on them one after another. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  'several-stacks.md': ['Nested', 'Exported', 'Deployed elsewhere'],
  'agents.md': ['Check, fix, check again', 'Read the JSON report', 'What to do with undecided'],
};

const COMMAND = /^```console\n\$ (.+)\n([\s\S]*?)^```$/gm;

function filesIn(section: string): Readonly<Record<string, string>> {
  const blocks = section.matchAll(/^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', text = '']) => [name, text]));
}

function print(command: string, cwd: string): string {
  const words = command.replace('ecs-exec-lint', '"$0" "$1"');
  const { stdout, status } = spawnSync('sh', ['-c', words, process.execPath, CLI], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  expect([0, 1]).toContain(status);
  return stdout;
}

describe.each(Object.entries(PAGES))('%s', (name, shown) => {
  const path = join(FIXTURES, '..', 'docs', name);
  const page = readFileSync(path, 'utf8');
  const sections = page.split(/^(?=## )/m);
  const examples = sections.filter(each => [...each.matchAll(COMMAND)].length > 0);

  test('has its examples', () => {
    expect(examples.map(each => /^## (.+)/.exec(each)?.[1])).toEqual(shown);
  });

  test('shows what its commands print', () => {
    const actual = sections.map(section => {
      const cwd = folder(filesIn(section));
      return section.replace(
        COMMAND,
        (_, command: string) => `\`\`\`console\n$ ${command}\n${print(command, cwd)}\`\`\``,
      );
    });
    if (process.env.UPDATE === '1' && process.env.CI === undefined) writeFileSync(path, actual.join(''));
    else expect(page).toBe(actual.join(''));
  });
});

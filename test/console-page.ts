import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { expected, FIXTURES } from './fixtures.ts';

const COMMAND = /(?<=^<!-- (.+) -->\n```console\n\$ (.+)\n)[\s\S]*?(?=^```$)/gm;
const SOURCE = /(?<=^<!-- (\S+) of (\S+) -->\n```yaml\n)[\s\S]*?(?=^```$)/gm;

/** What a page of `docs/` shows. */
interface Shown {
  /** What a command prints in a project, whose state the page says above the command. */
  readonly print: (command: string, state: string) => string;
  /** The text of a file in a folder of fixtures. */
  readonly source?: (file: string, folder: string) => string;
}

/** Expects that a page shows what its commands print, and all of its commands. */
export function checkPage(name: string, { print, source = () => '' }: Shown): void {
  const path = join(FIXTURES, '..', 'docs', name);
  const page = readFileSync(path, 'utf8');
  let count = 0;
  const updated = page
    .replace(COMMAND, (_, state: string, command: string) => {
      count++;
      return print(command, state);
    })
    .replace(SOURCE, (_, file: string, folder: string) => source(file, folder));
  expect(updated).toBe(expected(path, updated, ''));
  expect(count).toBe(page.split('```console').length - 1);
  expect(count).toBeGreaterThan(0);
}

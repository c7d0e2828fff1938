import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const FINDINGS = fileURLToPath(new URL('../findings', import.meta.url));
const scripts = readdirSync(FINDINGS).filter(name => name.endsWith('.sh'));
const rows = readFileSync(join(FINDINGS, 'README.md'), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| ['));

const VERSIONS = /^# Packages:.*\d+\.\d+/m;

describe.each(scripts)('%s', script => {
  const path = join(FINDINGS, script);
  const text = readFileSync(path, 'utf8');
  const name = script.slice(0, -'.sh'.length);

  test('can be executed, and stops at the first error', () => {
    accessSync(path, constants.X_OK);
    expect(text).toMatch(/^#!\/bin\/sh\n/);
    expect(text).toMatch(/^set -eu$/m);
    expect(text.trimEnd().split('\n').at(-1)).toBe('echo holds');
  });

  test('says first what was found in which versions, and what the guess was', () => {
    const [head = ''] = text.split('\nset -eu\n');
    expect(head.split('\n').every(line => line.startsWith('#'))).toBe(true);
    expect(head).toMatch(VERSIONS);
    expect(head).toMatch(/^# Guess: {4}/m);
    expect(head).toMatch(/^# Seen: {5}/m);
  });

  test('leaves nothing behind', () => {
    expect(text).toContain('work=$(mktemp -d)\ntrap \'rm -rf "$work"\' EXIT\ncd "$work"\n');
  });

  test('has a row in the README, with the versions that it names and installs', () => {
    const own = rows.filter(row => row.startsWith(`| [${name}](${script}) |`));
    expect(own).toHaveLength(1);
    const packages = text.slice(text.indexOf('# Packages:'), text.indexOf('# Guess:'));
    for (const [named, version = ''] of packages.matchAll(/(?:@[\w-]+\/)?[\w-]+@(\d[\w.-]*)/g)) {
      expect(own[0]).toContain(version);
      expect(text.slice(text.indexOf('set -eu'))).toContain(named);
    }
  });
});

test('every row has a script', () => {
  expect(rows).toHaveLength(scripts.length);
});

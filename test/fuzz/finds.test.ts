import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_OPTIONS, type FixOptions } from '../../src/index.ts';
import { FIXTURES } from '../fixtures.ts';
import { judge } from './judge.ts';

const FOLDER = join(FIXTURES, 'finds');
const OPTIONS: FixOptions = { ...DEFAULT_OPTIONS, pedantic: true, unsafe: true, fixGenerated: true };

/** What the fuzzer found, made small: `finds/name.yml`, or a folder of files that belong together. */
test.each(readdirSync(FOLDER, { withFileTypes: true }))('$name is found no more', async entry => {
  const files = entry.isDirectory()
    ? readdirSync(join(FOLDER, entry.name)).map(name => join(entry.name, name))
    : [entry.name];
  const texts = files.map(file => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));
  expect(await judge({ texts, options: OPTIONS, changes: [] })).toBeUndefined();
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FLAG_NAMES } from '../../src/cli/args/flags.ts';

const HERE: string = dirname(fileURLToPath(import.meta.url));

/** Without what only shows that a wrong use of a flag is told. */
const SOURCES: readonly string[] = [HERE, join(HERE, '../lsp')]
  .flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
  )
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(file, 'utf8'))
  .filter(source => /\brun\(|\bEditor\b/.test(source))
  .map(source => source.replace(/^describe\('a mistake[\s\S]*?^\}\);$/gm, ''));

test.each(FLAG_NAMES)('--%s is given to the real program by a test', name => {
  expect(SOURCES.some(source => new RegExp(`['"\`]--${name}(?:['"\`=])`).test(source))).toBe(true);
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { OFF } from '../../cli/harness.ts';
import type { Trial } from '../trial.ts';

const IN_THE_WAY = fileURLToPath(new URL('../in-the-way.cjs', import.meta.url));

/** The template is swapped for something with the same text, at one of the calls that matter. */
function swapped(name: string, inTheWay: string, file = 'a.yml'): Trial {
  return {
    name,
    files: () => ({ [file]: OFF }),
    prepare: cwd => {
      mkdirSync(join(cwd, '..', 'theirs'));
      writeFileSync(join(cwd, '..', 'theirs', 'a.yml'), OFF);
    },
    args: ['--fix', '-f', 'concise', file],
    require: IN_THE_WAY,
    env: { IN_THE_WAY: `${inTheWay} ${file}` },
    // What it was swapped for is there afterwards, with the old text.
    writes: [/^a\.yml$/, /^sub(\.old)?(\/|$)/],
    after: (cwd, { code }) => {
      expect(code).toBe(2);
      expect(readFileSync(join(cwd, file), 'utf8')).toBe(OFF);
      return '';
    },
  };
}

/** What happens while it runs. */
export const RACES: readonly Trial[] = [
  swapped('the template is swapped for a link to a file elsewhere before it is read', 'realpathSync link'),
  swapped('the template is swapped for such a link after it is read', 'openSync link'),
  swapped('the template is swapped for such a link when the new text is ready', 'fsyncSync link'),
  swapped('the template is swapped for another file with the same text after it is read', 'openSync copy'),
  swapped('the template is swapped for such a file when the new text is ready', 'fsyncSync copy'),
  swapped(
    'the folder of the template is swapped for a link to one elsewhere after it is read',
    'openSync linkFolder',
    'sub/a.yml',
  ),
  swapped(
    'the folder of the template is swapped for such a link when the new text is ready',
    'fsyncSync linkFolder',
    'sub/a.yml',
  ),
];

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { Progress } from '../../src/cli/core/progress.ts';
import { say } from '../../src/i18n/sentence.ts';
import { english } from '../../src/i18n/words.ts';
import { CLI, FAULTY, folder, run } from './harness.ts';

describe('a line about long work', () => {
  const written = (isTerminal: boolean, steps: readonly number[], columns = 80): string => {
    let now = 0;
    const parts: string[] = [];
    const stream = { isTerminal, columns, write: (part: string | Buffer) => void parts.push(String(part)) };
    const progress = new Progress(stream, english, () => now);
    for (const [i, at] of steps.entries()) {
      now = at;
      progress.tell(() => say`Checking templates: ${i} of ${steps.length}`);
    }
    progress.clear();
    return parts.join('');
  };

  test('is written after a second, not more often than anybody can read, and taken away', () => {
    expect(written(true, [0, 999, 1000, 1050, 1100])).toBe(
      '\r\u001b[KChecking templates: 2 of 5\r\u001b[KChecking templates: 4 of 5\r\u001b[K',
    );
  });

  test('is not longer than the terminal is wide', () => {
    expect(written(true, [1000], 10)).toBe('\r\u001b[KChecking \r\u001b[K');
  });

  test('is written to no pipe, and not about short work', () => {
    expect(written(false, [0, 2000])).toBe('');
    expect(written(true, [0, 999])).toBe('');
  });
});

const MANY: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 150 }, (_, i) => [`${i}.yml`, FAULTY]),
);

test.runIf(spawnSync('script', ['--version']).status === 0)(
  'on a terminal it is gone before the report; in a pipe it never was',
  () => {
    const cwd = folder(MANY);
    const command = `'${process.execPath}' '${CLI}' --diff -f concise >patch`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd, encoding: 'utf8' });
    const lines = stdout.split('\r\u001b[K');
    expect(lines.length).toBeGreaterThan(2);
    for (const each of lines.slice(0, -1))
      expect(each).toMatch(/^(?:|(?:Reading templates: \d+ of 150|Fixing templates: \d+ of 150 checked))$/);
    expect(lines.at(-1)).toMatch(/^0\.yml:15:3: error: /);
    const { out, err } = run(cwd, ['-f', 'concise']);
    expect([out.includes('templates:'), err]).toEqual([false, '']);
  },
  120_000,
);

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, utimesSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LONG } from '../../edit/runs.ts';
import { CLI, folder, OFF, run } from '../harness.ts';

const KILL_AT = fileURLToPath(new URL('kill-at.cjs', import.meta.url));
const KILLS = 200;

const BEFORE: string =
  OFF + '# A comment that takes some room, so that a text is not written in one go.\n'.repeat(100);
const AFTER: string = BEFORE.replace('app\n', 'app\n      EnableExecuteCommand: true\n');

describe('a run that is killed while it writes', () => {
  test('leaves every file as it was or as it is to be, at every step', () => {
    const count = LONG ? 2 : 1;
    let steps = 0;
    for (let at = 1.5; ; at += LONG ? 0.5 : 1) {
      const cwd = folder(filesOf(count));
      const { signal } = spawnSync(process.execPath, ['--require', KILL_AT, CLI, '--fix'], {
        cwd,
        env: { ...process.env, KILL_AT: String(at) },
      });
      expectWhole(cwd, count);
      if (signal !== 'SIGKILL') break;
      expectSettled(cwd, count);
      steps++;
    }
    expect(steps).toBeGreaterThanOrEqual(LONG ? 27 : 7);
  });

  test.runIf(LONG)('leaves every file as it was or as it is to be, at random moments', async () => {
    const count = 12;
    const patience = await writing(folder(filesOf(count)), Number.POSITIVE_INFINITY);
    const struck = { first: 0, midst: 0, last: 0, leftovers: 0 };
    for (let i = 0; i < KILLS; i++) {
      const cwd = folder(filesOf(count));
      await writing(cwd, patience * Math.random());
      const written = expectWhole(cwd, count);
      struck[written === 0 ? 'first' : written < count ? 'midst' : 'last']++;
      struck.leftovers += readdirSync(cwd).length - count;
      expectSettled(cwd, count);
    }
    console.info(
      `Killed ${KILLS} times while ${count} files were written: ${struck.first} times before the first was, ` +
        `${struck.midst} times in the midst, ${struck.last} times when the last was. No file was torn; ` +
        `${struck.leftovers} files were left over, and removed by the next run.`,
    );
    expect(struck.midst).toBeGreaterThan(KILLS / 4);
  });
});

function filesOf(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.yml`, BEFORE]));
}

/** Lets files be fixed, and kills the process some milliseconds after it began to write. Answers how long it wrote. */
async function writing(cwd: string, milliseconds: number): Promise<number> {
  const watcher = watch(cwd);
  const child = spawn(process.execPath, [CLI, '--fix', '-f', 'concise'], { cwd, stdio: 'ignore' });
  const ended = once(child, 'close');
  await Promise.race([once(watcher, 'change'), ended]);
  const start = performance.now();
  if (milliseconds < Number.POSITIVE_INFINITY) {
    await Promise.race([setTimeout(milliseconds), ended]);
    child.kill('SIGKILL');
  }
  await ended;
  watcher.close();
  return performance.now() - start;
}

/** No file is torn. Answers how many are fixed. */
function expectWhole(cwd: string, count: number): number {
  const texts = Array.from({ length: count }, (_, i) => readFileSync(join(cwd, `${i}.yml`), 'utf8'));
  expect(texts.filter(text => text !== BEFORE && text !== AFTER)).toEqual([]);
  return texts.filter(text => text === AFTER).length;
}

/** The next run does the rest, and removes what the other left, once that is a minute old. */
function expectSettled(cwd: string, count: number): void {
  const then = Date.now() / 1000 - 61;
  for (const each of readdirSync(cwd)) utimesSync(join(cwd, each), then, then);
  expect(run(cwd, ['--fix', '-f', 'concise'], { patience: 0 })).toMatchObject({ code: 0, err: '' });
  expect(expectWhole(cwd, count)).toBe(count);
  expect(readdirSync(cwd).sort()).toEqual(Object.keys(filesOf(count)).sort());
}

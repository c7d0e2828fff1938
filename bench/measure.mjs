// What things take, measured side by side: machines are noisy, so that only ratios of one run mean something.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PEAK = fileURLToPath(new URL('peak.cjs', import.meta.url));

/**
 * Does each of several things in turn, again and again: the median time of each, in milliseconds. The first round warms the
 * caches of the file system and does not count, unless it is the only one.
 */
export async function sideBySide(things, rounds) {
  const times = Object.fromEntries(Object.keys(things).map(name => [name, []]));
  for (let round = rounds > 1 ? 0 : 1; round <= rounds; round++)
    for (const [name, once] of Object.entries(things)) {
      const start = process.hrtime.bigint();
      await once();
      if (round > 0) times[name].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

export function median(all) {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
}

/** Starts a program and waits for its end. Exit codes are no matter: what is looked at is faulty. */
export function start(command, args, options = {}) {
  const { error, signal, stderr } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
    ...options,
  });
  if (error ?? signal) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? signal} ${stderr}`);
}

export function node(args, options) {
  start(process.execPath, args, options);
}

/** The most memory that a run of Node.js held, in megabytes. */
export function peakOf(args, options = {}) {
  const { stderr } = spawnSync(process.execPath, ['--require', PEAK, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  const [, kilobytes] = /peak (\d+) kB\n$/.exec(stderr) ?? [];
  if (kilobytes === undefined) throw new Error(`No peak is told: ${stderr}`);
  return Number(kilobytes) / 1024;
}

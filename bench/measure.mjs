// What things take, measured side by side: machines are noisy, so that only ratios of one run mean something. It is the
// processor time that counts, since others may run on the machine too.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PEAK = fileURLToPath(new URL('peak.cjs', import.meta.url));

/**
 * Does each of several things in turn, again and again: what each took every time. The first round warms the caches of
 * the file system and does not count, unless it is the only one.
 */
export async function sideBySide(things, rounds) {
  const times = Object.fromEntries(Object.keys(things).map(name => [name, []]));
  for (let round = rounds > 1 ? 0 : 1; round <= rounds; round++)
    for (const [name, once] of Object.entries(things)) {
      const time = await once();
      if (round > 0) times[name].push(time);
    }
  return times;
}

/** How often one thing takes what another one does: the median, and the least and the most, of all rounds. */
export function beside(times, others) {
  const ratios = times.map((time, i) => time / others[i]);
  return { median: median(times) / median(others), least: Math.min(...ratios), most: Math.max(...ratios) };
}

export function median(all) {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
}

/** The processor time of a program, in milliseconds. Exit codes are no matter: what is looked at is faulty. */
export function start(command, args, options = {}) {
  const script = '"$@" >/dev/null 2>&1; times';
  const { stdout, error } = spawnSync('sh', ['-c', script, 'sh', command, ...args], {
    encoding: 'utf8',
    ...options,
  });
  const [, own] = stdout?.trim().split('\n') ?? [];
  const parts = [...(own ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (error || parts.length !== 2)
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stdout}`);
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}

export function node(args, options) {
  return start(process.execPath, args, options);
}

/** The processor time of what is done here, in milliseconds. */
export async function own(once) {
  const before = process.cpuUsage();
  await once();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
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

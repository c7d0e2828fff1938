import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string>>;

/** What the tool did while it ran. */
export interface Ledger {
  /** What the tool itself started, or connected to. */
  readonly forbidden: readonly string[];
  /** How often the tool was run. */
  readonly runs: number;
}

interface Process {
  readonly argv: readonly string[];
  readonly forbidden: readonly string[];
}

/** What `watch.cjs` wrote of the processes that were the tool itself. */
export function readLedger(path: string): Ledger {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  const own = lines
    .map((line): Process => JSON.parse(line))
    .filter(({ argv }) => /\bcli\.cjs$|ecs-exec-lint$/.test(argv[1] ?? ''));
  return { forbidden: own.flatMap(each => each.forbidden), runs: own.length };
}

/** What came of a process. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function run(command: string, args: readonly string[], cwd: string, env: Environment): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', data => {
      out += data;
    });
    child.stderr.on('data', data => {
      err += data;
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code, out, err }));
  });
}

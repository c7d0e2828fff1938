import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLI, REPOSITORY } from '../cli/harness.ts';
import { changes, treeOf } from './tree.ts';

/** Something that is done to the command line, and what is looked at afterwards. */
export interface Trial {
  /** What it is called in the table. */
  readonly name: string;
  /** What there is, by path; made only when it is tried. */
  readonly files?: () => Readonly<Record<string, string | Buffer>>;
  /** Makes what is no file. Paths are below a repository of its own. */
  readonly prepare?: (cwd: string) => void;
  readonly args: readonly string[];
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** A script for a shell, with the command as its arguments: `ulimit -n 20; exec "$@"`. */
  readonly shell?: string;
  /** Loaded ahead of the command line. */
  readonly require?: string;
  /** The files that may be changed, added or removed. */
  readonly writes?: readonly (string | RegExp)[];
  /** What else it got, for the table; expects what has to be. */
  readonly after?: After;
  /** Comes out in several ways, all of them right: only what `after` says goes to the table. */
  readonly isRace?: true;
  /** Takes seconds, so that it is only tried in the long run. */
  readonly isHeavy?: boolean;
  /** Why it cannot be tried on this machine; its row in the table stays as it is. */
  readonly unless?: string | undefined;
}

export type After = (cwd: string, outcome: Outcome) => string;

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly cost: Cost | undefined;
  /** The files that were changed, made or removed, in the repository and beside it. */
  readonly changed: readonly string[];
}

/** In processor time, and what it took of the memory at most. */
export interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
  /** Paths, as the command line named them. */
  readonly read: readonly string[];
  readonly written: readonly string[];
  /** Connections and processes. */
  readonly forbidden: readonly string[];
}

export const WATCH: string = fileURLToPath(new URL('watch.cjs', import.meta.url));
/** A trial that is not over by then is stopped. */
const PATIENCE = 120_000;

/** Tries it in a repository of its own, and hands over what came of it before all is removed. */
export function attempt<T>(trial: Trial, look: (cwd: string, outcome: Outcome) => T): T {
  const above = realpathSync(mkdtempSync(join(tmpdir(), 'ecs-exec-lint-')));
  const cwd = join(above, 'repository');
  try {
    for (const [name, content] of Object.entries({ ...REPOSITORY, ...trial.files?.() })) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), content);
    }
    trial.prepare?.(cwd);
    const before = treeOf(above);
    const outcome = start(trial, cwd);
    const changed = changes(before, treeOf(above));
    return look(cwd, { ...outcome, changed: changed.map(path => relative(cwd, path)) });
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
}

function start(
  { args, input = '', env, shell, require: ahead }: Trial,
  cwd: string,
): Omit<Outcome, 'changed'> {
  const command = [...(ahead === undefined ? [] : ['--require', ahead]), WATCH, CLI, ...args];
  const limited = shell === undefined ? undefined : ['--norc', '-c', shell, 'bash', process.execPath];
  const { status, output } = spawnSync(
    limited ? 'bash' : process.execPath,
    [...(limited ?? []), ...command],
    {
      cwd,
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      timeout: PATIENCE,
      maxBuffer: 1 << 28,
      env: { PATH: process.env.PATH ?? '', ...env },
    },
  );
  const [, out = '', err = '', cost = ''] = output.map(each => each ?? '');
  return { code: status, out, err, cost: cost === '' ? undefined : JSON.parse(cost) };
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The command line as it is shipped. */
export const CLI: string = join(ROOT, 'dist', 'cli.cjs');

if (!existsSync(CLI)) throw new Error('There is no dist/cli.cjs: run `npm run build` first.');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Circumstances {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Started as this user. */
  readonly uid?: number;
  /** Where the command line is, if not where it was built. */
  readonly cli?: string;
  /** In milliseconds; 0 is without end. */
  readonly patience?: number;
}

/** Runs the command line in a folder, as a process of its own. */
export function run(
  cwd: string,
  args: readonly string[],
  { input = '', env, uid, cli = CLI, patience = 20_000 }: Circumstances = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    timeout: patience,
    env: { PATH: process.env.PATH ?? '', ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder with these files in it, until the test ends. */
export function folder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** What makes a folder the root of a repository. */
export const REPOSITORY: Readonly<Record<string, string>> = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/objects/info/packs': '',
  '.git/refs/heads/main': '',
};

/** A template of `fixtures/whole`. */
export function whole(name: string): string {
  return readFileSync(join(ROOT, 'fixtures', 'whole', name), 'utf8');
}

export const FAULTY: string = whole('fargate-stack.yml');
export const READY: string = whole('ready.yml');

/** A template with one safe fix. */
export const OFF = `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shared
      TaskDefinition: app
`;

/** A template with one warning, and nothing else. */
export const WARNED: string = READY.replace(', logs:PutLogEvents', '');

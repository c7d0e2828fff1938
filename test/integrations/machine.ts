import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { folder } from '../cli/harness.ts';
import { sprung, trappedCheckout } from './checkout.ts';
import { type Registry, serveNothing, serveOwn } from './registry.ts';

/** The result of commands that were run in a checkout. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly cwd: string;
  /** The folders of the checkout from which something was run, and what the registry that it names was asked for. */
  readonly trapped: readonly string[];
}

interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the registry of the machine has nothing. */
  readonly isRegistryEmpty?: boolean;
  /** The shell that a pipeline gives its commands to, and its flags. */
  readonly shell?: readonly string[];
}

/** A machine that runs pipelines, with a registry of its own and a search path that leads into the checkout. */
export class Machine {
  readonly #folder: string;
  readonly #registry: Registry;
  readonly #empty: Registry;
  readonly #ofCheckout: Registry;

  private constructor(folder: string, registry: Registry, empty: Registry, ofCheckout: Registry) {
    this.#folder = folder;
    this.#registry = registry;
    this.#empty = empty;
    this.#ofCheckout = ofCheckout;
  }

  static async start(): Promise<Machine> {
    const folder = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-machine-'));
    return new Machine(folder, await serveOwn(folder), await serveNothing(), await serveNothing());
  }

  stop(): void {
    for (const each of [this.#registry, this.#empty, this.#ofCheckout]) each.close();
    rmSync(this.#folder, { recursive: true });
  }

  /** This package as it is published. */
  get tarball(): string {
    const [name = ''] = readdirSync(this.#folder).filter(each => each.startsWith('ecs-exec-lint-'));
    return join(this.#folder, name);
  }

  /** The address of its registry. */
  get registry(): string {
    return this.#registry.url;
  }

  async run(
    commands: string,
    files: Readonly<Record<string, string>>,
    { env, isRegistryEmpty = false, shell = ['/bin/sh', '-e'] }: Circumstances = {},
  ): Promise<Ran> {
    const askedBefore = this.#ofCheckout.asked.length;
    const { url } = isRegistryEmpty ? this.#empty : this.#registry;
    const home = folder({ '.npmrc': `registry=${url}\nfetch-retries=0\nupdate-notifier=false\n` });
    const cwd = trappedCheckout(files, this.#ofCheckout.url);
    const PATH = ['.', '', 'bin', './node_modules/.bin', process.env.PATH].join(delimiter);
    const temporary = { TMPDIR: folder(), RUNNER_TEMP: folder() };
    const [program = '', ...flags] = shell;
    const child = spawn(program, [...flags, '-c', commands], {
      cwd,
      env: { PATH, HOME: home, ...temporary, GITHUB_STEP_SUMMARY: join(home, 'summary.md'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', text => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      said.err += text;
    });
    const code = await new Promise<number | null>(done => child.on('close', done));
    return { code, ...said, cwd, trapped: [...sprung(cwd), ...this.#ofCheckout.asked.slice(askedBefore)] };
  }
}

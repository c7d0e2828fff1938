import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';
import manifest from '../../../package.json' with { type: 'json' };
import { CLI } from '../../cli/harness.ts';
import { Editor } from '../../lsp/editor.ts';
import { WATCH } from '../trial.ts';
import { BROUGHT } from './brought.ts';
import type { Checkout } from './checkout.ts';
import { type Environment, type Ledger, readLedger, run } from './processes.ts';

const ROOT: string = dirname(dirname(CLI));

export const TEMPLATES: readonly string[] = BROUGHT.flatMap(each => each.templates ?? []).sort();

/** A way in which the tool is used on a checkout. */
export interface Way {
  readonly name: string;
  /** Starts it, and answers which templates have findings. */
  readonly start: (checkout: Checkout, env: Environment) => Promise<Ended>;
  /** The files that a flag or an input of the way names to be written. */
  readonly writes: readonly string[];
  readonly code: number;
}

/** What came of it. */
export interface Ended {
  readonly code: number | null;
  readonly err: string;
  readonly judged: readonly string[];
}

/** Tries a way on a checkout that has not changed yet. `registry` is where npm is set up to look. */
export async function tryOut(way: Way, checkout: Checkout, registry: string): Promise<Ended & Ledger> {
  const home = mkdtempSync(join(checkout.above, 'home-'));
  writeFileSync(join(home, '.npmrc'), `registry=${registry}\nupdate-notifier=false\n`);
  const ledger = join(home, 'ledger');
  const ended = await way.start(checkout, {
    PATH: process.env.PATH ?? '',
    HOME: home,
    NODE_OPTIONS: `--require=${WATCH}`,
    WATCHED: ledger,
  });
  return { ...ended, ...readLedger(ledger) };
}

const sorted = (files: Iterable<string>): readonly string[] => [...new Set(files)].sort();

/** The files that lines for people name. */
function filesOn(out: string, line: RegExp): readonly string[] {
  return sorted([...out.matchAll(line)].map(([, file = '']) => file.replaceAll('\\u000a', '\n')));
}

const FINDING = /^ +--> (.+):2:3$/gm;

const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
const [hook] = parse(readFileSync(join(ROOT, 'integrations', 'pre-commit', 'local.yaml'), 'utf8')).repos[0]
  .hooks;

export const WAYS: readonly Way[] = [
  {
    name: '`ecs-exec-lint`',
    start: async ({ cwd }, env) => {
      const { code, out, err } = await run(process.execPath, [CLI, '-f', 'json'], cwd, env);
      const { findings }: { findings: readonly { file: string }[] } = JSON.parse(out);
      return { code, err, judged: sorted(findings.map(each => each.file)) };
    },
    writes: [],
    code: 1,
  },
  {
    name: 'the action for GitHub, with the real npm',
    start: async ({ above, cwd }, env) => {
      const temporary = join(above, 'temporary');
      mkdirSync(temporary);
      const { code, out, err } = await run('bash', ['-e', '-c', action.runs.steps[0].run], cwd, {
        ...env,
        GITHUB_ACTION_PATH: ROOT,
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: join(above, 'output'),
        GITHUB_STEP_SUMMARY: join(above, 'summary.md'),
        GITHUB_WORKSPACE: cwd,
        INPUT_SARIF: 'report.sarif',
        INPUT_VERSION: manifest.version,
        RUNNER_TEMP: temporary,
      });
      return { code, err, judged: filesOn(out, FINDING) };
    },
    writes: ['report.sarif'],
    code: 1,
  },
  {
    name: 'the hook of pre-commit',
    start: async ({ above, cwd }, env) => {
      const bin = join(above, 'environment', 'bin');
      mkdirSync(bin, { recursive: true });
      symlinkSync(CLI, join(bin, 'ecs-exec-lint'));
      const [command = '', ...args] = hook.entry.split(' ');
      const PATH = `${bin}${delimiter}${env.PATH}`;
      const { code, out, err } = await run(join(bin, command), args, cwd, { ...env, PATH });
      return { code, err, judged: filesOn(out, FINDING) };
    },
    writes: [],
    code: 1,
  },
  {
    name: 'the language server, with every template open',
    start: async ({ cwd }, env) => {
      const editor = await Editor.start(cwd, { env });
      for (const each of TEMPLATES) await editor.open(each);
      const judged: string[] = [];
      for (const each of TEMPLATES) {
        const [finding] = await editor.current(each);
        if (finding && (await editor.actions(each, finding.range)).length > 0) judged.push(each);
      }
      return { code: await editor.quit(), err: editor.logs.join(''), judged };
    },
    writes: [],
    code: 0,
  },
  {
    name: '`ecs-exec-lint --fix -f sarif=report.sarif`',
    start: async ({ cwd }, env) => {
      const { code, out, err } = await run(
        process.execPath,
        [CLI, '--fix', '-f', 'sarif=report.sarif'],
        cwd,
        env,
      );
      return { code, err, judged: filesOn(out, /^Fixed 1 in (.+):$/gm) };
    },
    writes: [...TEMPLATES, 'report.sarif'],
    code: 0,
  },
];

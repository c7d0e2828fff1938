import { rules, type Severity } from '../index.ts';
import { nearest } from '../nearest.ts';
import { Mistake } from './mistake.ts';
import { type Output, readOutputs } from './outputs.ts';
import { parseFlags, type Written } from './parse-flags.ts';
import { STDIN } from './paths.ts';

export type Colour = 'auto' | 'always' | 'never';

/** Ignores that are to be written into templates. */
export interface NewIgnores {
  readonly rules: readonly string[];
  readonly reason: string;
}

export interface Arguments {
  readonly inputs: readonly string[];
  /** What happens to templates: nothing, a change in place, or the same as a patch. */
  readonly task: 'check' | 'change' | 'diff';
  readonly unsafe: boolean;
  readonly addIgnores: NewIgnores | undefined;
  readonly heedsIgnores: boolean;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly parameters: readonly string[];
  readonly parameterFiles: readonly string[];
  readonly stdinName: string;
  readonly outputs: readonly Output[];
  readonly pedantic: boolean;
  readonly quiet: boolean;
  readonly colour: Colour;
  readonly failOn: Severity;
  readonly maxWarnings: number;
  readonly exitZero: boolean;
}

export type Command =
  | { readonly is: 'help' | 'version' | 'list-rules' }
  | { readonly is: 'explain'; readonly rule: string }
  | { readonly is: 'run'; readonly given: Arguments };

/** What a command line asks for. Throws a `Mistake`. */
export function readCommand(argv: readonly string[]): Command {
  const written = parseFlags(argv);
  for (const is of ['help', 'version', 'list-rules'] as const) if (written.has(is)) return { is };
  const rule = written.one('explain');
  if (rule !== undefined) return { is: 'explain', rule: knownRule(rule) };
  return { is: 'run', given: readArguments(written) };
}

function readArguments(written: Written): Arguments {
  const task = readTask(written);
  const isIgnoring = written.many('add-ignore').length > 0;
  if (written.has('unsafe-fixes') && (task === 'check' || isIgnoring))
    throw new Mistake('The flag --unsafe-fixes goes with --fix or --diff.');
  return {
    inputs: written.inputs,
    task,
    unsafe: written.has('unsafe-fixes'),
    addIgnores: readNewIgnores(written),
    heedsIgnores: !written.has('no-ignores'),
    only: readRules(written.many('only')),
    skip: readRules(written.many('skip')),
    parameters: written.many('parameters'),
    parameterFiles: written.many('parameter-file'),
    stdinName: written.one('stdin-filename') ?? STDIN,
    outputs: readOutputs(written.many('format'), process.env.GITHUB_ACTIONS === 'true'),
    pedantic: written.has('pedantic'),
    quiet: written.has('quiet'),
    colour: readColour(written),
    failOn: readSeverity(written.one('fail-on')),
    maxWarnings: readCount(written.one('max-warnings')),
    exitZero: written.has('exit-zero'),
  };
}

function readTask(written: Written): Arguments['task'] {
  const isIgnoring = written.many('add-ignore').length > 0;
  if (written.has('fix') && isIgnoring) throw new Mistake('It is either --fix or --add-ignore.');
  if (!written.has('diff')) return written.has('fix') || isIgnoring ? 'change' : 'check';
  if (written.has('fix')) throw new Mistake('It is either --fix or --diff, which writes nothing.');
  return 'diff';
}

function readNewIgnores(written: Written): NewIgnores | undefined {
  const rules = readRules(written.many('add-ignore'));
  const reason = written.one('reason')?.trim();
  if (rules.length === 0) {
    if (reason !== undefined) throw new Mistake('The flag --reason goes with --add-ignore.');
    return undefined;
  }
  if (reason === undefined || reason === '')
    throw new Mistake('Whoever reads an ignore wants to know why.', 'Add --reason TEXT.');
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason)) throw new Mistake('The reason has to be one line of text.');
  if (written.has('no-ignores')) throw new Mistake('With --no-ignores an ignore does nothing.');
  return { rules, reason };
}

function readRules(lists: readonly string[]): readonly string[] {
  const names = lists.flatMap(each => each.split(',')).map(each => each.trim());
  return names.filter(each => each !== '').map(knownRule);
}

function knownRule(name: string): string {
  const ids = rules.map(each => each.id);
  if (ids.includes(name)) return name;
  const meant = nearest(name, ids);
  const hint =
    meant === undefined ? 'Run `ecs-exec-lint --list-rules` for all.' : `Did you mean \`${meant}\`?`;
  throw new Mistake(`There is no rule \`${name}\`.`, hint);
}

function readColour(written: Written): Colour {
  const said = written.one('color');
  if (said === 'always' || said === 'never' || said === 'auto') return said;
  return written.has('no-color') ? 'never' : 'auto';
}

function readSeverity(said: string | undefined): Severity {
  return said === 'warning' || said === 'info' ? said : 'error';
}

function readCount(said: string | undefined): number {
  if (said === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(said)) throw new Mistake(`The flag --max-warnings takes a number, not \`${said}\`.`);
  return Number(said);
}

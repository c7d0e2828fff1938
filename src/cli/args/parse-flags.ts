import parser from 'yargs-parser';
import { commas, type Sentence, say } from '../../i18n/sentence.ts';
import { nearest } from '../../util/did-you-mean.ts';
import { UsageError } from '../core/errors.ts';
import type { FlagName } from './flag.ts';
import { FLAG_NAMES, FLAGS, isFlagName } from './flags.ts';

/** What was written on the command line, by flag. */
export interface ParsedFlags {
  readonly inputs: readonly string[];
  has(flag: FlagName): boolean;
  /** The last value, since a later flag is a change of mind. */
  one(flag: FlagName): string | undefined;
  many(flag: FlagName): readonly string[];
}

/** Reads a command line by the table of flags. Throws a `UsageError` where it cannot be followed. */
export function parseFlags(argv: readonly string[]): ParsedFlags {
  const { argv: read, error } = parser.detailed(withOptionalValues(argv), OPTIONS);
  const values = new Map(Object.entries(read));
  if (values.get('help') !== true) {
    for (const name of values.keys()) if (name !== '_') rejectUnknown(name);
    for (const argument of beforeDashes(argv)) rejectValue(argument);
    if (error) throw new UsageError(sentence(error.message));
    for (const name of FLAG_NAMES) rejectChoice(name, texts(values.get(name)));
  }
  return {
    inputs: texts(values.get('_')),
    has: flag => values.get(flag) === true,
    one: flag => texts(values.get(flag)).at(-1),
    many: flag => texts(values.get(flag)),
  };
}

/** Whether a flag is on the command line, whatever it takes. */
export function isGiven(written: ParsedFlags, flag: FlagName): boolean {
  return written.has(flag) || written.many(flag).length > 0;
}

const taking = (...kinds: readonly string[]): FlagName[] =>
  FLAG_NAMES.filter(name => kinds.includes(FLAGS[name].takes));

/** Joins flags to the values that they may have: `--caller-policy Web` is `--caller-policy=Web`. */
function withOptionalValues(argv: readonly string[]): string[] {
  const flags = taking('optional').map(name => `--${name}`);
  const read = beforeDashes(argv);
  const isFlag = (i: number): boolean => flags.includes(read[i] ?? '');
  const isValue = (i: number): boolean => isFlag(i - 1) && LOGICAL_ID.test(read[i] ?? '');
  return argv.flatMap((each, i) => {
    if (isFlag(i)) return [`${each}=${isValue(i + 1) ? read[i + 1] : ''}`];
    return isValue(i) ? [] : [each];
  });
}

const LOGICAL_ID = /^[A-Za-z0-9]+$/;

const OPTIONS: parser.Options = {
  boolean: taking('nothing'),
  string: taking('optional', 'one', 'many'),
  array: taking('many'),
  narg: Object.fromEntries(taking('one', 'many').map(name => [name, 1])),
  alias: Object.fromEntries(FLAG_NAMES.map(name => [name, [...(FLAGS[name].short ?? [])]])),
  configuration: {
    'greedy-arrays': false,
    'parse-numbers': false,
    'parse-positional-numbers': false,
    'boolean-negation': false,
    'camel-case-expansion': false,
    'dot-notation': false,
    'short-option-groups': false,
    'strip-aliased': true,
  },
};

function texts(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function beforeDashes(argv: readonly string[]): readonly string[] {
  const dashes = argv.indexOf('--');
  return dashes < 0 ? argv : argv.slice(0, dashes);
}

function rejectUnknown(name: string): void {
  if (isFlagName(name)) return;
  const written = name.length === 1 ? `-${name}` : `--${name}`;
  const meant = nearest(name, FLAG_NAMES);
  throw new UsageError(
    say`There is no flag ${written}.`,
    meant === undefined ? undefined : say`Did you mean --${meant}?`,
  );
}

/** `--fix=maybe` */
function rejectValue(argument: string): void {
  const [, name, value] = /^--([\w-]+)=(.*)$/s.exec(argument) ?? [];
  if (name === undefined || !isFlagName(name) || FLAGS[name].takes !== 'nothing') return;
  if (value !== 'true' && value !== 'false') throw new UsageError(say`The flag --${name} takes no value.`);
}

function rejectChoice(name: FlagName, values: readonly string[]): void {
  const { choices, takes } = FLAGS[name];
  if (takes !== 'nothing' && takes !== 'optional' && values.includes(''))
    throw new UsageError(say`The flag --${name} needs a value.`);
  const wrong = choices && values.find(each => !choices.includes(each));
  if (choices && wrong !== undefined)
    throw new UsageError(say`The flag --${name} takes ${commas(choices)}, not \`${wrong}\`.`);
}

/** `Not enough arguments following: only` */
function sentence(message: string): Sentence {
  const name = /: (\S+)$/.exec(message)?.[1] ?? '';
  const flag = FLAG_NAMES.find(each => each === name || FLAGS[each].short?.includes(name));
  return flag ? say`The flag --${flag} needs a value.` : say`${message}.`;
}

import type { Cost, Outcome, Trial } from './trial.ts';

/** A line of the table in `docs/robustness.md`. */
export interface Row {
  readonly name: string;
  readonly got: string;
  /** Bounds, with their units: `0.5 s`, `100 MB`. */
  readonly time: string;
  readonly memory: string;
}

const SECONDS = [0.5, 1, 2, 5, 10, 20, 50];
const MEGABYTES = [100, 200, 500, 1000, 2000];

/** What there is to say of a trial; `more` is what was seen afterwards. */
export function got({ isRace }: Trial, outcome: Outcome, more: string): string {
  const parts = isRace ? [more] : [`exit ${outcome.code}`, ...said(outcome), more];
  return parts
    .filter(part => part !== '')
    .join('; ')
    .replaceAll('|', '\\|');
}

/** What the run says of itself; of templates that it could check, the rules that found something. */
function said({ out, err }: Outcome): readonly string[] {
  const [note = ''] = err.split('\n');
  const [first = ''] = out.split('\n');
  const notes = [note, first].filter(
    line => line !== '' && (line === note || line.includes('[parse-error]')),
  );
  const found = [...new Set([...out.matchAll(/: (fixed|error|warning): .*\[([\w-]+)\]$/gm)].map(name))];
  const isUnread = notes.some(line => line.includes('[parse-error]'));
  return [...notes.map(line => `\`${line.replaceAll('`', "'")}\``), ...(isUnread ? [] : found)];
}

function name([, what, rule]: RegExpMatchArray): string {
  return `${what === 'fixed' ? 'fixed' : 'found'} \`${rule}\``;
}

/** Bounds that leave room for machines that are slower, and for chance. */
export function bounds({ seconds, megabytes }: Cost): Pick<Row, 'time' | 'memory'> {
  const above = (steps: readonly number[], cost: number): number =>
    steps.find(step => cost <= step) ?? Number.POSITIVE_INFINITY;
  return {
    time: `${above(SECONDS, seconds * 2)} s`,
    memory: `${above(MEGABYTES, megabytes * 1.25)} MB`,
  };
}

/** Whether a trial kept to its bounds; on a machine that is busy it may take twice the time. */
export function keepsTo({ time, memory }: Row, { seconds, megabytes }: Cost): boolean {
  return seconds <= 2 * Number.parseFloat(time) && megabytes <= Number.parseFloat(memory);
}

export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ name, got, time, memory }) => `| ${name} | ${got} | ${time} | ${memory} |`);
  return ['| what is tried | what it got | time below | memory below |', '|---|---|---|---|', ...lines].join(
    '\n',
  );
}

/** The rows of a table that is there. */
export function rowsOf(markdown: string): readonly Row[] {
  return [...markdown.matchAll(/^\| (.+) \| (.+) \| ([\d.]+ s) \| (\d+ MB) \|$/gm)].map(
    ([, name = '', got = '', time = '', memory = '']) => ({ name, got, time, memory }),
  );
}

import { and, commas, type Sentence, say } from '../i18n/sentence.ts';
import type {
  Check,
  Diagnostic,
  Readiness,
  ReadinessAnswer,
  RecordDestination,
  RecordedAnswer,
  Report,
} from '../lint/report.ts';
import { count } from './counts.ts';
import { escapeControls } from './escape-output.ts';
import type { View } from './view.ts';

/** What a verdict is called, and how it is painted. */
export const STANDING: Readonly<
  Record<Readiness['verdict'], { readonly text: Sentence; readonly paint: 'good' | 'error' | 'warning' }>
> = {
  ready: { text: say`ready`, paint: 'good' },
  'not-ready': { text: say`not ready`, paint: 'error' },
  undecided: { text: say`undecided`, paint: 'warning' },
};

/** The rules that keep a launcher from being called ready: sessions that do not open come first. */
export function reasons({ verdict, opens, recorded, checks }: Readiness): readonly string[] {
  if (verdict === 'ready') return [];
  const is = verdict === 'not-ready' ? 'no' : 'unknown';
  const ids = checks.map(each => each.id);
  const because = [opens, recorded]
    .filter(each => each.is === is && each.suppressed === undefined)
    .flatMap(each => ids.filter(id => each.because.includes(id)));
  return [...new Set(because)];
}

const ANSWERS: Readonly<Record<ReadinessAnswer['is'], Sentence>> = {
  yes: say`yes`,
  no: say`no`,
  unknown: say`unknown`,
};

/** Both answers: `opens: yes · recorded: depends on cluster \`Cluster\`, a parameter`. */
export function answers({ opens, recorded }: Pick<Readiness, 'opens' | 'recorded'>): Sentence {
  return say`opens: ${answer(opens)} \u00b7 recorded: ${recordedAnswer(recorded)}`;
}

function answer({ is, suppressed }: ReadinessAnswer): Sentence {
  return suppressed === undefined ? ANSWERS[is] : say`${ANSWERS[is]} (${suppressed})`;
}

function recordedAnswer(recorded: RecordedAnswer): Sentence {
  if (recorded.suppressed !== undefined) return answer(recorded);
  if (recorded.dependsOn !== undefined) return say`depends on ${recorded.dependsOn}`;
  return recorded.is === 'yes' && recorded.in.length > 0
    ? say`yes, in ${and(recorded.in.map(destination))}`
    : answer(recorded);
}

function destination({ kind, resource, name }: RecordDestination): Sentence {
  const called = resource ?? name;
  if (called === undefined) return kind === 'bucket' ? say`a bucket` : say`a log group`;
  return kind === 'bucket' ? say`the bucket \`${called}\`` : say`the log group \`${called}\``;
}

/** Its subject and verdict: service Web (stack.yml:4) is not ready. */
export function standing(
  service: Pick<Readiness, 'noun' | 'resource' | 'file' | 'line' | 'verdict'>,
  { paint, words }: Pick<View, 'paint' | 'words'>,
): string {
  const { noun, resource, file, line, verdict } = service;
  const { text, paint: colour } = STANDING[verdict];
  const name = escapeControls(`${resource} (${file}:${line})`);
  return words(say`${noun} ${name} is ${paint[colour](words(text))}`);
}

/** How many are how ready, in words: `2 services ready, 1 service undecided`. */
export function standings(services: readonly Readiness[], { pedantic }: View): readonly Sentence[] {
  const of = (verdict: Readiness['verdict']): readonly Readiness[] =>
    services.filter(each => each.verdict === verdict);
  return [
    ...said(of('ready'), all => say`${all} ready`),
    ...said(of('undecided'), all =>
      pedantic ? say`${all} undecided` : say`${all} undecided (--pedantic shows why)`,
    ),
    ...said(of('not-ready'), all => say`${all} not ready by rules that are not shown`),
  ];
}

function said(services: readonly Readiness[], how: (all: Sentence) => Sentence): readonly Sentence[] {
  const [first, ...others] = services;
  if (!first) return [];
  const isMixed = others.some(each => String(each.noun) !== String(first.noun));
  const noun = isMixed ? say`launcher` : first.noun;
  const number = services.length;
  return [how(count(number, say`1 ${noun}`, say`${number} ${noun}s`))];
}

/** How findings name the launchers that they are about. */
export function serviceKey({ file, resource }: Pick<Readiness, 'file' | 'resource'>): string {
  return JSON.stringify([file, resource]);
}

/** Launchers that are not ready before those that are undecided, and these before those that are ready. */
export function servicesByVerdict(services: readonly Readiness[]): readonly Readiness[] {
  const of = (verdict: Readiness['verdict']): readonly Readiness[] =>
    services.filter(each => each.verdict === verdict);
  return [...of('not-ready'), ...of('undecided'), ...of('ready')];
}

/** The checks of a launcher that are to be shown. */
export function checksOf({ checks }: Readiness, { counts }: View): readonly Check[] {
  return checks.filter(each => counts(each.id));
}

/** What no given template holds, each with the rules that were not asked for lack of it. */
export function notVisible(checks: readonly Pick<Check, 'id' | 'detail'>[]): readonly Sentence[] {
  const groups = new Map<string, Pick<Check, 'id' | 'detail'>[]>();
  for (const each of checks) {
    const key = String(each.detail);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map(group => {
    const [first] = group;
    return say`${first?.detail ?? ''} Not checked: ${commas(group.map(each => each.id))}.`;
  });
}

/** Finds the finding that a check of a launcher tells of, in a report. */
export function findingsOfChecks({
  findings,
}: Pick<Report, 'findings'>): (check: Check) => Diagnostic | undefined {
  const found = new Map<string, Diagnostic[]>();
  for (const each of findings) {
    const key = JSON.stringify([each.ruleId, each.file, each.range.start.line]);
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return ({ id, file, line, detail = '' }) =>
    found.get(JSON.stringify([id, file, line]))?.find(each => isSaid(each, String(detail)));
}

/** The findings that no check of a launcher tells of: those about a template, or a second one of a kind. */
export function findingsApart({ findings, services }: Report): readonly Diagnostic[] {
  const told = new Map<string, Set<string>>();
  for (const { id, file, line, detail } of services.flatMap(each => each.checks)) {
    const key = JSON.stringify([id, file, line]);
    told.set(key, (told.get(key) ?? new Set()).add(String(detail ?? '')));
  }
  return findings.filter(each => {
    const details = told.get(JSON.stringify([each.ruleId, each.file, each.range.start.line])) ?? [];
    return ![...details].some(detail => isSaid(each, detail));
  });
}

/** What is only likely says so at its end. */
function isSaid({ message }: Diagnostic, detail: string): boolean {
  return String(message).startsWith(detail);
}

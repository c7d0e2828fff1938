import { type Sentence, say } from '../i18n/sentence.ts';
import type { Readiness } from '../lint/report.ts';
import { escapeControls } from './escape-output.ts';
import { count } from './tally.ts';
import type { View } from './view.ts';

/** What a verdict is called, and how it is painted. */
export const STANDING: Readonly<
  Record<Readiness['verdict'], { readonly text: Sentence; readonly paint: 'good' | 'error' | 'warning' }>
> = {
  ready: { text: say`ready`, paint: 'good' },
  'not-ready': { text: say`not ready`, paint: 'error' },
  undecided: { text: say`undecided`, paint: 'warning' },
};

/** The checks that keep a launcher from being called ready. */
export function reasons({ verdict, checks }: Readiness): readonly string[] {
  if (verdict === 'ready') return [];
  const status = verdict === 'not-ready' ? 'fail' : 'unknown';
  return checks.filter(each => each.status === status && each.severity === 'error').map(each => each.id);
}

/** Its subject and verdict: service Web (stack.yml:4) is not ready. */
export function standing(service: Readiness, { paint, words }: Pick<View, 'paint' | 'words'>): string {
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
      pedantic ? say`${all} undecided` : say`${all} undecided (--pedantic says why)`,
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

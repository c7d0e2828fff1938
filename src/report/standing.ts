import type { Readiness } from '../lint/report.ts';
import { count } from './tally.ts';
import type { Paint, View } from './view.ts';
import { visible } from './visible.ts';

/** What a verdict is called, and how it is painted. */
export const STANDING: Readonly<
  Record<Readiness['verdict'], { readonly text: string; readonly paint: 'good' | 'error' | 'warning' }>
> = {
  ready: { text: 'ready', paint: 'good' },
  'not-ready': { text: 'not ready', paint: 'error' },
  undecided: { text: 'undecided', paint: 'warning' },
};

/** The checks that keep a launcher from being called ready. */
export function reasons({ verdict, checks }: Readiness): readonly string[] {
  if (verdict === 'ready') return [];
  const status = verdict === 'not-ready' ? 'fail' : 'unknown';
  return checks.filter(each => each.status === status && each.severity === 'error').map(each => each.id);
}

/** Its subject and verdict: service Web (stack.yml:4) is not ready. */
export function standing({ noun, resource, file, line, verdict }: Readiness, painted: Paint): string {
  const { text, paint } = STANDING[verdict];
  return `${noun} ${visible(`${resource} (${file}:${line})`)} is ${painted[paint](text)}`;
}

/** How many are how ready, in words: `2 services ready, 1 service undecided`. */
export function standings(services: readonly Readiness[], { pedantic }: View): readonly string[] {
  const of = (verdict: Readiness['verdict']): readonly Readiness[] =>
    services.filter(each => each.verdict === verdict);
  const hint = pedantic ? '' : ' (--pedantic says why)';
  return [
    ...said(of('ready'), 'ready'),
    ...said(of('undecided'), `undecided${hint}`),
    ...said(of('not-ready'), 'not ready by rules that are not shown'),
  ];
}

function said(services: readonly Readiness[], how: string): readonly string[] {
  if (services.length === 0) return [];
  const nouns = [...new Set(services.map(each => each.noun))];
  const [noun = ''] = nouns;
  return [`${nouns.length === 1 ? count(services.length, noun) : count(services.length, 'launcher')} ${how}`];
}

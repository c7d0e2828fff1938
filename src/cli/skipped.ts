import type { Report } from '../index.ts';
import { commas, type Sentence, say } from '../lang/sentence.ts';
import type { Input } from './inputs.ts';

/** So many files that were only come across are called by their names. */
const MOST_NAMES = 10;

/** Sentences about the files that are no templates. */
export function skipped(report: Report, inputs: readonly Input[]): readonly Sentence[] {
  const named = new Set(inputs.filter(each => each.isNamed).map(each => each.name));
  const asked = report.skipped.filter(each => named.has(each));
  const found = report.skipped.filter(each => !named.has(each));
  return [
    ...asked.map(
      each =>
        say`${each}: skipped, since it is no CloudFormation template: no resource in it has a \`Type\`.`,
    ),
    ...(found.length > 0 ? [aboutFound(found, report.documents.length)] : []),
  ];
}

function aboutFound(found: readonly string[], templates: number): Sentence {
  const names = commas(found.slice(0, MOST_NAMES));
  const more = found.length - MOST_NAMES;
  const all = more > 0 ? say`${names} and ${more} more` : names;
  return templates > 0
    ? say`skipped what is no CloudFormation template: ${all}.`
    : say`there is no CloudFormation template here. Looked at ${all}.`;
}

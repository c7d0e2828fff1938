import type { Report } from '../index.ts';
import type { Input } from './inputs.ts';

/** So many files that were only come across are called by their names. */
const MOST_NAMES = 10;

/** Sentences about the files that are no templates. */
export function skipped(report: Report, inputs: readonly Input[]): readonly string[] {
  const named = new Set(inputs.filter(each => each.isNamed).map(each => each.name));
  const asked = report.skipped.filter(each => named.has(each));
  const found = report.skipped.filter(each => !named.has(each));
  return [
    ...asked.map(
      each => `${each}: skipped, since it is no CloudFormation template: no resource in it has a \`Type\`.`,
    ),
    ...(found.length > 0 ? [aboutFound(found, report.documents.length)] : []),
  ];
}

function aboutFound(found: readonly string[], templates: number): string {
  const names = found.slice(0, MOST_NAMES).join(', ');
  const more = found.length > MOST_NAMES ? ` and ${found.length - MOST_NAMES} more` : '';
  return templates > 0
    ? `skipped what is no CloudFormation template: ${names}${more}.`
    : `there is no CloudFormation template here. Looked at ${names}${more}.`;
}

import type { Report } from '../index.ts';
import { commas, type Sentence, say } from '../lang/sentence.ts';
import type { Inputs } from './inputs.ts';

/** So many files that were only come across are called by their names. */
const MOST_NAMES = 10;

/** Sentences about the files that are no templates. */
export function skipped(report: Report, { files, outside }: Inputs): readonly Sentence[] {
  const named = new Set(files.filter(each => each.isNamed).map(each => each.name));
  const asked = report.skipped.filter(each => named.has(each));
  const found = report.skipped.filter(each => !named.has(each));
  return [
    ...asked.map(
      each =>
        say`${each}: skipped, since it is no CloudFormation template: no resource in it has a \`Type\`.`,
    ),
    ...(found.length > 0 ? [aboutFound(found, report.documents.length)] : []),
    ...(outside.length > 0 ? [say`skipped links that lead elsewhere: ${some(outside)}.`] : []),
  ];
}

function aboutFound(found: readonly string[], templates: number): Sentence {
  return templates > 0
    ? say`skipped what is no CloudFormation template: ${some(found)}.`
    : say`there is no CloudFormation template here. Looked at ${some(found)}.`;
}

function some(files: readonly string[]): Sentence {
  const names = commas(files.slice(0, MOST_NAMES));
  const more = files.length - MOST_NAMES;
  return more > 0 ? say`${names} and ${more} more` : names;
}

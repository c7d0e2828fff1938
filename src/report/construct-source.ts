import { type Sentence, say } from '../i18n/sentence.ts';
import type { ConstructSource, SourceFrame } from '../lint/report.ts';

/** By its code, since what is built is ASCII. */
const DOT = '\u00b7';

/** The construct of a finding, and where it is made: `aws_ecs.FargateService Stack/Web lib/stack.ts:17:5`. */
export function describeConstruct({ className, path, frames: [made, called] }: ConstructSource): Sentence {
  const construct = className === undefined ? say`${path}` : say`${className} ${path}`;
  if (!made) return construct;
  if (!called) return say`${construct} ${DOT} ${placeText(made)}`;
  return say`${construct} ${DOT} ${placeText(made)}, called at ${placeText(called)}`;
}

function placeText({ file, line, column }: SourceFrame): string {
  return `${file}:${line}:${column}`;
}

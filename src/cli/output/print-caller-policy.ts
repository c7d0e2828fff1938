import { stringify } from 'yaml';
import { say } from '../../i18n/sentence.ts';
import type { CallerPolicy } from '../../index.ts';
import { escapeControlsInJson } from '../../report/escape-output.ts';
import type { Arguments } from '../args/arguments.ts';
import type { Console } from '../core/console.ts';

/** Prints a caller policy as YAML, or as JSON where that is the format. Answers whether there was anything to print. */
export function printCallerPolicy(
  { services, template }: CallerPolicy,
  { callerPolicy, outputs }: Arguments,
  console: Console,
): boolean {
  const missing = callerPolicy?.services.find(each => !services.includes(each));
  if (missing !== undefined) {
    console.note(say`There is no service \`${missing}\` in these templates.`);
    return false;
  }
  if (services.length === 0) {
    console.note(say`There is no service in these templates.`);
    return false;
  }
  const isJson = outputs.some(each => each.format === 'json');
  // As YAML 1.1, so that the version of the policy is not taken for a date.
  const text = isJson
    ? `${escapeControlsInJson(JSON.stringify(template, null, 2))}\n`
    : stringify(template, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
  console.out.write(text);
  return true;
}

import { hasPlaceholder, placeholder } from '../cfn/functions/placeholder.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Stack } from '../cfn/scenario/stack.ts';
import { matchTokens } from './pattern-match.ts';
import { type PatternToken, patternTokens } from './pattern-tokens.ts';
import type { ContextValue } from './request.ts';

const OPERATOR = /^(For(?:AllValues|AnyValue):)?([a-z]+?)(IfExists)?$/i;

/** Whether a request whose key has this value meets one operator; nothing where that is not known. */
export function isConditionMet(
  template: Template,
  operator: string,
  values: readonly (string | undefined)[],
  present: ContextValue,
): boolean | undefined {
  const [, set, name = '', ifExists] = OPERATOR.exec(operator) ?? [];
  if (/^null$/i.test(name)) return isAbsenceMet(values, present === undefined);
  if (present === undefined) return isMetByAbsence(set, name, ifExists);
  const results = values.map(each =>
    each === undefined ? undefined : compare(template, name.toLowerCase(), present, each),
  );
  const isOne = results.includes(true) || (results.includes(undefined) ? undefined : false);
  return name.toLowerCase().startsWith('stringnot') && isOne !== undefined ? !isOne : isOne;
}

function isAbsenceMet(values: readonly (string | undefined)[], isAbsent: boolean): boolean | undefined {
  if (values.some(each => each === undefined || isVariable(each))) return undefined;
  return values.some(each => /^true$/i.test(each ?? '') === isAbsent);
}

/** Whatever the values are. The two set operators differ: all of no values are right, and not any of them. */
function isMetByAbsence(set: string | undefined, name: string, ifExists: string | undefined): boolean {
  if (ifExists !== undefined || /^forall/i.test(set ?? '')) return true;
  return set === undefined && /not/i.test(name);
}

/** Whether it holds what is only known once deployed, or in a request. */
function isVariable(text: string): boolean {
  return hasPlaceholder(text) || text.includes('${');
}

/** By the operator, of which a negated one is compared as if it were not. */
function compare(
  template: Template,
  name: string,
  present: string | Date,
  value: string,
): boolean | undefined {
  if (present instanceof Date) return isVariable(value) ? undefined : compareDates(name, present, value);
  switch (name.replace(/^stringnot/, 'string')) {
    case 'bool':
    case 'stringequalsignorecase':
      return compareText(template, present, value, text => patternTokens(text.toLowerCase(), 'text'));
    case 'stringequals':
      return compareText(template, present, value, text => patternTokens(text, 'text'));
    case 'stringlike':
      return compareText(template, present, value, text => patternTokens(text, 'pattern'));
    default:
      return undefined;
  }
}

function compareText(
  { stack }: Template,
  present: string,
  value: string,
  tokensOf: (text: string) => readonly PatternToken[],
): boolean | undefined {
  if (value.includes('${')) return undefined;
  const written = stack.withPseudoParameters(present);
  const is = matchTokens(tokensOf(inEnvironment(stack, written, value)), tokensOf(written));
  return is === 'unknown' ? undefined : is === 'yes';
}

/** What is written out of the environment is taken to be the stack's, unless it is known where that is deployed. */
function inEnvironment(stack: Stack, present: string, value: string): string {
  const all = ENVIRONMENT.map(([name, written]) => [placeholder(name), written] as const);
  const open = all.filter(([mark]) => present.includes(mark));
  return stack.withPseudoParameters(
    open.reduce((text, [mark, written]) => text.replace(written, mark), value),
  );
}

const ENVIRONMENT: readonly (readonly [string, RegExp])[] = [
  ['AWS::AccountId', /^\d{12}$/],
  ['AWS::Region', /\b[a-z]{2,}(?:-[a-z]+)+-\d+\b/],
  ['AWS::URLSuffix', /\bamazonaws\.com(?:\.cn)?$/],
];

/** The time of a request is this or any later one, so that only what is earlier can be told. */
function compareDates(name: string, earliest: Date, value: string): boolean | undefined {
  const date = new Date(/^\d+$/.test(value) ? Number(value) * 1000 : value);
  if (!(date < earliest)) return undefined;
  if (/^(?:date|numeric)greaterthan(?:equals)?$/.test(name)) return true;
  return /^(?:date|numeric)(?:lessthan(?:equals)?|equals)$/.test(name) ? false : undefined;
}

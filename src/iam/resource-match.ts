import { arnScope } from '../cfn/functions/arn-scope.ts';
import { hasPlaceholder, placeholder } from '../cfn/functions/placeholder.ts';
import { partitionOf } from '../cfn/scenario/pseudo-parameters.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { matches } from '../util/wildcard.ts';
import { variableKindOf } from './arn.ts';
import { type Coverage, matchTokens } from './pattern-match.ts';
import { type PatternToken, patternTokens, type VariableKind } from './pattern-tokens.ts';

/** `arn:partition:service:region:account:resource`: where partition, region and account stand. */
const SCOPE: readonly number[] = [1, 3, 4];
const SERVICE = 2;

/**
 * Whether a policy's resource pattern covers an ARN, both with their placeholders written out. A partition, region or
 * account that one of them leaves open is taken to be the other's, unless it is known where the stack is deployed.
 */
export function coversResource(template: Template, pattern: string, arn: string): Coverage {
  if (pattern === arn || /^\*+$/.test(pattern)) return 'yes';
  const { stack } = template;
  return covers(template, stack.withPseudoParameters(pattern), stack.withPseudoParameters(arn));
}

function covers(template: Template, pattern: string, arn: string): Coverage {
  const { partition, region } = arnScope(pattern);
  if (partition !== undefined && region !== undefined && (partitionOf(region) ?? partition) !== partition)
    return 'no';
  const allowed = patternTokens(pattern, 'pattern', name => variableKindOf(template, name));
  if (arn === '*') return allowed.every(each => each.is === 'star' || isUnlimited(each)) ? 'unknown' : 'no';
  const wanted = patternTokens(inStreams(arn), 'text', name =>
    variableKindIn(arn, variableKindOf(template, name)),
  );
  const segments = split(allowed);
  const complete = completed(segments);
  const coverage = cover(complete, wanted);
  // Whether a `*` in front of what is left out goes past a colon as well is not documented.
  return complete === segments || coverage === cover(segments, wanted) || !allowed.some(isWildcard)
    ? coverage
    : 'unknown';
}

function cover(segments: readonly (readonly PatternToken[])[], wanted: readonly PatternToken[]): Coverage {
  const aligned = align(segments, split(wanted));
  if (!aligned) return 'no';
  const coverage = matchTokens(aligned, wanted);
  // IAM does not document a wildcard in the service of an ARN.
  return coverage === 'yes' && segments[SERVICE]?.some(isWildcard) ? 'unknown' : coverage;
}

/** What is written to a log group are its streams, so those are what has to be covered. */
function inStreams(arn: string): string {
  return arn.replace(/(:log-group:.*:)\*$/s, `$1log-stream:${placeholder('a log stream')}`);
}

/** What stands inside an ARN is a part of it: names have no colons. */
function variableKindIn(arn: string, kind: VariableKind): VariableKind {
  return kind === 'anything' && arn.startsWith('arn:') ? 'segment' : kind;
}

function isWildcard(token: PatternToken): boolean {
  return token.is === 'star' || token.is === 'one';
}

function isUnlimited(token: PatternToken): boolean {
  return token.is === 'variable' && token.holds === 'anything';
}

const COLON: PatternToken = { is: 'char', char: ':' };

function split(text: readonly PatternToken[]): readonly (readonly PatternToken[])[] {
  const segments: PatternToken[][] = [[]];
  for (const token of text) {
    if (token.is === 'char' && token.char === ':') segments.push([]);
    else segments.at(-1)?.push(token);
  }
  return segments;
}

const FIELDS = 6;
const STAR: PatternToken = { is: 'star' };

/**
 * IAM fills in `*` for the fields that an ARN leaves out at its end: `arn:aws:kms` is all of KMS. Policies of resources
 * may not have such an ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function completed(segments: readonly (readonly PatternToken[])[]): readonly (readonly PatternToken[])[] {
  const [first = []] = segments;
  const isArn =
    first.length === ARN.length && first.every((each, i) => each.is === 'char' && each.char === ARN[i]);
  if (!isArn || segments.some(segment => segment.some(isUnlimited))) return segments;
  const missing = Math.max(0, FIELDS - segments.length);
  return missing === 0 ? segments : [...segments, ...Array.from({ length: missing }, () => [STAR])];
}

const ARN = 'arn';

/**
 * The pattern with the wanted partition, region and account in place of its own, where one of the two is open. Nothing
 * when it leaves out one that is wanted.
 */
function align(
  allowed: readonly (readonly PatternToken[])[],
  wanted: readonly (readonly PatternToken[])[],
): readonly PatternToken[] | undefined {
  const aligned: PatternToken[] = [];
  for (const [i, segment] of allowed.entries()) {
    const other = wanted[i] ?? [];
    const isScope = SCOPE.includes(i) && i < allowed.length - 1 && other.length > 0;
    if (isScope && segment.length === 0) return undefined;
    const isOpen = isScope && !segment.some(isWildcard) && (isOneVariable(segment) || isOneVariable(other));
    if (i > 0) aligned.push(COLON);
    aligned.push(...(isOpen ? other : segment));
  }
  return aligned;
}

function isOneVariable(segment: readonly PatternToken[]): boolean {
  return segment.length === 1 && segment[0]?.is === 'variable';
}

/**
 * Whether a policy's action pattern covers an action; case does not count. IAM rejects a policy with a wildcard in the
 * service of an action ("Action vendors must not contain wildcards"), so such a pattern grants and denies nothing for
 * sure.
 */
export function coversAction(pattern: string, action: string): Coverage {
  if (/^\*+$/.test(pattern) || pattern === '*:*') return 'yes';
  const [allowed, wanted] = [pattern.toLowerCase(), action.toLowerCase()];
  if (hasPlaceholder(allowed))
    return matchTokens(patternTokens(allowed, 'pattern'), patternTokens(wanted, 'text'));
  if (!matches(allowed, wanted)) return 'no';
  return hasService(pattern) ? 'yes' : 'unknown';
}

/** Whether it names the service in full: not so `ssm*:OpenDataChannel`, nor `ssmmessages*`. */
function hasService(pattern: string): boolean {
  return /^[^:*?]+:/.test(pattern);
}

import { hasPlaceholder } from '../cfn/functions/placeholder.ts';
import { matches } from '../util/wildcard.ts';
import { type Coverage, matchTokens } from './pattern-match.ts';
import { patternTokens } from './pattern-tokens.ts';

/**
 * Whether a policy's action pattern covers an action; case does not count. IAM rejects a policy with a wildcard in the
 * service of an action ("Action vendors must not contain wildcards"), so such a pattern grants and denies nothing for
 * sure.
 */
export function coversAction(pattern: string, action: string): Coverage {
  if (/^\*+$/.test(pattern) || pattern === '*:*') return 'yes';
  const [given, wanted] = [pattern.toLowerCase(), action.toLowerCase()];
  if (hasPlaceholder(given))
    return matchTokens(patternTokens(given, 'pattern'), patternTokens(wanted, 'text'));
  if (!matches(given, wanted)) return 'no';
  return hasService(pattern) ? 'yes' : 'unknown';
}

/** Whether it names the service in full: not so `ssm*:OpenDataChannel`, nor `ssmmessages*`. */
function hasService(pattern: string): boolean {
  return /^[^:*?]+:/.test(pattern);
}

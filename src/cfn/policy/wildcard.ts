import { hasReference } from '../reference.ts';
import { type Coverage, matchPieces } from './coverage.ts';
import { pieces } from './pieces.ts';

/**
 * IAM's wildcards: `*` for any text, `?` for one character. Linear in practice, whatever the pattern: it never goes
 * back further than to the last `*`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let from = 0;
  while (t < text.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      from = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++from;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/**
 * Whether a policy's action pattern covers an action; case does not count. IAM rejects a policy with a wildcard in the
 * service of an action ("Action vendors must not contain wildcards"), so such a pattern grants and denies nothing for sure.
 */
export function coversAction(pattern: string, action: string): Coverage {
  if (/^\*+$/.test(pattern) || pattern === '*:*') return 'yes';
  const [given, wanted] = [pattern.toLowerCase(), action.toLowerCase()];
  if (hasReference(given)) return matchPieces(pieces(given, 'pattern'), pieces(wanted, 'text'));
  if (!matches(given, wanted)) return 'no';
  return hasService(pattern) ? 'yes' : 'unknown';
}

/** Whether it names the service in full: not so `ssm*:OpenDataChannel`, nor `ssmmessages*`. */
function hasService(pattern: string): boolean {
  return /^[^:*?]+:/.test(pattern);
}

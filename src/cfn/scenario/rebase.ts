import { rebaseNames } from '../functions/qualified-name.ts';
import { withValues } from './pseudo-parameters.ts';
import type { Stack } from './stack.ts';

/**
 * A text of one stack as another sees it. What tells where a stack is deployed is the same in both unless more is known
 * of one of them: then it is written out, or told apart.
 */
export function rebase(text: string, from: Stack, to: Stack): string {
  if (from.key === to.key) return text;
  const own = new Map([...from.environment].filter(([name, value]) => to.environment.get(name) !== value));
  return rebaseNames(
    withValues(text, own),
    from.key,
    to.key,
    name => to.environment.has(name) && !from.environment.has(name),
  );
}

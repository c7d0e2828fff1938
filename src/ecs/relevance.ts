import { searchable } from '../cfn/prefilter/scan.ts';

/**
 * Whether a template may start containers, or say something about sessions in them, by the look of its text alone: a
 * yes may be wrong.
 */
export function mayUseEcs(text: string): boolean {
  return /ecs|ssm|ExecuteCommand/i.test(searchable(text));
}

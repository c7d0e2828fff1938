import { text } from '../../cfn/functions/intrinsic.ts';
import { type Edit, rename, set } from '../../edit/tree/edit.ts';
import type { PolicySyntaxError } from '../../iam/policy-defects.ts';
import { nodeAt } from '../../syntax/place.ts';

/** Writes what is meant in place of what IAM refuses; nothing where it is computed, or stands inside another text. */
export function correctPolicySyntax({
  is,
  at,
  written,
  meant,
}: PolicySyntaxError): readonly Edit[] | undefined {
  if (meant === undefined || at.document.within) return undefined;
  if (is === 'element') return [rename(at, meant)];
  return is === 'map' || text(nodeAt(at)) === written ? [set(at, meant)] : undefined;
}

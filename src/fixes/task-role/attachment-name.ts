import { writtenText } from '../../cfn/functions/qualified-name.ts';
import type { ArnAttachment } from '../../ecs/task-role/attached-by-arn.ts';
import { type Edit, removeButComments, set } from '../../edit/tree/edit.ts';
import { isRemovable } from '../edit-values.ts';
import { isSpelledOut } from '../spelled-out.ts';

/** Has a policy name by its name what it names by an ARN; what the policy names already is taken out. */
export function attachByName(attachment: ArnAttachment): readonly Edit[] | undefined {
  const { at, holder, isDuplicate, name, policy } = attachment;
  if (at.document.within) return undefined;
  if (isDuplicate) return isRemovable(at) ? [removeButComments(at)] : undefined;
  const { references } = policy.template.declarations;
  const isLocal = holder?.template.key === policy.template.key && !references.reaches(holder.id, policy.id);
  if (holder && isLocal) return [set(at, { Ref: holder.id })];
  const written = name !== undefined && isSpelledOut(at, name) ? writtenText(name) : undefined;
  return written === undefined ? undefined : [set(at, written)];
}

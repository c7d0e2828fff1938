import type { RolePathMismatch } from '../../ecs/task-role/role-paths.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';

/** Refers to the role by its attribute. Nothing where only another template, or only a condition, makes it. */
export function referToRole({ at, role, holder }: RolePathMismatch): Edit | undefined {
  const { id, condition, template } = role.resource;
  const isThere =
    template.key === holder.template.key && (condition ?? holder.condition) === holder.condition;
  const isCircle = isThere && template.declarations.references.reaches(id, holder.id);
  return isThere && !isCircle ? set(at, { 'Fn::GetAtt': [id, 'Arn'] }) : undefined;
}

import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Role } from '../../ecs/model/role.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import type { Place } from '../../syntax/place.ts';

/** Where a resource names a role. */
interface RoleReference {
  readonly at: Place;
  readonly role: Role;
  /** What names it. */
  readonly holder: Resource;
}

/** Refers to the role by its attribute. Nothing where only another template, or only a condition, makes it. */
export function referToRole({ at, role, holder }: RoleReference): Edit | undefined {
  const { id, condition, template } = role.resource;
  const isThere =
    template.key === holder.template.key && (condition ?? holder.condition) === holder.condition;
  const isCircle = isThere && template.declarations.references.reaches(id, holder.id);
  return isThere && !isCircle ? set(at, { 'Fn::GetAtt': [id, 'Arn'] }) : undefined;
}

import { type Node, toJson } from '../../syntax/node.ts';
import { isWritten, nodeAt, type Place } from '../../syntax/place.ts';
import type { Declarations, ResourceDeclaration } from '../declarations.ts';
import { intrinsic } from '../intrinsic.ts';
import { onlyReference } from '../reference.ts';
import { namesIn } from '../references.ts';
import type { Resource } from '../resource.ts';
import type { Value } from '../value.ts';
import type { PerhapsAttachedPolicy, PolicyResource } from './attached.ts';
import { type Coverage, matchPieces } from './coverage.ts';
import { entries } from './entries.ts';
import { pieces } from './pieces.ts';
import { policyResource } from './policy-resource.ts';

/** The property in which each type names the roles that have it: several, or one. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Policy', 'Roles'],
  ['AWS::IAM::ManagedPolicy', 'Roles'],
  ['AWS::IAM::RolePolicy', 'RoleName'],
]);

/** The policies that are resources of their own and name the role, for sure or perhaps. */
export function separatePolicies(role: Resource): readonly (PolicyResource | PerhapsAttachedPolicy)[] {
  const { declarations } = role.template;
  const ids = new Set(declarations.references.to(role.id));
  if (isWritten(role.declared('RoleName'))) for (const id of namingFreely(declarations)) ids.add(id);
  return [...ids].flatMap(id => {
    const declaration = declarations.resources.get(id);
    return (declaration && attachedPolicy(role, declaration)) ?? [];
  });
}

function attachedPolicy(
  role: Resource,
  { id, type, at }: ResourceDeclaration,
): PolicyResource | PerhapsAttachedPolicy | undefined {
  const { template } = role;
  const property = ROLES.get(type);
  const names = property === undefined ? undefined : entries(template, at, 'Properties', property);
  if (!names || names.is === 'absent') return undefined;
  const items = names.is === 'known' ? names.value : [names];
  const attaching = items.map(item => ({ at: item.at, is: isNamed(role, item) }));
  const sure = attaching.find(each => each.is === 'yes');
  if (!sure && !attaching.some(each => each.is === 'unknown')) return undefined;
  const resource = template.resource(id);
  if (!resource) return undefined;
  if (sure) return policyResource(resource, sure.at);
  return { kind: 'perhaps', at, resource, statements: policyResource(resource, at).statements };
}

/**
 * Whether an item of a policy names the role. A name that comes from outside the stack is not taken for that of a role
 * which the stack itself makes: whoever gives a parameter cannot know a generated name, nor mean a role that is not there.
 */
function isNamed(role: Resource, item: Value<string>): Coverage {
  const { template } = role;
  const own = role.shape('RoleName');
  if (item.is !== 'known') return isSameExpression(role, item.at) ? 'yes' : mentions(item.at, role.id);
  const id = onlyReference(item.value);
  if (id === role.id) return 'yes';
  if (own.is === 'absent') return 'no';
  if (own.is === 'unknown') return id === undefined ? 'unknown' : 'no';
  const name = String(own.value);
  if (name === item.value) return 'yes';
  if (id !== undefined) return template.declarations.parameters.get(id)?.default === name ? 'unknown' : 'no';
  return matchPieces(pieces(name, 'text'), pieces(item.value, 'text'));
}

/** What cannot be computed is still the same when it is written the same. */
function isSameExpression(role: Resource, item: Place): boolean {
  const [name, other] = [nodeAt(role.place('RoleName')), nodeAt(item)];
  return (
    name !== undefined &&
    other !== undefined &&
    JSON.stringify(toJson(name)) === JSON.stringify(toJson(other))
  );
}

function mentions(item: Place, id: string): Coverage {
  const node = nodeAt(item);
  return node && namesIn(node).has(id) ? 'unknown' : 'no';
}

const namingFreelyIn = new WeakMap<Declarations, readonly string[]>();

/** The policies that name a role in any other way than by `Ref`: only they can name one by the name that it has. */
function namingFreely(declarations: Declarations): readonly string[] {
  const known = namingFreelyIn.get(declarations);
  if (known) return known;
  const ids = [...ROLES].flatMap(([type, property]) =>
    declarations.ofType(type).flatMap(({ id, at }) => {
      const node = nodeAt({ ...at, path: [...at.path, 'Properties', property] });
      return node && !isByReference(node, declarations) ? [id] : [];
    }),
  );
  namingFreelyIn.set(declarations, ids);
  return ids;
}

function isByReference(node: Node, declarations: Declarations): boolean {
  const items = node.kind === 'sequence' ? node.items : [node];
  return items.every(item => {
    const call = intrinsic(item);
    return (
      call?.name === 'Ref' &&
      call.argument.kind === 'scalar' &&
      declarations.resources.has(String(call.argument.value))
    );
  });
}

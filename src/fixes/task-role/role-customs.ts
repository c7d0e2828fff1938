import { intrinsic, text } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { ResourceDeclaration } from '../../cfn/template/declarations.ts';
import { referencesIn } from '../../cfn/template/reference.ts';
import type { Json, JsonObject } from '../../syntax/json-value.ts';
import { type Node, toJson } from '../../syntax/node.ts';
import { child, isWritten, nodeAt } from '../../syntax/place.ts';
import { under } from '../policy.ts';

/**
 * Who deploys may be allowed to create such roles only:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
const CUSTOMS = ['Path', 'PermissionsBoundary'];

/** The properties that all roles of a template share, for a new role that a resource is to have. */
export function roleCustoms(user: Resource): JsonObject {
  const roles = user.template.declarations.ofType('AWS::IAM::Role');
  const customs = CUSTOMS.flatMap(key => {
    const value = sharedBy(roles, key);
    const written = value && writtenFor(user, value);
    return written === undefined ? [] : [[key, written] as const];
  });
  return Object.fromEntries<Json>(customs);
}

/** What stands in all roles in the same words, as long as these do not change from turn to turn of a loop. */
function sharedBy(roles: readonly ResourceDeclaration[], key: string): Node | undefined {
  const places = roles.map(({ at }) => child(at, 'Properties', key));
  const nodes = places.filter(isWritten).flatMap(at => nodeAt(at) ?? []);
  const texts = new Set(nodes.map(node => JSON.stringify(toJson(node))));
  const [written = '', another] = texts;
  const names = places.flatMap(({ iteration }) => [...(iteration?.names.keys() ?? [])]);
  const isSame = nodes.length === roles.length && another === undefined;
  return isSame && !names.some(name => new RegExp(`["{]${name}["}]`).test(written)) ? nodes[0] : undefined;
}

/** Nothing where it needs the resource itself; only where it is there, where it depends on other conditions. */
function writtenFor(user: Resource, value: Node): Json | undefined {
  const { declarations } = user.template;
  const needed = roleReferences(value, user.condition === undefined ? [] : [user.condition]).flatMap(
    ({ id, held }) => {
      const resource = declarations.resources.get(id);
      return resource ? [{ id, held, condition: resource.condition }] : [];
    },
  );
  if (needed.some(({ id }) => declarations.references.reaches(id, user.id))) return undefined;
  const conditions = needed.flatMap(({ condition, held }) =>
    condition === undefined || held.includes(condition) ? [] : [condition],
  );
  return [...new Set(conditions)].reduce((inner, condition) => under(condition, inner), toJson(value));
}

/** What a value refers to, and the conditions that hold wherever it does. */
interface RoleReference {
  readonly id: string;
  readonly held: readonly string[];
}

function roleReferences(node: Node, held: readonly string[]): readonly RoleReference[] {
  const own = referencesIn(node, undefined).map(({ id }) => ({ id, held }));
  if (node.kind === 'sequence') return node.items.flatMap(item => roleReferences(item, held));
  if (node.kind !== 'mapping') return [];
  const call = intrinsic(node);
  const [condition, then] = call?.argument.kind === 'sequence' ? call.argument.items : [];
  if (call?.name === 'Fn::If' && call.argument.kind === 'sequence')
    return call.argument.items.flatMap(item =>
      roleReferences(item, item === then ? [...held, text(condition) ?? ''] : held),
    );
  return [...own, ...node.entries.flatMap(({ value }) => roleReferences(value, held))];
}

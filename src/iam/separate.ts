import { intrinsic } from '../cfn/functions/intrinsic.ts';
import { onlyPlaceholder } from '../cfn/functions/placeholder.ts';
import { mayBeSame } from '../cfn/scenario/deployed-stack.ts';
import { nearestTo } from '../cfn/scenario/nearest.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Stack } from '../cfn/scenario/stack.ts';
import type { TemplateSet } from '../cfn/scenario/template-set.ts';
import type { Declarations, ResourceDeclaration } from '../cfn/template/declarations.ts';
import { andThen, known, type Value } from '../cfn/value.ts';
import { type Node, toJson } from '../syntax/node.ts';
import { child, isWritten, nodeAt, type Place } from '../syntax/place.ts';
import { someYes } from '../util/three-valued.ts';
import { type PerhapsAttachedPolicy, type PolicyResource, policyResource } from './attached-policies.ts';
import type { Coverage } from './pattern-match.ts';
import {
  isForRolesFromOutside,
  isOpenName,
  ROLE_PROPERTIES,
  roleNamesAt,
  rolesNamedIn,
  SEPARATE_TYPES,
  sharedName,
  stacksByRoleName,
  stacksNaming,
  stacksNamingAny,
  stacksPerhapsNaming,
} from './role-attachments.ts';
import { compareNames, compareSharedNames } from './role-name.ts';
import { stringList } from './statements.ts';

/** The policies that are resources of their own and name the role, for sure or perhaps. */
export function separatePolicies(role: Resource): readonly (PolicyResource | PerhapsAttachedPolicy)[] {
  const { template } = role;
  const own = role.symbolic('RoleName');
  const referring = template.declarations.references.to(role.id).flatMap(id => {
    const declaration = template.declarations.resources.get(id);
    return declaration && ROLE_PROPERTIES.has(declaration.type) ? [declaration] : [];
  });
  const naming = isWritten(role.declared('RoleName')) ? namingFreely(template) : [];
  const policies = new Map(naming.map(each => [each.declaration.id, each]));
  for (const declaration of referring)
    policies.set(declaration.id, { declaration, roles: undefined, mentions: true });
  const here = [...policies.values()].flatMap(each => attached(role, own, each) ?? []);
  return [...here, ...elsewhere(role)];
}

/**
 * The policies in the templates of other stacks that are attached to the role, by an import, a parameter or its name. One
 * of a stack that the role is known in, and whose roles cannot be computed, is perhaps attached.
 */
function elsewhere(role: Resource): readonly (PolicyResource | PerhapsAttachedPolicy)[] {
  const { stack } = role.template;
  if (!stack.system) return [];
  const own = ownName(role);
  const naming = stacksNamingRole(stack.system, own);
  const mentioning = new Set(mentioningInPolicies(role));
  const others = new Set([...mentioning, ...naming, ...stacksNamingAny(stack.system)]);
  others.delete(stack);
  return [...others].flatMap(other => {
    const template = role.template.templateOf(other);
    return namingFreely(template).flatMap(({ declaration }) => {
      const policy = template.resource(declaration.id);
      return (policy && attachedElsewhere(role, own, policy, mentioning.has(other))) ?? [];
    });
  });
}

/** A policy of another stack, where it is attached to the role. */
function attachedElsewhere(
  role: Resource,
  own: OwnName,
  policy: Resource,
  mentions: boolean,
): PolicyResource | PerhapsAttachedPolicy | undefined {
  const { template } = policy;
  const roles = rolesNamedIn(policy);
  if (roles.is === 'absent') return undefined;
  const places = roles.is === 'known' ? roles.value : [];
  const naming = places.map(at => [at, names(template, at, role, own)] as const);
  const attachment =
    places.find(at => pointsTo(template, at, role)) ?? naming.find(([, is]) => is === 'yes')?.[0];
  if (attachment) return policyResource(policy, attachment);
  const isOpen = roles.is === 'unknown' || places.some(at => template.symbolic(at).is === 'unknown');
  const isPerhapsNamed = naming.some(([, is]) => is === 'unknown');
  const isPerhaps = isPerhapsNamed || (isOpen && mentions) || mayBeFor(role, policy);
  return isPerhaps ? perhapsAttached(policy) : undefined;
}

/** Whether a policy of another stack is for roles that only whoever deploys names, and the role may be one. */
function mayBeFor(role: Resource, policy: Resource): boolean {
  const [{ deployed }, other] = [role.template.stack, policy.template.stack];
  return mayBeSame(deployed?.account, other.deployed?.account) && isForRolesFromOutside(policy);
}

function perhapsAttached(resource: Resource): PerhapsAttachedPolicy {
  const { at } = resource;
  return { kind: 'perhaps', at, resource, statements: policyResource(resource, at).statements };
}

/** The stacks with policies that may point to a role, by an import or a parameter. */
function mentioningInPolicies({ id, template: { stack } }: Resource): readonly Stack[] {
  return SEPARATE_TYPES.flatMap(type => stack.system?.mentioning(stack, id, type) ?? []);
}

function pointsTo(template: Template, at: Place, role: Resource): boolean {
  const target = template.target(at);
  return target.is === 'known' && target.value.sameAs(role);
}

/** The name that a role is given, as all stacks have it. */
interface OwnName {
  /** Nothing where CloudFormation generates it, or where it cannot be told. */
  readonly name: string | undefined;
  /** What it is by the default of a parameter. */
  readonly assumed: string | undefined;
  /** Whether nothing is known of it, but that there is one. */
  readonly isOpen: boolean;
}

function ownName(role: Resource): OwnName {
  const { template } = role;
  const own = role.symbolic('RoleName');
  if (own.is !== 'known' || typeof own.value !== 'string')
    return { name: undefined, assumed: undefined, isOpen: own.is === 'unknown' };
  const parameter = template.declarations.parameters.get(onlyPlaceholder(own.value) ?? '');
  const name = sharedName(own.value, template);
  return { name, assumed: parameter?.default, isOpen: isOpenName(template, own.value) };
}

function stacksNamingRole(system: TemplateSet, { name, assumed, isOpen }: OwnName): readonly Stack[] {
  const naming = stacksNaming(system);
  if (isOpen) return [...naming.values()].flat();
  const byDefault = assumed === undefined ? [] : (naming.get(assumed) ?? []);
  return name === undefined ? [] : [...byDefault, ...stacksPerhapsNaming(system, name)];
}

/** Whether the name that a role has is written there, and no role of that name is nearer. */
function names(template: Template, at: Place, role: Resource, own: OwnName): Coverage {
  const { stack } = role.template;
  if (!mayBeSame(stack.deployed?.account, template.stack.deployed?.account)) return 'no';
  const written = [...roleNamesAt(template, at)];
  const is = someYes(
    written.map(each => (own.name === undefined ? 'no' : compareSharedNames(own.name, each))),
  );
  if (is === 'yes' && own.name !== undefined) return isNearest(role, own.name, template) ? 'yes' : 'no';
  const mayBeOwn = written.some(
    each =>
      onlyPlaceholder(each) === undefined &&
      (own.isOpen || each === own.assumed) &&
      declaringStacks(stack, each).every(declaring => declaring === stack),
  );
  return mayBeOwn ? 'unknown' : is;
}

function declaringStacks({ system }: Stack, name: string): readonly Stack[] {
  return system ? (stacksDeclaring(system).get(name) ?? []) : [];
}

function isNearest(role: Resource, own: string, template: Template): boolean {
  const { stack } = role.template;
  const declaring = declaringStacks(stack, own);
  const stacks = stack.declarations.account ? declaring : [...new Set([stack, ...declaring])];
  if (stack.declarations.account) return stacks.length === 0;
  return nearestTo(stacks, each => each, template.stack).includes(stack);
}

const stacksDeclaring = stacksByRoleName(['AWS::IAM::Role'], role =>
  andThen(role.find('RoleName'), at => known([at], at)),
);

interface Candidate {
  readonly declaration: ResourceDeclaration;
  /** The roles that it names, where they are the same in all scenarios. */
  readonly roles: readonly Value<string>[] | undefined;
  /** Whether the role occurs in it. */
  readonly mentions: boolean;
}

function attached(
  role: Resource,
  own: Value<unknown>,
  candidate: Candidate,
): PolicyResource | PerhapsAttachedPolicy | undefined {
  const { template } = role;
  const { id } = candidate.declaration;
  const names = candidate.roles ?? rolesOf(template, candidate.declaration);
  let perhaps = false;
  for (const name of names) {
    const is = isNamed(role, own, name, candidate.mentions);
    if (is === 'no') continue;
    const resource = template.resource(id);
    if (resource && is === 'yes') return policyResource(resource, name.at);
    perhaps = true;
  }
  const resource = perhaps ? template.resource(id) : undefined;
  return resource && perhapsAttached(resource);
}

function rolesOf(template: Template, { type, at }: ResourceDeclaration): readonly Value<string>[] {
  const names = stringList(template, at, 'Properties', ROLE_PROPERTIES.get(type) ?? '');
  if (names.is === 'known') return names.value;
  return names.is === 'unknown' ? [names] : [];
}

/** What cannot be computed is still the same when it is written the same. */
function isNamed(role: Resource, own: Value<unknown>, name: Value<string>, mentions: boolean): Coverage {
  if (name.is === 'known') return compareNames(role, own, name.value);
  const [written, other] = [nodeAt(name.at), nodeAt(role.place('RoleName'))];
  const isSame = written && other && JSON.stringify(toJson(written)) === JSON.stringify(toJson(other));
  if (isSame) return 'yes';
  return mentions || own.is !== 'absent' ? 'unknown' : 'no';
}

const namingFreelyIn = new WeakMap<Declarations, readonly Candidate[]>();

/** The policies that name a role in any other way than by `Ref`: only they can name one by the name that it has. */
function namingFreely(template: Template): readonly Candidate[] {
  const { declarations } = template;
  const known = namingFreelyIn.get(declarations);
  if (known) return known;
  const candidates = [...ROLE_PROPERTIES].flatMap(([type, property]) =>
    declarations.ofType(type).flatMap(declaration => {
      const node = nodeAt(child(declaration.at, 'Properties', property));
      if (!node || isByReference(node, declarations)) return [];
      return [
        {
          declaration,
          roles: calls(node, 'Fn::If') ? undefined : rolesOf(template, declaration),
          mentions: false,
        },
      ];
    }),
  );
  namingFreelyIn.set(declarations, candidates);
  return candidates;
}

function isByReference(node: Node, { resources }: Declarations): boolean {
  const items = node.kind === 'sequence' ? node.items : [node];
  return items.every(item => {
    const call = intrinsic(item);
    return (
      call?.name === 'Ref' && call.argument.kind === 'scalar' && resources.has(String(call.argument.value))
    );
  });
}

/** Whether a function is called anywhere in a value. */
function calls(node: Node, name: string): boolean {
  if (intrinsic(node)?.name === name) return true;
  if (node.kind === 'sequence') return node.items.some(item => calls(item, name));
  return node.kind === 'mapping' && node.entries.some(each => calls(each.value, name));
}

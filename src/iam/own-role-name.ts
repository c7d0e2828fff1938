import { onlyPlaceholder } from '../cfn/functions/placeholder.ts';
import { mayBeSame } from '../cfn/scenario/deployed-stack.ts';
import { nearestTo } from '../cfn/scenario/nearest.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Stack } from '../cfn/scenario/stack.ts';
import type { TemplateSet } from '../cfn/scenario/template-set.ts';
import { andThen, known } from '../cfn/value.ts';
import type { Place } from '../syntax/place.ts';
import { someYes } from '../util/three-valued.ts';
import type { Coverage } from './pattern-match.ts';
import {
  isOpenName,
  roleNamesAt,
  sharedName,
  stacksByRoleName,
  stacksNaming,
  stacksPerhapsNaming,
} from './role-attachments.ts';
import { compareSharedNames } from './role-name.ts';

/** The name that a role is given, as all stacks have it. */
export interface OwnName {
  /** Nothing where CloudFormation generates it, or where it cannot be told. */
  readonly name: string | undefined;
  /** What it is by the default of a parameter. */
  readonly assumed: string | undefined;
  /** Whether nothing is known of it, but that there is one. */
  readonly isOpen: boolean;
}

export function ownName(role: Resource): OwnName {
  const { template } = role;
  const own = role.symbolic('RoleName');
  if (own.is !== 'known' || typeof own.value !== 'string')
    return { name: undefined, assumed: undefined, isOpen: own.is === 'unknown' };
  const parameter = template.declarations.parameters.get(onlyPlaceholder(own.value) ?? '');
  const name = sharedName(own.value, template);
  return { name, assumed: parameter?.default, isOpen: isOpenName(template, own.value) };
}

/** The stacks with policies that name the role, or may. */
export function stacksNamingRole(system: TemplateSet, { name, assumed, isOpen }: OwnName): readonly Stack[] {
  const naming = stacksNaming(system);
  if (isOpen) return [...naming.values()].flat();
  const byDefault = assumed === undefined ? [] : (naming.get(assumed) ?? []);
  return name === undefined ? [] : [...byDefault, ...stacksPerhapsNaming(system, name)];
}

/** Whether the name that a role has is written there, and no role of that name is nearer. */
export function namesRole(template: Template, at: Place, role: Resource, own: OwnName): Coverage {
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

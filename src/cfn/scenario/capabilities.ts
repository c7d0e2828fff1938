import { entry, type Node } from '../../syntax/node.ts';
import { child, isWritten } from '../../syntax/place.ts';
import type { ResourceDeclaration } from '../template/declarations.ts';
import type { Stack } from './stack.ts';

/** What a deploy has to acknowledge that a template may do. */
export type Capability = 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM' | 'CAPABILITY_AUTO_EXPAND';

/** The resources for which a deploy has to acknowledge IAM, and the property that gives each a name. */
const IAM: ReadonlyMap<string, string | undefined> = new Map([
  ['AWS::IAM::AccessKey', undefined],
  ['AWS::IAM::Group', 'GroupName'],
  ['AWS::IAM::GroupPolicy', undefined],
  ['AWS::IAM::InstanceProfile', 'InstanceProfileName'],
  ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName'],
  ['AWS::IAM::Policy', undefined],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::IAM::RolePolicy', undefined],
  ['AWS::IAM::User', 'UserName'],
  ['AWS::IAM::UserPolicy', undefined],
  ['AWS::IAM::UserToGroupAddition', undefined],
]);

/** SAM makes roles for what it expands. */
const SAM = 'AWS::Serverless::';

const NESTED: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

/**
 * The capabilities that a deploy of a stack has to acknowledge, for itself and the stacks nested in it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
 */
export function capabilitiesOf(stack: Stack): readonly Capability[] {
  const stacks = withNested(stack);
  const resources = stacks.flatMap(each => [...each.declarations.resources.values()]);
  const isNamed = resources.some(hasName);
  const isIam = resources.some(({ type }) => IAM.has(type) || type.startsWith(SAM));
  const isExpanded =
    resources.some(({ type }) => NESTED.has(type)) ||
    stacks.some(
      ({ document: { root } }) => root.kind === 'mapping' && entry(root, 'Transform') !== undefined,
    ) ||
    stacks.some(({ document: { root } }) => transforms(root));
  return [
    ...(isNamed ? (['CAPABILITY_NAMED_IAM'] as const) : isIam ? (['CAPABILITY_IAM'] as const) : []),
    ...(isExpanded ? (['CAPABILITY_AUTO_EXPAND'] as const) : []),
  ];
}

function withNested(stack: Stack): readonly Stack[] {
  return [stack, ...[...stack.children.values()].flatMap(withNested)];
}

function hasName({ type, at }: ResourceDeclaration): boolean {
  const property = IAM.get(type);
  return property !== undefined && isWritten(child(at, 'Properties', property));
}

function transforms(node: Node): boolean {
  switch (node.kind) {
    case 'scalar':
      return false;
    case 'sequence':
      return node.items.some(transforms);
    case 'mapping':
      return node.entries.some(({ key, value }) => key === 'Fn::Transform' || transforms(value));
  }
}

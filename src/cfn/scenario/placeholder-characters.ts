import { callAt, textAt } from '../functions/intrinsic.ts';
import { qualifiedName } from '../functions/qualified-name.ts';
import { parseReference } from '../template/reference.ts';
import type { Template } from './scenario-template.ts';

/** Of the ids that Amazon EC2 gives, of those of keys, and of the names that CloudFormation generates. */
const GENERATED = /[A-Za-z\d-]/;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const IAM_NAME = /[\w+=,.@-]/;
const USUAL_NAME = /[\w.@-]/;

/** What gives the id of its resource whatever the resource is called. */
const ID_ATTRIBUTES: ReadonlySet<string> = new Set([
  'AWS::EC2::RouteTable.RouteTableId',
  'AWS::EC2::SecurityGroup.GroupId',
  'AWS::EC2::Subnet.SubnetId',
  'AWS::EC2::VPC.VpcId',
]);

/** What `Ref` gives of each type. */
const REFS: ReadonlyMap<string, RegExp> = new Map([
  ['AWS::EC2::RouteTable', GENERATED],
  ['AWS::EC2::Subnet', GENERATED],
  ['AWS::EC2::VPC', GENERATED],
  ['AWS::ECS::Cluster', /[\w-]/],
  ['AWS::KMS::Key', GENERATED],
  ['AWS::Logs::LogGroup', /[\w./#-]/],
  ['AWS::S3::Bucket', /[a-z\d.-]/],
]);

/** The property that names a resource of IAM. */
const IAM_NAMES: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Group', 'GroupName'],
  ['AWS::IAM::InstanceProfile', 'InstanceProfileName'],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::IAM::User', 'UserName'],
]);

/** The characters that what a placeholder stands for is made of, where the type of what it names tells. */
export function placeholderCharacters(template: Template, name: string): RegExp | undefined {
  const { id, attribute } = parseReference(name);
  const owner = template.owner(id);
  if (!owner) return parameterCharacters(template, name);
  const { type } = owner.declaration;
  if (attribute !== undefined) return ID_ATTRIBUTES.has(`${type}.${attribute}`) ? GENERATED : undefined;
  if (type === 'AWS::EC2::SecurityGroup') return groupCharacters(template, id);
  const nameProperty = IAM_NAMES.get(type);
  return nameProperty === undefined ? REFS.get(type) : iamCharacters(template, id, nameProperty);
}

function parameterCharacters({ stack, declarations }: Template, name: string): RegExp | undefined {
  const { key, name: own } = qualifiedName(name);
  const parameters =
    key === undefined ? declarations.parameters : stack.system?.stack(key)?.declarations.parameters;
  return /^AWS::EC2::\w+::Id$/.test(parameters?.get(own)?.type ?? '') ? GENERATED : undefined;
}

/** `Ref` gives the id of a security group that is in a named VPC, and may give the name of another. */
function groupCharacters(template: Template, id: string): RegExp | undefined {
  const group = template.resource(id);
  const isNamed = group?.find('GroupName').is !== 'absent' && group?.find('VpcId').is !== 'known';
  return isNamed ? undefined : GENERATED;
}

/** Names are not computed here: one may be made of what is being split. */
function iamCharacters(template: Template, id: string, nameProperty: string): RegExp {
  const found = template.resource(id)?.find(nameProperty);
  if (found?.is === 'absent') return GENERATED;
  const written = found?.is === 'known' && !callAt(found.value) ? textAt(found.value) : undefined;
  const isUsual = written !== undefined && [...written].every(each => USUAL_NAME.test(each));
  return isUsual ? USUAL_NAME : IAM_NAME;
}

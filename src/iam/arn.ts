import { onlyPlaceholder, placeholder } from '../cfn/functions/placeholder.ts';
import { rebase } from '../cfn/scenario/rebase.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { VariableKind } from './pattern-tokens.ts';

/** What `Ref` gives for these is the name that they have: this property's value, or a generated one. */
const NAME_PROPERTIES: ReadonlyMap<string, string | undefined> = new Map([
  ['AWS::Logs::LogGroup', 'LogGroupName'],
  ['AWS::S3::Bucket', 'BucketName'],
  ['AWS::ECS::Cluster', 'ClusterName'],
  ['AWS::KMS::Alias', 'AliasName'],
  ['AWS::KMS::Key', undefined],
  ['AWS::KMS::ReplicaKey', undefined],
]);

const WORDS: ReadonlySet<string> = new Set([
  'AWS::Partition',
  'AWS::Region',
  'AWS::AccountId',
  'AWS::StackName',
]);

/** Names that are built from names: deeper than this they are left as they are. */
const MOST_STEPS = 4;

export function logGroupArn(name: string): string {
  return `${regionalArn('logs')}:log-group:${name}`;
}

export function bucketArn(name: string): string {
  return `arn:${placeholder('AWS::Partition')}:s3:::${name}`;
}

export function keyArn(id: string): string {
  return `${regionalArn('kms')}:key/${id}`;
}

/** The ARN of a task, whichever it is, of a cluster. */
export function taskArn(cluster: string): string {
  return `${regionalArn('ecs')}:task/${cluster}/${placeholder('a task')}`;
}

export function clusterArn(name: string): string {
  return `${regionalArn('ecs')}:cluster/${name}`;
}

/** An ARN in whichever region. */
export function inAnyRegion(arn: string): string {
  return arn.replace(placeholder('AWS::Region'), placeholder('a region'));
}

/** The beginning of the ARNs of a service in the region and account of the stack. */
export function regionalArn(service: string): string {
  const [partition, region, account] = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map(placeholder);
  return `arn:${partition}:${service}:${region}:${account}`;
}

/** Writes out what the placeholders in an ARN stand for, as far as the template says it. */
export function expandArn(template: Template, text: string): string {
  const id = onlyPlaceholder(text);
  const type = id === undefined ? undefined : template.owner(id)?.declaration.type;
  // `Ref` alone: the name of these resources, which is no ARN, and the ARN of some others.
  return id !== undefined && type !== undefined && !NAME_PROPERTIES.has(type)
    ? elsewhere(type, id)
    : expandPlaceholders(template, text, MOST_STEPS);
}

function expandPlaceholders(template: Template, text: string, steps: number): string {
  return text.replace(/\uFDD0([^.\uFDD0\uFDD1]*)(\.Arn)?\uFDD1/g, (mark, id: string, isArn?: string) => {
    const type = template.owner(id)?.declaration.type;
    if (type === undefined) return mark;
    const name = nameOf(template, id, type, steps);
    return isArn ? (arnOf(type, name) ?? elsewhere(type, `${id}.Arn`)) : name;
  });
}

/** `Fn::GetAtt X.Arn`: a log group's ends in `:*`. */
function arnOf(type: string, name: string): string | undefined {
  switch (type) {
    case 'AWS::Logs::LogGroup':
      return `${logGroupArn(name)}:*`;
    case 'AWS::S3::Bucket':
      return bucketArn(name);
    case 'AWS::KMS::Key':
    case 'AWS::KMS::ReplicaKey':
      return keyArn(name);
    case 'AWS::ECS::Cluster':
      return clusterArn(name);
    case 'AWS::KMS::Alias':
      return `${regionalArn('kms')}:${name}`;
    default:
      return undefined;
  }
}

/** Whatever the ARN of another resource of AWS is, it begins with the service that the resource is of. */
function elsewhere(type: string, name: string): string {
  const [vendor, service] = type.split('::');
  if (vendor !== 'AWS' || service === undefined || service === 'CloudFormation') return placeholder(name);
  return `arn:${placeholder('AWS::Partition')}:${service.toLowerCase()}:${placeholder(name)}`;
}

function nameOf(template: Template, id: string, type: string, steps: number): string {
  const property = NAME_PROPERTIES.get(type);
  const owner = template.owner(id);
  // The name of an alias begins with this, whatever else it is.
  const unknownName = type === 'AWS::KMS::Alias' ? `alias/${placeholder(id)}` : placeholder(id);
  if (property === undefined || !owner || steps === 0) return unknownName;
  const name = owner.template.symbolic(owner.declaration.at, 'Properties', property);
  return name.is === 'known' && typeof name.value === 'string'
    ? expandPlaceholders(template, rebase(name.value, owner.template.stack, template.stack), steps - 1)
    : unknownName;
}

/**
 * Whether two ARNs are those of two different resources of this template, whatever their names are; what a wildcard
 * leaves open is no difference.
 */
export function isAnother(template: Template, pattern: string, arn: string): boolean {
  const [id, other] = [resourceIn(pattern), resourceIn(arn)];
  if (id === undefined || other === undefined || id === other) return false;
  const type = template.owner(id)?.declaration.type;
  return type !== undefined && type === template.owner(other)?.declaration.type && NAME_PROPERTIES.has(type);
}

/** The logical id in `arn:…:log-group:${Group}:*`, `arn:…:::${Bucket}/*`, `arn:…:key/${Key}` or `${Key.Arn}`. */
export function resourceIn(arn: string): string | undefined {
  const found =
    /^(?:arn:[^/]*?(?::log-group:|:::|:key\/))?\uFDD0([^.\uFDD0\uFDD1]+)(?:\.Arn)?\uFDD1(?=[:/]|$)/.exec(arn);
  return found?.[1];
}

/** What a placeholder in an ARN can turn out to be, when the template does not say it. */
export function variableKindOf(template: Template, name: string): VariableKind {
  if (WORDS.has(name)) return 'word';
  const owner = template.owner(name);
  if (!owner || !NAME_PROPERTIES.has(owner.declaration.type)) return 'anything';
  const property = NAME_PROPERTIES.get(owner.declaration.type);
  if (property === undefined) return 'generated';
  const own = owner.template.find(owner.declaration.at, 'Properties', property);
  return own.is === 'absent' ? 'generated' : 'anything';
}

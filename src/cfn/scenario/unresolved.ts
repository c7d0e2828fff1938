import { type Sentence, say } from '../../i18n/sentence.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { callAt } from '../functions/intrinsic.ts';
import type { Declarations, ResourceDeclaration } from '../template/declarations.ts';
import { parseReference, type Reference, referencesIn } from '../template/reference.ts';
import type { Template } from './scenario-template.ts';

/** A reference that points to nothing: CloudFormation rejects the template. */
export interface Dangling {
  readonly at: Place;
  /** As `Fn::Sub` writes it: `Role`, `Role.Arn`. */
  readonly name: string;
  readonly why: Sentence;
  /** The resource that an `Fn::GetAtt` points to without an attribute. */
  readonly incomplete?: ResourceDeclaration | undefined;
}

/** All such references in what is written at a place: CloudFormation looks at every branch of an `Fn::If`. */
export function danglingIn(declarations: Declarations, at: Place): readonly Dangling[] {
  const own = referencesIn(nodeAt(at), at.iteration).filter(each => !at.iteration?.names.has(each.id));
  const defects = own.flatMap((each): readonly Dangling[] => {
    const why = defectOf(declarations, each);
    const name = each.attribute ? `${each.id}.${each.attribute}` : each.id;
    const incomplete = each.attribute === '' ? declarations.resources.get(each.id) : undefined;
    return why === undefined ? [] : [{ at, name, why, incomplete }];
  });
  return [...defects, ...partsOf(declarations, at).flatMap(part => danglingIn(declarations, part))];
}

/** A reference to what the scenario leaves out. */
export function excludedByCondition(template: Template, at: Place): Dangling | undefined {
  const target = template.target(at);
  const name = target.is === 'unknown' ? target.dangling : undefined;
  const { id } = parseReference(name ?? '');
  const condition = template.declarations.resources.get(id)?.condition;
  if (name === undefined || condition === undefined || template.resource(id)) return undefined;
  return { at: target.at, name, why: say`\`${id}\` is only created if the condition \`${condition}\` holds` };
}

function partsOf(declarations: Declarations, at: Place): readonly Place[] {
  const node = nodeAt(at);
  const call = callAt(at);
  if (call) return call.items;
  if (node?.kind === 'sequence') return node.items.map((_, i) => child(at, i));
  return node?.kind === 'mapping' ? [...declarations.unroll(at, node).places.values()] : [];
}

/** What is wrong with a reference, as far as that is certain: a phrase that follows "because". */
export function defectOf(declarations: Declarations, { id, attribute }: Reference): Sentence | undefined {
  if (id.startsWith('AWS::') || /[${}]/.test(id)) return undefined;
  const type = declarations.resources.get(id)?.type;
  if (type === undefined) {
    if (declarations.mayDeclare(id) !== undefined) return undefined;
    if (!declarations.parameters.has(id)) return say`the template has no \`${id}\``;
    return attribute === undefined
      ? undefined
      : say`\`${id}\` is a parameter, and parameters have no attributes`;
  }
  if (attribute === '') return declarations.macro ? undefined : say`its \`Fn::GetAtt\` has no attribute`;
  const attributes = attribute === undefined ? undefined : ATTRIBUTES.get(type);
  if (!attributes || attribute === undefined || attributes.includes(attribute)) return undefined;
  return say`\`${id}\` (${type}) has no attribute \`${attribute}\``;
}

/**
 * What `Fn::GetAtt` gives of the types that ECS Exec depends on: the read-only properties in the schemas of the
 * CloudFormation registry. A type that is not listed may have any attribute.
 */
export const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::ECS::Cluster', ['Arn']],
  ['AWS::ECS::Service', ['Name', 'ServiceArn']],
  ['AWS::ECS::TaskDefinition', ['TaskDefinitionArn']],
  ['AWS::IAM::Role', ['Arn', 'RoleId']],
  [
    'AWS::IAM::ManagedPolicy',
    [
      'AttachmentCount',
      'CreateDate',
      'DefaultVersionId',
      'IsAttachable',
      'PermissionsBoundaryUsageCount',
      'PolicyArn',
      'PolicyId',
      'UpdateDate',
    ],
  ],
  ['AWS::IAM::InstanceProfile', ['Arn']],
  ['AWS::KMS::Key', ['Arn', 'KeyId']],
  ['AWS::Logs::LogGroup', ['Arn']],
]);

/** The one attribute of a type that is an ARN. */
export function arnAttribute(type: string): string | undefined {
  const attributes = type === 'AWS::S3::Bucket' ? ['Arn'] : (ATTRIBUTES.get(type) ?? []);
  const [only, another] = attributes.filter(each => each.endsWith('Arn'));
  return another === undefined ? only : undefined;
}

import { intrinsic } from '../../cfn/functions/intrinsic.ts';
import { type Role, TASKS } from '../../ecs/model/role.ts';
import { append, type Edit, set } from '../../edit/tree/edit.ts';
import { principalsOf } from '../../iam/principal.ts';
import { namesAction } from '../../iam/statement-evaluation.ts';
import { readStatements, type Statement } from '../../iam/statements.ts';
import { ASSUME_ROLE } from '../../iam/trust-policy.ts';
import { toJson } from '../../syntax/node.ts';
import { isWritten, nodeAt, type Place } from '../../syntax/place.ts';
import { tasksMayAssume, trustStatement } from '../policy.ts';

/**
 * Lets ECS tasks have a role, beside those that may assume it already. Nothing where a Deny would still keep them from
 * it, where the trust policy is computed, or where it names them under a condition, which is not to be got around.
 */
export function allowTasksToAssume(role: Role): readonly Edit[] | undefined {
  const { template } = role.resource;
  const policy = role.resource.find('AssumeRolePolicyDocument');
  if (policy.is === 'absent') return [set(policy.at, tasksMayAssume())];
  if (policy.is === 'unknown') return undefined;
  const statements: Statement[] = [];
  for (const each of readStatements(template, policy.value)) {
    if (each.is !== 'known' || each.value.effect === 'Deny') return undefined;
    if (each.value.conditional && namesTasks(each.value)) return undefined;
    statements.push(each.value);
  }
  const [place] = statements.flatMap(each => servicesOf(each) ?? []);
  return place ? addService(place) : addStatement(role, policy.value);
}

function namesTasks({ template, at }: Statement): boolean {
  return principalsOf(template, at).of('Service', text => (text === TASKS ? 'yes' : 'no')) === 'yes';
}

/** Where an unconditional statement names the services that may assume the role. */
function servicesOf(statement: Statement): Place | undefined {
  if (statement.conditional || namesAction(statement, ASSUME_ROLE).is !== 'yes') return undefined;
  const services = statement.template.find(statement.at, 'Principal', 'Service');
  return services.is === 'known' ? services.value : undefined;
}

function addService(at: Place): readonly Edit[] | undefined {
  const node = nodeAt(at);
  if (!node || node.kind === 'sequence') return [append(at, TASKS)];
  const call = intrinsic(node)?.name;
  const isText = node.kind === 'scalar' || call === 'Fn::Sub' || call === 'Fn::Join';
  return isText ? [set(at, [toJson(node), TASKS])] : undefined;
}

function addStatement({ resource }: Role, policy: Place): readonly Edit[] | undefined {
  const list = resource.template.find(policy, 'Statement');
  if (list.is === 'unknown' || (list.is === 'absent' && isWritten(list.at))) return undefined;
  const at = list.is === 'known' ? list.value : list.at;
  const node = nodeAt(at);
  if (node && node.kind !== 'sequence') return undefined;
  return [append(at, trustStatement())];
}

/**
 * Whether nothing but task definitions use the role, and nobody outside can know its name: then only those that were to
 * have it get it.
 */
export function servesOnlyTasks(role: Role): boolean {
  const { declarations } = role.resource.template;
  const { references, resources } = declarations;
  if (references.inOutputs(role.id) || role.resource.find('RoleName').is !== 'absent') return false;
  return references.to(role.id).every(id => {
    const type = resources.get(id)?.type ?? '';
    return TASK_TYPES.has(type) || (type.startsWith('AWS::IAM::') && type !== 'AWS::IAM::InstanceProfile');
  });
}

const TASK_TYPES: ReadonlySet<string> = new Set([
  'AWS::Batch::JobDefinition',
  'AWS::ECS::DaemonTaskDefinition',
  'AWS::ECS::TaskDefinition',
]);

import { type Dangling, danglingIn } from '../cfn/dangling.ts';
import type { Resource } from '../cfn/resource.ts';
import { child, type Place } from '../syntax/place.ts';
import type { Role } from './role.ts';
import type { Service } from './service.ts';
import { sessionLog } from './session-log.ts';
import type { TaskDefinition } from './task-definition.ts';

/** The properties of a service, or of what starts tasks in its place, that lead on to what ECS Exec depends on. */
const LEADING: readonly string[] = [
  'EnableExecuteCommand',
  'TaskDefinition',
  'DaemonTaskDefinitionArn',
  'Cluster',
  'ClusterArn',
];

/** The references that point to nothing on the way from a service to all that its sessions depend on. */
export function danglingReferences(service: Service): readonly Dangling[] {
  const definition = service.taskDefinition();
  const cluster = service.cluster();
  const log = sessionLog(service);
  const destinations = log.is === 'known' ? log.value.destinations : [];
  return [
    ...LEADING.flatMap(key => inProperty(service.resource, key)),
    ...(definition.is === 'known' ? ofDefinition(definition.value) : []),
    ...(cluster.is === 'known' ? inProperty(cluster.value.resource, 'Configuration') : []),
    ...destinations.flatMap(({ resource }) =>
      resource ? ['KmsKeyId', 'BucketEncryption'].flatMap(key => inProperty(resource, key)) : [],
    ),
  ];
}

function ofDefinition(definition: TaskDefinition): readonly Dangling[] {
  const { resource } = definition;
  const containers = definition.containers();
  const roles = [definition.taskRole(), definition.executionRole()];
  return [
    ...['TaskRoleArn', 'ExecutionRoleArn'].flatMap(key => inProperty(resource, key)),
    ...(containers.is === 'known' ? containers.value.flatMap(each => ofContainer(resource, each)) : []),
    ...roles.flatMap(role => (role.is === 'known' ? ofRole(role.value) : [])),
  ];
}

function ofContainer({ template }: Resource, container: Place): readonly Dangling[] {
  return danglingIn(template.declarations, child(container, 'LogConfiguration'));
}

/** A policy that mentions the role is taken to be attached to it. */
function ofRole({ resource }: Role): readonly Dangling[] {
  const { declarations } = resource.template;
  const users = declarations.references.to(resource.id).map(id => declarations.resources.get(id));
  const policies = users.filter(user => user !== undefined && POLICIES.has(user.type));
  return [
    ...['Policies', 'ManagedPolicyArns', 'PermissionsBoundary'].flatMap(key => inProperty(resource, key)),
    ...policies.flatMap(policy =>
      policy ? danglingIn(declarations, child(policy.at, 'Properties', 'PolicyDocument')) : [],
    ),
  ];
}

const POLICIES: ReadonlySet<string> = new Set([
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
]);

function inProperty(resource: Resource, key: string): readonly Dangling[] {
  return danglingIn(resource.template.declarations, resource.declared(key));
}

import type { Resource } from '../../cfn/scenario/resource.ts';
import { type Dangling, danglingIn } from '../../cfn/scenario/unresolved.ts';
import { ROLE_PROPERTIES } from '../../iam/role-attachments.ts';
import { child, type Place } from '../../syntax/place.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { sessionLog } from '../logging/session-log.ts';
import type { Container } from '../model/container-definition.ts';
import type { Role } from '../model/role.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import { referencesToExcluded } from './excluded-by-condition.ts';

/** The references that point to nothing on the way from a launcher to all that its sessions depend on. */
export function danglingReferences(launcher: Launcher): readonly Dangling[] {
  const { declarations } = launcher.resource.template;
  const definition = launcher.taskDefinition();
  const cluster = launcher.cluster();
  const roles = [launcher.taskRole(), launcher.executionRole()];
  const log = sessionLog(launcher);
  const destinations = log.is === 'known' ? log.value.destinations : [];
  return [
    ...referencesToExcluded(launcher),
    ...launcher.references().flatMap(at => danglingIn(declarations, withAllBranches(at))),
    ...(definition.is === 'known' ? ofDefinition(definition.value) : []),
    ...roles.flatMap(role => (role.is === 'known' ? ofRole(role.value) : [])),
    ...(cluster.is === 'known' ? inProperty(cluster.value.resource, 'Configuration') : []),
    ...destinations.flatMap(({ resource }) =>
      resource ? ['KmsKeyId', 'BucketEncryption'].flatMap(key => inProperty(resource, key)) : [],
    ),
  ];
}

/** The other branches of an `Fn::If` have to lead somewhere too. */
function withAllBranches(at: Place): Place {
  const branch = at.path.indexOf('Fn::If');
  return branch < 0 ? at : { ...at, path: at.path.slice(0, branch) };
}

function ofDefinition(definition: TaskDefinition): readonly Dangling[] {
  const { resource } = definition;
  const containers = definition.containers();
  return [
    ...['TaskRoleArn', 'ExecutionRoleArn'].flatMap(key => inProperty(resource, key)),
    ...(containers.is === 'known' ? containers.value.flatMap(ofContainer) : []),
  ];
}

function ofContainer({ template, at }: Container): readonly Dangling[] {
  return danglingIn(template.declarations, child(at, 'LogConfiguration'));
}

/** A policy that mentions the role is taken to be attached to it. */
function ofRole({ resource }: Role): readonly Dangling[] {
  const { declarations } = resource.template;
  const users = declarations.references.to(resource.id).map(id => declarations.resources.get(id));
  const policies = users.filter(user => user !== undefined && ROLE_PROPERTIES.has(user.type));
  return [
    ...['Policies', 'ManagedPolicyArns', 'PermissionsBoundary'].flatMap(key => inProperty(resource, key)),
    ...policies.flatMap(policy =>
      ['PolicyDocument', ROLE_PROPERTIES.get(policy?.type ?? '') ?? ''].flatMap(key =>
        policy ? danglingIn(declarations, child(policy.at, 'Properties', key)) : [],
      ),
    ),
  ];
}

function inProperty(resource: Resource, key: string): readonly Dangling[] {
  return danglingIn(resource.template.declarations, resource.declared(key));
}

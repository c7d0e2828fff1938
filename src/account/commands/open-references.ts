import { scopeOfArn } from '../../cfn/template/account.ts';
import type { Value } from '../../cfn/value.ts';
import type { Launcher } from '../../ecs/launchers/launcher.ts';
import { keyNeeds } from '../../ecs/logging/key-permissions.ts';
import { sessionLog } from '../../ecs/logging/session-log.ts';
import { type Cluster, DEFAULT_CLUSTER } from '../../ecs/model/cluster.ts';
import type { ResourceList } from '../../ecs/model/network-configuration.ts';
import type { Role } from '../../ecs/model/role.ts';
import { isArray, isObject, type Json } from '../../syntax/json-value.ts';
import { toJson } from '../../syntax/node.ts';
import { nodeAt } from '../../syntax/place.ts';

/** What is to be asked of the account, and about what. */
export interface OpenReference {
  readonly ask:
    | 'aliases'
    | 'clusters'
    | 'exports'
    | 'keys'
    | 'log groups'
    | 'roles'
    | 'security groups'
    | 'stacks'
    | 'subnets'
    | 'task definitions';
  /** A name, an id or an ARN; nothing where all are asked for. */
  readonly name?: string | undefined;
  readonly region?: string | undefined;
}

/** What a launcher depends on that is in no template and was not read of the account. */
export function openReferences(launcher: Launcher): readonly OpenReference[] {
  const { subnets, securityGroups } = launcher.network();
  return [
    ...ofClusterOf(launcher),
    ...open('task definitions', launcher.taskDefinition(), launcher),
    ...(launcher.taskDefinition().is === 'known'
      ? [launcher.taskRole(), launcher.executionRole()].flatMap(each => ofRole(each, launcher))
      : []),
    ...ofItems('subnets', subnets, launcher),
    ...ofItems('security groups', securityGroups, launcher),
  ];
}

function ofClusterOf(launcher: Launcher): readonly OpenReference[] {
  const cluster = launcher.cluster();
  if (cluster.is !== 'known') {
    const found = open('clusters', cluster, launcher);
    const isNamed = nodeAt(cluster.at) !== undefined;
    return found.length > 0 || isNamed ? found : [{ ask: 'clusters', name: DEFAULT_CLUSTER }];
  }
  return [...ofConfiguration(cluster.value), ...ofDestinations(launcher), ...ofKeys(launcher)];
}

function ofConfiguration({ resource }: Cluster): readonly OpenReference[] {
  const isOpen = resource.isReadOnly && resource.find('Configuration').is === 'unknown';
  const name = resource.read('ClusterName');
  const { region } = resource.template.declarations.account?.resources.get(resource.id) ?? {};
  return isOpen && name.is === 'known' ? [{ ask: 'clusters', name: String(name.value), region }] : [];
}

function ofDestinations(launcher: Launcher): readonly OpenReference[] {
  const log = sessionLog(launcher);
  const destinations = log.is === 'known' ? log.value.destinations : [];
  return destinations.flatMap(({ kind, resource, names: [name] }) =>
    kind === 'log group' && !resource ? [{ ask: 'log groups' as const, name }] : [],
  );
}

function ofKeys(launcher: Launcher): readonly OpenReference[] {
  return keyNeeds(launcher).flatMap(
    ({
      key: {
        resource,
        arns: [arn = ''],
        name,
      },
    }): readonly OpenReference[] => {
      if (resource && resource.find('KeyPolicy').is !== 'unknown') return [];
      if (!resource && ALIAS.test(name)) return [{ ask: 'aliases', region: scopeOfArn(name).region }];
      const deployed = resource?.template.declarations.account?.resources.get(resource.id);
      return [
        {
          ask: 'keys',
          name: resource ? resource.id : name,
          region: deployed?.region ?? scopeOfArn(arn).region,
        },
      ];
    },
  );
}

const ALIAS = /^(?:arn:[^$]*:)?alias\/[^$]+$/;

function ofRole(role: Value<Role>, launcher: Launcher): readonly OpenReference[] {
  if (role.is === 'unknown') return open('roles', role, launcher);
  const policies = role.is === 'known' ? role.value.policies() : [];
  const boundary = role.is === 'known' ? role.value.boundary() : undefined;
  const isOpen = [...policies, ...(boundary?.is === 'known' ? [boundary.value] : [])].some(
    each => each.kind === 'unknown',
  );
  return isOpen ? [{ ask: 'roles' }] : [];
}

function ofItems(
  ask: 'subnets' | 'security groups',
  list: Value<ResourceList>,
  launcher: Launcher,
): readonly OpenReference[] {
  if (list.is !== 'known') return open(ask, list, launcher);
  return list.value.flatMap(each => open(ask, each, launcher));
}

/** What would tell what an unknown reference leads to: the stack that it comes from, or what has its name. */
function open(
  ask: OpenReference['ask'],
  value: Value<unknown>,
  { resource: { template } }: Launcher,
): readonly OpenReference[] {
  if (value.is !== 'unknown') return [];
  const node = nodeAt(value.at);
  const written = node && toJson(node);
  const text = template.read(value.at);
  const name = text.is === 'known' && typeof text.value === 'string' ? text.value : undefined;
  if (name !== undefined) return [{ ask, ...(ask !== 'roles' && { name }), region: scopeOfArn(name).region }];
  const stacks = written === undefined ? [] : argumentsOf(written, 'Fn::GetStackOutput');
  return [
    ...(written !== undefined && argumentsOf(written, 'Fn::ImportValue').length > 0
      ? [{ ask: 'exports' as const }]
      : []),
    ...stacks.flatMap(each =>
      isObject(each) && typeof each.StackName === 'string'
        ? [
            {
              ask: 'stacks' as const,
              name: each.StackName,
              region: typeof each.Region === 'string' ? each.Region : undefined,
            },
          ]
        : [],
    ),
  ];
}

/** What a function is given wherever it is called in a value. */
function argumentsOf(value: Json, name: string): readonly Json[] {
  if (isArray(value)) return value.flatMap(item => argumentsOf(item, name));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(key === name ? [item] : []),
    ...argumentsOf(item, name),
  ]);
}

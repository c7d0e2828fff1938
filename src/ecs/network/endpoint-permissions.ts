import { rebase } from '../../cfn/scenario/rebase.ts';
import { certain } from '../../cfn/value.ts';
import { isRefused } from '../../iam/access-decision.ts';
import { endpointPolicyDecision } from '../../iam/endpoint-policy.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { sessionKeyNeed } from '../logging/key-permissions.ts';
import { logNeeds, type Need } from '../logging/required-permissions.ts';
import { sessionLog } from '../logging/session-log.ts';
import { SESSION_ACTIONS } from '../model/actions.ts';
import { routeTableOf } from './egress-path.ts';
import type { TaskNetwork } from './task-network.ts';
import { type Endpoint, endpointsFor, type ServiceName } from './vpc-endpoint.ts';

/** An endpoint through which the tasks go, and what its policy keeps the ECS Exec agent from. */
export interface RestrictingEndpoint {
  readonly endpoint: Endpoint;
  readonly actions: readonly string[];
  /** Without them no session is opened; otherwise sessions are only not recorded. */
  readonly opensSessions: boolean;
  /** The policy allows them on other resources. */
  readonly onOtherResources: boolean;
}

/** Through which endpoints of their VPC the tasks of a launcher certainly cannot do what sessions need. */
export function restrictingEndpoints(
  launcher: Launcher,
  network: TaskNetwork,
): readonly RestrictingEndpoint[] {
  const role = certain(launcher.taskRole())?.resource;
  return [...needsOf(launcher)].flatMap(([service, needs]) => {
    const endpoint = endpointInUse(network, service);
    if (!endpoint) return [];
    const decisions = needs.flatMap(need =>
      need.actions.flatMap(action => {
        const names = need.resource.map(name =>
          rebase(name, need.template.stack, endpoint.resource.template.stack),
        );
        const decision = endpointPolicyDecision(endpoint.resource, role, {
          action,
          resource: names,
          requester: 'task',
        });
        const isOther = decision?.is === 'restricted' && decision.why === 'resource';
        const opensSessions = need.consequence === 'session refused';
        return decision && isRefused(decision) ? [{ action, isOther, opensSessions }] : [];
      }),
    );
    if (decisions.length === 0) return [];
    const opensSessions = decisions.some(each => each.opensSessions);
    const onOtherResources = decisions.every(each => each.isOther);
    return [{ endpoint, actions: decisions.map(each => each.action), opensSessions, onOtherResources }];
  });
}

function needsOf(launcher: Launcher): ReadonlyMap<ServiceName, readonly Need[]> {
  const { template } = launcher.resource;
  const key = certain(launcher.cluster())?.sessionKey();
  const destinations = certain(sessionLog(launcher))?.destinations ?? [];
  const written = (kind: 'log group' | 'bucket'): readonly Need[] =>
    destinations
      .filter(each => each.kind === kind)
      .flatMap(each => logNeeds(each))
      .filter(isEssential);
  const session: Need = {
    actions: SESSION_ACTIONS,
    resource: ['*'],
    template,
    written: '*',
    consequence: 'session refused',
  };
  return new Map([
    ['ssmmessages', [session]],
    ['kms', key?.is === 'known' ? [sessionKeyNeed(key.value)] : []],
    ['logs', written('log group')],
    ['s3', written('bucket')],
  ]);
}

/** The agent only looks around with the others. */
function isEssential({ consequence }: Need): boolean {
  return consequence === 'session refused' || consequence === 'not recorded';
}

/** The one endpoint for a service that the name of the service leads the tasks to. */
function endpointInUse(network: TaskNetwork, service: ServiceName): Endpoint | undefined {
  const endpoints = endpointsFor(network.vpc, service);
  const [only, another] = endpoints.is === 'known' ? endpoints.value : [];
  if (!only || another) return undefined;
  if (!only.isInterface()) return isRoutedTo(network, only) ? only : undefined;
  const { is, unsure } = only.privateDns();
  return is === 'yes' && unsure === undefined ? only : undefined;
}

/** Whether a gateway is in the route tables of all subnets. */
function isRoutedTo({ subnets }: TaskNetwork, gateway: Endpoint): boolean {
  const tables = certain(gateway.routeTables())?.flatMap(each => certain(each) ?? []) ?? [];
  return subnets.every(subnet => {
    const own = routeTableOf(subnet);
    return own !== undefined && tables.some(table => table.sameAs(own));
  });
}

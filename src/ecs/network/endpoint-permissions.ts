import { rebase } from '../../cfn/scenario/rebase.ts';
import { type Answer, absent, andThen, certain, known, unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { type AccessDecision, isRefused } from '../../iam/access-decision.ts';
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
  return [...needsOf(launcher)].flatMap(([service, needs]) => {
    const found = endpointInUse(network, service);
    if (found.is !== 'known') return [];
    const endpoint = found.value;
    const refused = decisionsOn(needs, endpoint, launcher).filter(
      each => each.decision && isRefused(each.decision),
    );
    if (refused.length === 0) return [];
    const opensSessions = refused.some(({ need }) => need.consequence === 'session refused');
    const onOtherResources = refused.every(
      ({ decision }) => decision?.is === 'restricted' && decision.why === 'resource',
    );
    return [{ endpoint, actions: refused.map(each => each.action), opensSessions, onOtherResources }];
  });
}

/** Why it is not seen whether the policies of endpoints allow what sessions need: phrases. */
export function unseenEndpointPolicies(launcher: Launcher, network: TaskNetwork): readonly Sentence[] {
  return [...needsOf(launcher)].flatMap(([service, needs]) => {
    if (needs.length === 0) return [];
    const endpoint = endpointInUse(network, service);
    if (endpoint.is === 'unknown')
      return [say`the endpoint of its VPC for \`${service}\` is not known (${endpoint.why})`];
    if (endpoint.is === 'absent') return [];
    const { value } = endpoint;
    return decisionsOn(needs, value, launcher).flatMap(({ decision }) =>
      decision?.is === 'unknown'
        ? [say`the policy of endpoint \`${value.id}\` is not known (${decision.why})`]
        : [],
    );
  });
}

interface Decision {
  readonly need: Need;
  readonly action: string;
  /** Nothing where the endpoint has no policy. */
  readonly decision: AccessDecision | undefined;
}

function decisionsOn(
  needs: readonly Need[],
  { resource }: Endpoint,
  launcher: Launcher,
): readonly Decision[] {
  const role = certain(launcher.taskRole())?.resource;
  return needs.flatMap(need => {
    const names = need.resource.map(name => rebase(name, need.template.stack, resource.template.stack));
    return need.actions.map(action => ({
      need,
      action,
      decision: endpointPolicyDecision(resource, role, {
        action,
        resource: names,
        requester: 'task',
        context: need.context,
      }),
    }));
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
function endpointInUse(network: TaskNetwork, service: ServiceName): Value<Endpoint> {
  return andThen(endpointsFor(network.vpc, service), ([only, another], at): Value<Endpoint> => {
    if (!only) return absent(at);
    if (another) return unknown(say`there are several`, at);
    const type = only.isInterface();
    if (type === 'unknown') return unknown(say`the type of \`${only.id}\` is not known`, at);
    const { is, why, unsure } = type === 'yes' ? only.privateDns() : isRoutedTo(network, only);
    if (is === 'no') return absent(at, unsure);
    const doubt = why ?? unsure;
    return doubt === undefined ? known(only, at) : unknown(doubt, at);
  });
}

/** Whether a gateway is in the route tables of all subnets. */
function isRoutedTo({ subnets }: TaskNetwork, gateway: Endpoint): Answer {
  const { at } = gateway;
  const list = certain(gateway.routeTables()) ?? [];
  const tables = list.flatMap(each => certain(each) ?? []);
  const own = subnets.map(routeTableOf);
  if (own.every(each => each && tables.some(table => table.sameAs(each)))) return { is: 'yes', at };
  const isSeen = gateway.routeTables().is !== 'unknown' && tables.length === list.length;
  return isSeen && own.every(each => each !== undefined)
    ? { is: 'no', at }
    : { is: 'unknown', at, why: say`its route tables are not all known` };
}

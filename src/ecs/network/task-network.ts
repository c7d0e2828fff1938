import type { Resource } from '../../cfn/scenario/resource.ts';
import { type Answer, certain, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { memoize } from '../../util/memoize.ts';
import { proxyOf } from '../container/proxy.ts';
import { containersOf } from '../container/task-containers.ts';
import type { Launcher } from '../launchers/launcher.ts';
import type { Network } from '../model/network-configuration.ts';
import { type EgressPath, egressPath } from './egress-path.ts';
import { groupsBlockingIngress } from './security-group-traffic.ts';
import { isExported } from './stack-references.ts';
import { subnetsOf, vpcOf } from './vpc.ts';
import { type Endpoint, endpointsFor, interfaceEndpoints, type ServiceName } from './vpc-endpoint.ts';

/** The VPC that the tasks of a launcher run in, when a template that was given has it. */
export class TaskNetwork {
  readonly vpc: Resource;
  readonly network: Network;
  readonly subnets: readonly Resource[];
  readonly #launcher: Launcher;

  constructor(launcher: Launcher, vpc: Resource, subnets: readonly Resource[]) {
    this.#launcher = launcher;
    this.vpc = vpc;
    this.network = launcher.network();
    this.subnets = subnets;
  }

  /** One of its interface endpoints, if it can be one that the tasks reach. */
  sibling(): Endpoint | undefined {
    const all = interfaceEndpoints(this.vpc);
    return all.find(each => this.reaches(each)) ?? all[0];
  }

  /** Whether the security groups of an endpoint may let the tasks in. */
  reaches(endpoint: Endpoint): boolean {
    return groupsBlockingIngress(endpoint, this.network) === undefined;
  }

  /** Whether it certainly has no endpoint for a service. */
  lacks(service: ServiceName): boolean {
    return endpointsFor(this.vpc, service).is === 'absent';
  }

  /** Why it is not seen whether the tasks reach a service, by an endpoint or without one: a phrase. */
  unseenReach(service: ServiceName): Sentence | undefined {
    const path = this.egressPath();
    const endpoints = endpointsFor(this.vpc, service);
    if (path.is === 'found' || endpoints.is === 'known') return undefined;
    if (endpoints.is === 'unknown')
      return say`whether its VPC has an endpoint for \`${service}\` is not known (${endpoints.why})`;
    if (this.sibling()) return undefined;
    if (path.is === 'unknown') return say`whether its tasks have a route to AWS is not known (${path.why})`;
    return this.lacks('ssmmessages') ? undefined : say`the types of the endpoints of its VPC are not known`;
  }

  usesProxy(): Answer['is'] {
    return usesProxy(this.#launcher);
  }

  /** How the tasks may reach AWS without endpoints. */
  egressPath(): EgressPath {
    const path = egressPath(this.network);
    if (path.is === 'found') return path;
    if (isExported(this.vpc))
      return { is: 'unknown', why: say`other stacks, to which the VPC is exported, may add an endpoint` };
    const proxied = this.usesProxy();
    if (proxied === 'unknown') return { is: 'unknown', why: say`the containers are not known` };
    return proxied === 'yes' ? { is: 'unknown', why: say`the containers use a proxy` } : path;
  }
}

export const taskNetwork: (launcher: Launcher) => TaskNetwork | undefined = memoize(launcher => {
  const network = launcher.network();
  const [vpc, subnets] = [certain(vpcOf(network)), certain(subnetsOf(network))];
  return vpc && subnets && new TaskNetwork(launcher, vpc, subnets);
});

/** Why it is not seen whether the tasks of a launcher reach Session Manager: a phrase. */
export function unseenNetwork(launcher: Launcher): Sentence | undefined {
  const vpc = vpcOf(launcher.network());
  return unseenVpc(vpc) ?? taskNetwork(launcher)?.unseenReach('ssmmessages');
}

/** That a template says nothing of where its tasks run: a phrase. */
export const NO_NETWORK: Sentence = say`the template names no network for the tasks`;

/** Why the VPC of tasks is not seen: a phrase. What rests on a parameter's default is not seen either. */
export function unseenVpc(vpc: Value<Resource>): Sentence | undefined {
  if (vpc.is === 'absent') return NO_NETWORK;
  const why = vpc.is === 'unknown' ? vpc.why : vpc.unsure;
  return why && say`the VPC of the tasks is not known (${why})`;
}

/** Whether a launcher's containers are sent through a proxy, by which the ECS Exec agent goes too. */
export function usesProxy(launcher: Launcher): Answer['is'] {
  const task = containersOf(launcher);
  if (task.is !== 'known') return task.is === 'unknown' ? 'unknown' : 'no';
  return task.value.containers.some(proxyOf) ? 'yes' : 'no';
}

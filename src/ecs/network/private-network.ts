import type { Resource } from '../../cfn/scenario/resource.ts';
import { certain } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { child, nodeAt } from '../../syntax/place.ts';
import { proxyOf } from '../container/proxy.ts';
import { containersOf } from '../container/task-containers.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { sessionLog } from '../logging/session-log.ts';
import type { Network } from '../model/network-configuration.ts';
import { type EgressPath, egressPath } from './egress-path.ts';
import { subnetsOf, vpcOf } from './vpc.ts';
import {
  type Endpoint,
  endpointsFor,
  hasOthersOnly,
  interfaceEndpoint,
  type ServiceName,
} from './vpc-endpoint.ts';

/** A VPC of this template that has interface endpoints, and tasks in it. */
export class PrivateNetwork {
  readonly vpc: Resource;
  readonly network: Network;
  readonly subnets: readonly Resource[];
  /** One of its interface endpoints. */
  readonly sibling: Endpoint;
  readonly #launcher: Launcher;

  constructor(launcher: Launcher, vpc: Resource, subnets: readonly Resource[], sibling: Endpoint) {
    this.#launcher = launcher;
    this.vpc = vpc;
    this.network = launcher.network();
    this.subnets = subnets;
    this.sibling = sibling;
  }

  /** Whether it certainly has no endpoint for a service. */
  lacks(service: ServiceName): boolean {
    return endpointsFor(this.vpc, service).is === 'absent';
  }

  /** How the tasks may reach AWS all the same. */
  egressPath(): EgressPath {
    const { outputs } = this.vpc.template.declarations;
    const isExported = [...outputs.values()].some(output => {
      const value = this.vpc.template.target(output, 'Value');
      return nodeAt(child(output, 'Export')) && value.is === 'known' && value.value.id === this.vpc.id;
    });
    if (isExported)
      return { is: 'unknown', why: say`other stacks, to which the VPC is exported, may add an endpoint` };
    const task = containersOf(this.#launcher);
    if (task.is === 'unknown') return { is: 'unknown', why: say`the containers are not known` };
    if (task.is === 'known' && task.value.containers.some(proxyOf))
      return { is: 'unknown', why: say`the containers use a proxy` };
    return egressPath(this.network);
  }
}

/** Where a launcher's tasks run, when that is such a VPC. */
export function privateNetwork(launcher: Launcher): PrivateNetwork | undefined {
  const network = launcher.network();
  const [vpc, subnets] = [certain(vpcOf(network)), certain(subnetsOf(network))];
  const sibling = vpc && interfaceEndpoint(vpc);
  return vpc && subnets && sibling && new PrivateNetwork(launcher, vpc, subnets, sibling);
}

/** Why it is not known where a launcher's tasks run, in a template that has interface endpoints, but not this one. */
export function unknownNetwork(launcher: Launcher, service: ServiceName): Sentence | undefined {
  const vpc = vpcOf(launcher.network());
  const why = vpc.is === 'unknown' ? vpc.why : vpc.is === 'known' ? vpc.unsure : undefined;
  return why !== undefined && hasOthersOnly(launcher.resource.template, service) ? why : undefined;
}

/** The services that sessions need beside Session Manager, as far as the configuration of the cluster is known. */
export function sessionServices(launcher: Launcher): readonly ServiceName[] {
  const destinations = certain(sessionLog(launcher))?.destinations ?? [];
  const has = (kind: 'log group' | 'bucket'): boolean => destinations.some(each => each.kind === kind);
  return [
    ...(isEncrypted(launcher) ? (['kms'] as const) : []),
    ...(has('log group') ? (['logs'] as const) : []),
    ...(has('bucket') ? (['s3'] as const) : []),
  ];
}

/** Which key it is does not matter; an empty name is none. */
function isEncrypted(launcher: Launcher): boolean {
  const cluster = certain(launcher.cluster());
  const key = cluster?.find('KmsKeyId');
  if (!cluster || key?.is !== 'known') return false;
  const name = cluster.resource.template.read(key.value);
  return name.is === 'unknown' || (name.is === 'known' && name.unsure === undefined && name.value !== '');
}

// What rules ask about the way from tasks to the endpoints of Session Manager, and how they fix it.

export { instanceGroups } from '../ecs/network/container-instances.ts';
export type { EgressPath } from '../ecs/network/egress-path.ts';
export {
  type RestrictingEndpoint,
  restrictingEndpoints,
  unseenEndpointPolicies,
} from '../ecs/network/endpoint-permissions.ts';
export {
  type BlockedEgress,
  blockedEgress,
  groupsBlockingIngress,
  unseenEgress,
  unseenIngress,
} from '../ecs/network/security-group-traffic.ts';
export {
  SESSION_MANAGER,
  type SessionService,
  sessionServices,
  unseenServices,
} from '../ecs/network/session-services.ts';
export { type TaskNetwork, taskNetwork, usesProxy } from '../ecs/network/task-network.ts';
export { isIpv6Only, subnetsOf, unseenAddresses } from '../ecs/network/vpc.ts';
export { type Endpoint, endpointsFor, type ServiceName } from '../ecs/network/vpc-endpoint.ts';
export { addEndpoint, turnOnPrivateDns } from '../fixes/network/endpoint.ts';
export { assignPublicIp } from '../fixes/network/public-ip.ts';

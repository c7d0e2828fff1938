// What rules ask about the way from tasks to the endpoints of Session Manager, and how they fix it.

export {
  type PrivateNetwork,
  privateNetwork,
  sessionServices,
  unknownNetwork,
} from '../ecs/network/private-network.ts';
export { groupsBlockingEgress, groupsBlockingIngress } from '../ecs/network/security-group-traffic.ts';
export { type Endpoint, endpointsFor, type ServiceName } from '../ecs/network/vpc-endpoint.ts';
export { addEndpoint, turnOnPrivateDns } from '../fixes/network/endpoint.ts';

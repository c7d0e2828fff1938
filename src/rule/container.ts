// What rules ask about containers, and how they fix them.

export { AWS_KEYS } from '../ecs/container/aws-keys.ts';
export { isNanoServer, lackOf } from '../ecs/container/image.ts';
export { droppingMesh } from '../ecs/container/mesh-egress.ts';
export { type BlockingMesh, blockingMesh } from '../ecs/container/mesh-proxy.ts';
export { type BlockingProxy, blockingProxy } from '../ecs/container/proxy.ts';
export { containersOf } from '../ecs/container/task-containers.ts';
export { agentCanWrite } from '../ecs/container/writable-mounts.ts';
export type { Container } from '../ecs/model/container-definition.ts';
export { exemptFromMesh, exemptFromProxy, exemptPortFromMesh } from '../fixes/container/environment.ts';

import type { Resource } from '../cfn/scenario/resource.ts';
import type { Service } from './launchers/service.ts';

/**
 * How the tasks of a service that run already come to be replaced: by deploying its template (`deploy`), by a
 * deployment that has to be asked for, by one of CodeDeploy, or by a new task set. `none`: none run yet.
 */
export type TaskReplacement =
  | 'none'
  | 'deploy'
  | 'force-new-deployment'
  | 'code-deploy'
  | 'task-set'
  | 'unknown';

/** What differs in a resource that is to be deployed. */
export interface Change {
  readonly isNew: boolean;
  /** The properties that differ. */
  readonly properties: ReadonlySet<string>;
}

/** The properties of a service whose change has ECS start a deployment. */
const STARTS_DEPLOYMENT: readonly string[] = [
  'CapacityProviderStrategy',
  'ForceNewDeployment',
  'LaunchType',
  'NetworkConfiguration',
  'PlatformVersion',
  'TaskDefinition',
];

/**
 * What replaces the tasks of a service once its template is deployed. A change of its flag alone does not.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
export function replacementOf(
  service: Service,
  changeOf: (resource: Resource) => Change | undefined,
): TaskReplacement {
  if (changeOf(service.resource)?.isNew) return 'none';
  const controller = service.deploymentController();
  if (controller.is === 'unknown') return 'unknown';
  if (controller.is === 'known' && controller.value === 'CODE_DEPLOY') return 'code-deploy';
  if (controller.is === 'known' && controller.value === 'EXTERNAL') return 'task-set';
  if (startsDeployment(service, changeOf)) return 'deploy';
  return service.isDaemon ? 'unknown' : 'force-new-deployment';
}

function startsDeployment(service: Service, changeOf: (resource: Resource) => Change | undefined): boolean {
  const own = changeOf(service.resource)?.properties ?? new Set<string>();
  if (STARTS_DEPLOYMENT.some(each => own.has(each))) return true;
  if (own.size > 0 && service.forcesDeployment().is === 'yes') return true;
  const definition = service.taskDefinition();
  if (definition.is !== 'known') return false;
  const { resource } = definition.value;
  const change = changeOf(resource);
  const isRevised = change?.isNew || [...(change?.properties ?? [])].some(each => each !== 'Tags');
  return (
    isRevised && service.resource.template.declarations.references.reaches(service.resource.id, resource.id)
  );
}

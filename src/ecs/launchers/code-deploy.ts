import { textAt } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Answer } from '../../cfn/value.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { launchersOf } from './launchers.ts';
import { Service } from './service.ts';

const CODE_DEPLOY = 'CODE_DEPLOY';

/** A service whose tasks CodeDeploy replaces, with what it runs. */
export interface CodeDeployService {
  readonly service: Resource;
  /** Whether the service says so itself (`DeploymentController`), may say so once deployed, or a hook of the template does. */
  readonly by: 'controller' | 'possible controller' | 'hook';
  /** The service, its task definitions and its task sets. */
  readonly resources: readonly Resource[];
}

/**
 * The services of this scenario that CloudFormation cannot update as it does others: those with the deployment
 * controller `CODE_DEPLOY`, or with one that only the deployment tells, and those of an `AWS::CodeDeploy::BlueGreen`
 * hook.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/blue-green.html#blue-green-considerations
 */
export function codeDeployServices(template: Template): readonly CodeDeployService[] {
  const hooked = hookedIds(template).flatMap(id => template.resource(id) ?? []);
  return template.resources('AWS::ECS::Service').flatMap((service): readonly CodeDeployService[] => {
    const isHooked = hooked.some(each => each.id === service.id);
    const controlled = isHooked ? 'no' : isControlled(service);
    if (!isHooked && controlled === 'no') return [];
    const definitions = launchersOf(service).flatMap(launcher => {
      const definition = launcher.taskDefinition();
      return definition.is === 'known' ? [definition.value.resource] : [];
    });
    return [
      {
        service,
        by: isHooked ? 'hook' : controlled === 'yes' ? 'controller' : 'possible controller',
        resources: [service, ...definitions, ...(isHooked ? hooked : [])],
      },
    ];
  });
}

function isControlled(service: Resource): Answer['is'] {
  const [launcher] = launchersOf(service);
  const controller = launcher instanceof Service ? launcher.deploymentController() : undefined;
  if (!controller || controller.is === 'absent') return 'no';
  if (controller.is === 'known' && controller.unsure === undefined)
    return controller.value === CODE_DEPLOY ? 'yes' : 'no';
  return allowedAt(service.template, controller.at)?.includes(CODE_DEPLOY) === false ? 'no' : 'unknown';
}

/** The only values that the parameter at a place may have, where it says so. */
function allowedAt({ declarations }: Template, at: Place): readonly string[] | undefined {
  const name = textAt(child(at, 'Ref'));
  return name === undefined ? undefined : declarations.parameters.get(name)?.allowedValues;
}

/** The logical ids that the hooks of a template name: services, task definitions and task sets. */
function hookedIds({ declarations }: Template): readonly string[] {
  const hooks: Place = { document: declarations.document, path: ['Hooks'] };
  const node = nodeAt(hooks);
  if (node?.kind !== 'mapping') return [];
  const ids = node.entries.flatMap(({ key }) =>
    textAt(child(hooks, key, 'Type')) === 'AWS::CodeDeploy::BlueGreen'
      ? textsBelow(child(hooks, key, 'Properties', 'Applications'))
      : [],
  );
  return ids.filter(id => declarations.resources.get(id)?.type.startsWith('AWS::ECS::'));
}

function textsBelow(at: Place): readonly string[] {
  const node = nodeAt(at);
  if (node?.kind === 'sequence') return node.items.flatMap((_, i) => textsBelow(child(at, i)));
  if (node?.kind === 'mapping') return node.entries.flatMap(({ key }) => textsBelow(child(at, key)));
  const text = textAt(at);
  return text === undefined ? [] : [text];
}

import type { Resource } from '../../cfn/scenario/resource.ts';
import { type Answer, absent, andThen, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Path, Place } from '../../syntax/place.ts';
import { type Kind, ResourceProperty } from '../resolve/resource-property.ts';
import { booleanProperty, textAt } from '../resolve/scalars.ts';
import { ECS_SETTINGS, Launcher, type Setting, type Settings } from './launcher.ts';

const DAEMON: Settings = {
  ...ECS_SETTINGS,
  taskDefinition: ['DaemonTaskDefinitionArn'],
  cluster: ['ClusterArn'],
};

const TASK_SET: Readonly<Record<Exclude<Setting, 'exec' | 'cluster'>, Path>> = {
  taskDefinition: ['TaskDefinition'],
  launchType: ['LaunchType'],
  capacityProviders: ['CapacityProviderStrategy'],
  platformVersion: ['PlatformVersion'],
  network: ['NetworkConfiguration', 'AwsVpcConfiguration'],
};

/** What keeps tasks running: an `AWS::ECS::Service`, or a daemon. */
export class Service extends Launcher {
  readonly #taskSet: Resource | undefined;

  /** A service whose deployments are external says in a task set what it runs. */
  constructor(resource: Resource, taskSet?: Resource, label?: string) {
    super(resource, label);
    this.#taskSet = taskSet;
  }

  get noun(): Sentence {
    return this.isDaemon ? say`daemon` : say`service`;
  }

  get isDaemon(): boolean {
    return this.resource.type === 'AWS::ECS::Daemon';
  }

  /** Its task sets are started by one service. */
  override get title(): Sentence {
    return say`${this.noun} \`${this.resource.id}\``;
  }

  override get refusal(): Sentence {
    return say`deploying \`${this.resource.id}\` with ECS Exec fails`;
  }

  /** The name that it is given; absent where CloudFormation chooses one. */
  name(): Value<string> {
    return textAt(this.template, this.resource.find(SERVICES.nameProperty));
  }

  /** The container that a load balancer sends requests to. */
  balancedContainer(): Value<string> {
    return andThen(this.resource.items('LoadBalancers'), ([first], at) =>
      first ? textAt(this.template, this.template.find(first, 'ContainerName')) : absent(at),
    );
  }

  /** `ECS`, which absent means, `CODE_DEPLOY` or `EXTERNAL`. */
  deploymentController(): Value<string> {
    return textAt(this.template, this.resource.find('DeploymentController', 'Type'));
  }

  /** Whether every update of it replaces its tasks. */
  forcesDeployment(): Answer {
    return booleanProperty(
      this.template,
      this.resource.find('ForceNewDeployment', 'EnableForceNewDeployment'),
    );
  }

  protected find(setting: Setting): Value<Place> {
    if (this.#taskSet && setting !== 'exec' && setting !== 'cluster')
      return this.#taskSet.find(...TASK_SET[setting]);
    const settings = this.isDaemon ? DAEMON : ECS_SETTINGS;
    return this.resource.find(...settings[setting]);
  }
}

const SERVICES: Kind = {
  noun: say`service`,
  types: ['AWS::ECS::Service'],
  nameProperty: 'ServiceName',
  nameIn: text => text.replace(/^arn:.*\//s, ''),
};

/** A service with several task sets runs several task definitions, so it counts as one launcher for each. */
export function servicesOf(resource: Resource): readonly Service[] {
  const isExternal = resource.type === 'AWS::ECS::Service' && resource.find('TaskDefinition').is === 'absent';
  const sets = isExternal ? taskSetsOf(resource) : [];
  if (sets.length > 1) return sets.map(set => new Service(resource, set, set.id));
  return [new Service(resource, sets[0])];
}

function taskSetsOf(service: Resource): readonly Resource[] {
  const { template } = service;
  return template.resources('AWS::ECS::TaskSet').filter(set => {
    const owner = ownerOf(set);
    return owner.is === 'known' && owner.value.sameAs(service);
  });
}

/** The service of a task set. */
export function ownerOf(set: Resource): Value<Resource> {
  return new ResourceProperty(set.template, set.find('Service')).resource(SERVICES);
}

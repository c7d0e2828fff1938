import type { Resource } from '../../cfn/scenario/resource.ts';
import { type Answer, absent, andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Path, Place } from '../../syntax/place.ts';
import type { Cluster } from '../model/cluster.ts';
import { Container } from '../model/container-definition.ts';
import { fargateOnly } from '../model/fargate.ts';
import { TaskDefinition } from '../model/task-definition.ts';
import { Launcher, type Setting } from './launcher.ts';

/** A job is described by one container, or by the properties of a task with several. */
type Form = 'container' | 'task';

/** What an `AWS::Batch::JobDefinition` runs: Batch makes the task definition from it. */
class JobTask extends TaskDefinition {
  readonly #from: Place;
  readonly #form: Form;
  readonly #id: string;

  constructor(resource: Resource, from: Place, form: Form, id: string) {
    super(resource);
    this.#from = from;
    this.#form = form;
    this.#id = id;
  }

  override get id(): string {
    return this.#id;
  }

  override get title(): Sentence {
    return say`Job definition \`${this.#id}\``;
  }

  override get taskRoleProperty(): string {
    return this.#form === 'container' ? 'JobRoleArn' : super.taskRoleProperty;
  }

  override containers(): Value<readonly Container[]> {
    const { template } = this.resource;
    if (this.#form === 'container') return known([new Container(template, this.#from)], this.#from);
    return super.containers();
  }

  override fargateOnly(): Answer {
    return fargateOnly(this.resource.read('PlatformCapabilities'));
  }

  override find(...keys: Path): Value<Place> {
    const [first, ...rest] = keys;
    const name = first === undefined ? [] : [this.#nameOf(first)];
    return this.resource.template.find(this.#from, ...name, ...rest);
  }

  #nameOf(key: string | number): string | number {
    if (key === 'TaskRoleArn') return this.taskRoleProperty;
    return key === 'ContainerDefinitions' ? 'Containers' : key;
  }
}

/** A task of an `AWS::Batch::JobDefinition`. */
export class BatchJob extends Launcher {
  readonly noun: Sentence = say`job definition`;
  readonly #from: Place;
  readonly #form: Form;

  constructor(resource: Resource, from: Place, form: Form, label: string | undefined) {
    super(resource, label);
    this.#from = from;
    this.#form = form;
  }

  override get at(): Place {
    return this.label === undefined ? this.resource.at : this.#from;
  }

  override taskDefinition(): Value<TaskDefinition> {
    return known(new JobTask(this.resource, this.#from, this.#form, this.id), this.#from);
  }

  override runs(): Sentence {
    return say`${this.title} has ECS Exec on`;
  }

  override cluster(): Value<Cluster> {
    return unknown(say`AWS Batch runs its jobs in clusters that it creates itself`, this.at);
  }

  override clusterName(): Value<string> {
    return andThen(this.cluster(), each => each.name());
  }

  override onFargate(): Answer {
    return fargateOnly(this.resource.read('PlatformCapabilities'));
  }

  protected find(setting: Setting): Value<Place> {
    const { template } = this;
    switch (setting) {
      case 'exec':
        return template.find(this.#from, 'EnableExecuteCommand');
      case 'network':
        return template.find(this.#from, 'NetworkConfiguration');
      case 'platformVersion':
        return this.#form === 'task'
          ? template.find(this.#from, 'PlatformVersion')
          : template.find(this.#from, 'FargatePlatformConfiguration', 'PlatformVersion');
      case 'taskDefinition':
      case 'cluster':
      case 'launchType':
      case 'capacityProviders':
        return absent(this.#from);
    }
  }
}

export function batchJobs(resource: Resource): readonly BatchJob[] {
  const tasks = [...tasksIn(resource, resource.find(), 'ContainerProperties'), ...nodes(resource)];
  return tasks.map(
    ({ at, form }, i) => new BatchJob(resource, at, form, tasks.length > 1 ? String(i) : undefined),
  );
}

interface Described {
  readonly at: Place;
  readonly form: Form;
}

function tasksIn(resource: Resource, owner: Value<Place>, container: string): readonly Described[] {
  const { template } = resource;
  const one = andThen(owner, at => template.find(at, container));
  const several = andThen(owner, at => template.items(at, 'EcsProperties', 'TaskProperties'));
  return [
    ...(one.is === 'known' ? [{ at: one.value, form: 'container' as const }] : []),
    ...(several.is === 'known' ? several.value.map(at => ({ at, form: 'task' as const })) : []),
  ];
}

/** A multi-node job describes its containers a range of nodes at a time. */
function nodes(resource: Resource): readonly Described[] {
  const ranges = resource.items('NodeProperties', 'NodeRangeProperties');
  if (ranges.is !== 'known') return [];
  return ranges.value.flatMap(range => tasksIn(resource, known(range, range), 'Container'));
}

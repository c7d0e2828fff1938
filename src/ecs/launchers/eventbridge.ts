import { intrinsic } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { absent, unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { embed } from '../../syntax/embed.ts';
import { scalarText } from '../../syntax/json-value.ts';
import { nodeAt, type Path, type Place } from '../../syntax/place.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import { Launcher, type Setting, type Settings } from './launcher.ts';

/** Where a target says what it starts. The property for the network has another case in each API. */
function settings(
  task: Path,
  cluster: Path,
  network: 'AwsVpcConfiguration' | 'AwsvpcConfiguration',
): Settings {
  return {
    exec: [...task, 'EnableExecuteCommand'],
    taskDefinition: [...task, 'TaskDefinitionArn'],
    cluster,
    launchType: [...task, 'LaunchType'],
    capacityProviders: [...task, 'CapacityProviderStrategy'],
    platformVersion: [...task, 'PlatformVersion'],
    network: [...task, 'NetworkConfiguration', network],
  };
}

const RULE: Settings = settings(['EcsParameters'], ['Arn'], 'AwsVpcConfiguration');
const SCHEDULE: Settings = settings(['EcsParameters'], ['Arn'], 'AwsvpcConfiguration');
const PIPE_TASK: Path = ['TargetParameters', 'EcsTaskParameters'];
const PIPE: Settings = settings(PIPE_TASK, ['Target'], 'AwsvpcConfiguration');

/** A target of an `AWS::Events::Rule` that starts tasks. */
export class EventTarget extends Launcher {
  readonly noun: Sentence = say`rule`;
  readonly #target: Place;

  constructor(resource: Resource, target: Place, label: string | undefined) {
    super(resource, label);
    this.#target = target;
  }

  override get at(): Place {
    return this.label === undefined ? this.resource.at : this.#target;
  }

  protected find(setting: Setting): Value<Place> {
    return this.template.find(this.#target, ...RULE[setting]);
  }

  protected override roleOverride(property: keyof typeof INPUT_NAMES): ResourceProperty {
    return roleInInput(this.template, this.#target, property);
  }
}

export function eventTargets(rule: Resource): readonly EventTarget[] {
  const { template } = rule;
  const targets = rule.items('Targets');
  if (targets.is !== 'known') return [];
  const list = nodeAt(targets.at);
  const isOne = list?.kind === 'sequence' && list.items.length === 1;
  return targets.value.flatMap((target, i) => {
    if (intrinsic(nodeAt(target)) || template.find(target, 'EcsParameters').is !== 'known') return [];
    const id = textAt(template, template.find(target, 'Id'));
    const label = id.is === 'known' ? id.value : String(i);
    return [new EventTarget(rule, target, isOne ? undefined : label)];
  });
}

/** An `AWS::Scheduler::Schedule` that starts tasks. */
export class Schedule extends Launcher {
  readonly noun: Sentence = say`schedule`;

  protected find(setting: Setting): Value<Place> {
    return this.resource.find('Target', ...SCHEDULE[setting]);
  }

  protected override roleOverride(property: keyof typeof INPUT_NAMES): ResourceProperty {
    return roleInInput(this.template, this.resource.place('Target'), property);
  }
}

export function schedulesOf(resource: Resource): readonly Schedule[] {
  return resource.find('Target', 'EcsParameters').is === 'known' ? [new Schedule(resource, undefined)] : [];
}

/** An `AWS::Pipes::Pipe` that starts tasks. */
export class Pipe extends Launcher {
  readonly noun: Sentence = say`pipe`;

  protected find(setting: Setting): Value<Place> {
    return this.resource.find(...PIPE[setting]);
  }

  protected override roleOverride(property: keyof typeof INPUT_NAMES): ResourceProperty {
    return new ResourceProperty(this.template, this.resource.find(...PIPE_TASK, 'Overrides', property));
  }
}

export function pipesOf(resource: Resource): readonly Pipe[] {
  return resource.find(...PIPE_TASK).is === 'known' ? [new Pipe(resource, undefined)] : [];
}

const INPUT_NAMES = { TaskRoleArn: 'taskRoleArn', ExecutionRoleArn: 'executionRoleArn' } as const;

/**
 * The role that a target's `Input` names for its tasks. The input is the overrides of `RunTask` as JSON, so that it may
 * name another role than the task definition does.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html
 */
function roleInInput(
  template: Template,
  target: Place,
  property: keyof typeof INPUT_NAMES,
): ResourceProperty {
  return new ResourceProperty(template, findInInput(template, target, INPUT_NAMES[property]));
}

function findInInput(template: Template, target: Place, key: string): Value<Place> {
  const transformer = template.find(target, 'InputTransformer');
  const path = template.find(target, 'InputPath');
  if (transformer.is !== 'absent' || path.is !== 'absent') return unreadable(target);
  const input = template.find(target, 'Input');
  if (input.is !== 'known') return input.is === 'absent' ? absent(target) : unreadable(target);
  const text = template.symbolic(input.value);
  const root = text.is === 'known' ? embed(input.value, scalarText(text.value) ?? '') : undefined;
  if (!root) return unreadable(input.value);
  return template.find(root, key);
}

function unreadable(at: Place): Value<Place> {
  return unknown(say`the input of the task may name another role`, at);
}

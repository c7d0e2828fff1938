import { intrinsic } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { nodeAt, type Path, type Place } from '../../syntax/place.ts';
import type { Role } from '../model/role.ts';
import { textAt } from '../resolve/scalars.ts';
import { Launcher, type Setting } from './launcher.ts';
import { roleInInput } from './task-input.ts';

const SETTINGS: Readonly<Record<Setting, Path>> = {
  exec: ['EcsParameters', 'EnableExecuteCommand'],
  taskDefinition: ['EcsParameters', 'TaskDefinitionArn'],
  cluster: ['Arn'],
  launchType: ['EcsParameters', 'LaunchType'],
  capacityProviders: ['EcsParameters', 'CapacityProviderStrategy'],
  platformVersion: ['EcsParameters', 'PlatformVersion'],
  network: ['EcsParameters', 'NetworkConfiguration', 'AwsVpcConfiguration'],
};

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
    return this.template.find(this.#target, ...SETTINGS[setting]);
  }

  protected override roleOverride(property: 'TaskRoleArn' | 'ExecutionRoleArn'): Value<Role> {
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

import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Path, Place } from '../../syntax/place.ts';
import type { Role } from '../model/role.ts';
import { Launcher, type Setting } from './launcher.ts';
import { roleInInput } from './task-input.ts';

const SETTINGS: Readonly<Record<Setting, Path>> = {
  exec: ['EcsParameters', 'EnableExecuteCommand'],
  taskDefinition: ['EcsParameters', 'TaskDefinitionArn'],
  cluster: ['Arn'],
  launchType: ['EcsParameters', 'LaunchType'],
  capacityProviders: ['EcsParameters', 'CapacityProviderStrategy'],
  platformVersion: ['EcsParameters', 'PlatformVersion'],
  network: ['EcsParameters', 'NetworkConfiguration', 'AwsvpcConfiguration'],
};

/** An `AWS::Scheduler::Schedule` that starts tasks. */
export class Schedule extends Launcher {
  readonly noun: Sentence = say`schedule`;

  protected find(setting: Setting): Value<Place> {
    return this.resource.find('Target', ...SETTINGS[setting]);
  }

  protected override roleOverride(property: 'TaskRoleArn' | 'ExecutionRoleArn'): Value<Role> {
    return roleInInput(this.template, this.resource.place('Target'), property);
  }
}

export function schedulesOf(resource: Resource): readonly Schedule[] {
  return resource.find('Target', 'EcsParameters').is === 'known' ? [new Schedule(resource, undefined)] : [];
}

import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Path, Place } from '../../syntax/place.ts';
import { type Role, roleAt } from '../model/role.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { Launcher, type Setting } from './launcher.ts';

const TASK: Path = ['TargetParameters', 'EcsTaskParameters'];

const SETTINGS: Readonly<Record<Setting, Path>> = {
  exec: [...TASK, 'EnableExecuteCommand'],
  taskDefinition: [...TASK, 'TaskDefinitionArn'],
  cluster: ['Target'],
  launchType: [...TASK, 'LaunchType'],
  capacityProviders: [...TASK, 'CapacityProviderStrategy'],
  platformVersion: [...TASK, 'PlatformVersion'],
  network: [...TASK, 'NetworkConfiguration', 'AwsvpcConfiguration'],
};

/** An `AWS::Pipes::Pipe` that starts tasks. */
export class Pipe extends Launcher {
  readonly noun: Sentence = say`pipe`;

  protected find(setting: Setting): Value<Place> {
    return this.resource.find(...SETTINGS[setting]);
  }

  protected override roleOverride(property: 'TaskRoleArn' | 'ExecutionRoleArn'): Value<Role> {
    return roleAt(new ResourceProperty(this.template, this.resource.find(...TASK, 'Overrides', property)));
  }
}

export function pipesOf(resource: Resource): readonly Pipe[] {
  return resource.find(...TASK).is === 'known' ? [new Pipe(resource, undefined)] : [];
}

import { andThen, type Value } from '../cfn/value.ts';
import type { Place } from '../syntax/place.ts';
import { CREDENTIALS_HOST, exempts } from './proxy.ts';
import type { TaskDefinition } from './task-definition.ts';
import { textAt } from './text.ts';

export type MeshSetting = 'EgressIgnoredIPs' | 'EgressIgnoredPorts';

/** What an App Mesh proxy has to let past, for the agent to get its credentials and to reach Session Manager. */
const NEEDED: Readonly<Record<MeshSetting, string>> = {
  EgressIgnoredIPs: CREDENTIALS_HOST,
  EgressIgnoredPorts: '443',
};

export interface MeshDefect {
  readonly setting: MeshSetting;
  readonly needed: string;
  /** Where the proxy is described. */
  readonly at: Place;
  /** Where the list is written; absent where there is none. */
  readonly list: Value<Place>;
  readonly unsure: string | undefined;
}

/**
 * What an App Mesh proxy keeps from the agent, whose traffic goes through it as the application's does.
 * https://github.com/aws/aws-app-mesh-roadmap/issues/497
 */
export function meshDefects(definition: TaskDefinition): readonly MeshDefect[] {
  const { template } = definition.resource;
  const ignoredUser = read(definition, setting(definition, 'IgnoredUID'));
  // The agent runs as root, whose traffic may be let past as a whole.
  const proxy = definition.proxy();
  if (proxy.is !== 'known' || ignoredUser.is === 'unknown') return [];
  if (ignoredUser.is === 'known' && ignoredUser.value === '0') return [];
  const settings: readonly MeshSetting[] = ['EgressIgnoredIPs', 'EgressIgnoredPorts'];
  return settings.flatMap(name => {
    const found = setting(definition, name);
    const list = read(definition, found);
    if (list.is === 'unknown' || (list.is === 'known' && lets(name, list.value))) return [];
    if (name === 'EgressIgnoredPorts' && !meshDropsOthers(template)) return [];
    const unsure = list.is === 'known' ? list.unsure : undefined;
    return [{ setting: name, needed: NEEDED[name], at: proxy.value, list: found, unsure }];
  });
}

function lets(name: MeshSetting, list: string): boolean {
  if (name === 'EgressIgnoredIPs') return exempts(list);
  return list.split(',').some(each => each.trim() === NEEDED[name]);
}

/** The place of a value among the properties, which are a list of names and values. */
function setting(definition: TaskDefinition, name: string): Value<Place> {
  const { template } = definition.resource;
  const properties = andThen(definition.proxy(), at => template.items(at, 'ProxyConfigurationProperties'));
  return andThen(properties, (items, at): Value<Place> => {
    for (const item of items) {
      const own = textAt(template, template.find(item, 'Name'));
      if (own.is === 'unknown') return own;
      if (own.is === 'known' && own.value === name) return template.find(item, 'Value');
    }
    return { is: 'absent', at };
  });
}

function read(definition: TaskDefinition, found: Value<Place>): Value<string> {
  return textAt(definition.resource.template, found);
}

/** Whether meshes let out only what they know of: they are all in this template, and say so. */
function meshDropsOthers(template: TaskDefinition['resource']['template']): boolean {
  const meshes = template.resources('AWS::AppMesh::Mesh');
  return (
    meshes.length > 0 &&
    meshes.every(mesh => {
      const type = textAt(template, mesh.find('Spec', 'EgressFilter', 'Type'));
      return type.is === 'absent' || (type.is === 'known' && type.value === 'DROP_ALL');
    })
  );
}

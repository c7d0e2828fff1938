import { absent, andThen, type Value } from '../../cfn/value.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import type { Place } from '../../syntax/place.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import { textAt } from '../resolve/scalars.ts';
import { exempts } from './proxy.ts';

/** An App Mesh proxy that keeps the agent from its credentials. */
export interface BlockingMesh {
  /** Where the proxy is described. */
  readonly at: Place;
  /** Where the addresses are written that it lets past; absent where there are none. */
  readonly exceptions: Value<Place>;
  readonly unsure: Sentence | undefined;
}

/**
 * The App Mesh proxy of a task, when requests for credentials go through it as the application's do; nothing where that
 * cannot be told.
 */
export function blockingMesh(definition: TaskDefinition): BlockingMesh | undefined {
  const { template } = definition.resource;
  const proxy = definition.proxy();
  if (proxy.is !== 'known' || mayLetRoot(definition)) return undefined;
  const exceptions = setting(definition, 'EgressIgnoredIPs');
  const list = textAt(template, exceptions);
  if (list.is === 'unknown' || (list.is === 'known' && exempts(list.value))) return undefined;
  return { at: proxy.value, exceptions, unsure: list.is === 'known' ? list.unsure : undefined };
}

/** The agent runs as root, whose traffic may be let past as a whole. */
export function mayLetRoot(definition: TaskDefinition): boolean {
  const user = textAt(definition.resource.template, setting(definition, 'IgnoredUID'));
  return user.is === 'unknown' || (user.is === 'known' && user.value === '0');
}

/** Where the properties stand, which are a list of names and values. */
export function meshProperties(definition: TaskDefinition): Value<Place> {
  return andThen(definition.proxy(), at =>
    definition.resource.template.find(at, 'ProxyConfigurationProperties'),
  );
}

/** Where the value of a property of the proxy stands. */
export function setting(definition: TaskDefinition, name: string): Value<Place> {
  const { template } = definition.resource;
  const items = andThen(meshProperties(definition), at => template.items(at));
  return andThen(items, (properties, at): Value<Place> => {
    for (const property of properties) {
      const own = textAt(template, template.find(property, 'Name'));
      if (own.is === 'unknown') return own;
      if (own.is === 'known' && own.value === name) return template.find(property, 'Value');
    }
    return absent(at);
  });
}

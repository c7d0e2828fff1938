import type { Resource } from '../cfn/scenario/resource.ts';
import type { Value } from '../cfn/value.ts';
import { isPrefix, type Place } from '../syntax/place.ts';
import type { Launcher } from './launchers/launcher.ts';
import { sessionLog } from './logging/session-log.ts';

/** A resource, and where it is referred to. */
interface Reference {
  readonly resource: Resource;
  readonly at: Place;
}

/**
 * Where a launcher, or what it refers to, names a resource that is deployed already, in which a place is; the launcher
 * itself where that is in no template that was given.
 */
export function referenceTo(launcher: Launcher, place: Place, isReadOnly: (place: Place) => boolean): Place {
  const given = references(launcher).filter(each => !isReadOnly(each.at));
  const found = given.find(({ resource }) => holds(resource, place));
  if (found) return found.at;
  return launcher.at;
}

function references(launcher: Launcher): readonly Reference[] {
  const cluster = launcher.cluster();
  const key = cluster.is === 'known' ? cluster.value.sessionKey() : undefined;
  const log = sessionLog(launcher);
  return [
    ...of(launcher.taskRole()),
    ...of(launcher.executionRole()),
    ...(log.is === 'known' ? log.value.destinations : []).flatMap(({ resource, at }) =>
      resource ? [{ resource, at }] : [],
    ),
    ...(key?.is === 'known' && key.value.resource ? [{ resource: key.value.resource, at: key.at }] : []),
    ...of(launcher.taskDefinition()),
    ...of(cluster),
    ...networkOf(launcher),
  ];
}

function networkOf(launcher: Launcher): readonly Reference[] {
  const { subnets, securityGroups } = launcher.network();
  return [subnets, securityGroups].flatMap(list =>
    list.is === 'known'
      ? list.value.flatMap(each => (each.is === 'known' ? [{ resource: each.value, at: each.at }] : []))
      : [],
  );
}

function of(value: Value<{ readonly resource: Resource }>): readonly Reference[] {
  return value.is === 'known' ? [{ resource: value.value.resource, at: value.at }] : [];
}

function holds({ at }: Resource, place: Place): boolean {
  return at.document === place.document && isPrefix(at.path, place.path);
}

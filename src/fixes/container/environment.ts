import type { Value } from '../../cfn/value.ts';
import { type BlockingMesh, meshProperties } from '../../ecs/container/mesh-proxy.ts';
import { type BlockingProxy, CREDENTIALS_HOST } from '../../ecs/container/proxy.ts';
import type { Container } from '../../ecs/model/container-definition.ts';
import type { TaskDefinition } from '../../ecs/model/task-definition.ts';
import { append, type Edit, set } from '../../edit/tree/edit.ts';
import { isLiteral, nodeAt, type Place } from '../../syntax/place.ts';

/** Has requests for credentials go past a proxy. Nothing where the list of exceptions is computed. */
export function exemptFromProxy(
  container: Container,
  { exceptions }: BlockingProxy,
): readonly Edit[] | undefined {
  if (!exceptions) return addTo(container.find('Environment'), 'NO_PROXY');
  return extend(container.template.find(exceptions.at, 'Value'));
}

/** Has them go past an App Mesh proxy. */
export function exemptFromMesh(
  definition: TaskDefinition,
  { exceptions }: BlockingMesh,
): readonly Edit[] | undefined {
  if (exceptions.is !== 'absent') return extend(exceptions);
  return addTo(meshProperties(definition), 'EgressIgnoredIPs');
}

/** To a list of names and values. */
function addTo(list: Value<Place>, name: string): readonly Edit[] | undefined {
  if (list.is === 'unknown') return undefined;
  if (list.is === 'known' && nodeAt(list.value)?.kind !== 'sequence') return undefined;
  return [append(list.is === 'known' ? list.value : list.at, { Name: name, Value: CREDENTIALS_HOST })];
}

/** A list that is written as one text, with commas. */
function extend(found: Value<Place>): readonly Edit[] | undefined {
  const place = found.is === 'known' ? found.value : undefined;
  const node = place && nodeAt(place);
  if (!place || !isLiteral(place) || node?.kind !== 'scalar') return undefined;
  return [set(place, [String(node.value), CREDENTIALS_HOST].filter(each => each !== '').join(','))];
}

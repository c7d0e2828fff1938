import type { Value } from '../../cfn/value.ts';
import { type BlockingMesh, meshProperties } from '../../ecs/container/mesh-proxy.ts';
import { type BlockingProxy, CREDENTIALS_HOST } from '../../ecs/container/proxy.ts';
import type { Container } from '../../ecs/model/container-definition.ts';
import type { TaskDefinition } from '../../ecs/model/task-definition.ts';
import { append, type Edit, set } from '../../edit/tree/edit.ts';
import { isLiteral, nodeAt, type Place } from '../../syntax/place.ts';

const HTTPS = '443';

/** Has requests for credentials go past a proxy. Nothing where the list of exceptions is computed. */
export function exemptFromProxy(
  container: Container,
  { exceptions }: BlockingProxy,
): readonly Edit[] | undefined {
  if (!exceptions) return addTo(container.find('Environment'), 'NO_PROXY', CREDENTIALS_HOST);
  return extend(container.template.find(exceptions.at, 'Value'), CREDENTIALS_HOST);
}

/** Has them go past an App Mesh proxy. */
export function exemptFromMesh(
  definition: TaskDefinition,
  { exceptions }: BlockingMesh,
): readonly Edit[] | undefined {
  if (exceptions.is !== 'absent') return extend(exceptions, CREDENTIALS_HOST);
  return addTo(meshProperties(definition), 'EgressIgnoredIPs', CREDENTIALS_HOST);
}

/** Has what goes to AWS by HTTPS go past an App Mesh proxy; `ports` is where the ignored ones are written. */
export function exemptPortFromMesh(
  definition: TaskDefinition,
  ports: Value<Place>,
): readonly Edit[] | undefined {
  if (ports.is !== 'absent') return extend(ports, HTTPS);
  return addTo(meshProperties(definition), 'EgressIgnoredPorts', HTTPS);
}

/** To a list of names and values. */
function addTo(list: Value<Place>, name: string, item: string): readonly Edit[] | undefined {
  if (list.is === 'unknown') return undefined;
  if (list.is === 'known' && nodeAt(list.value)?.kind !== 'sequence') return undefined;
  return [append(list.is === 'known' ? list.value : list.at, { Name: name, Value: item })];
}

/** A list that is written as one text, with commas. */
function extend(found: Value<Place>, item: string): readonly Edit[] | undefined {
  const place = found.is === 'known' ? found.value : undefined;
  const node = place && nodeAt(place);
  if (!place || !isLiteral(place) || node?.kind !== 'scalar') return undefined;
  return [set(place, [String(node.value), item].filter(each => each !== '').join(','))];
}

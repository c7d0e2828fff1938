import { andThen, type Value } from '../cfn/value.ts';
import type { Container } from '../ecs/container.ts';
import type { MeshDefect } from '../ecs/mesh-proxy.ts';
import { type BlockingProxy, CREDENTIALS_HOST } from '../ecs/proxy.ts';
import type { TaskDefinition } from '../ecs/task-definition.ts';
import { append, type Edit, set } from '../edit/edit.ts';
import { isLiteral, nodeAt, type Place } from '../syntax/place.ts';

/** Has requests for credentials go past a proxy. Nothing where the list of exceptions is computed. */
export function exemptCredentials(
  container: Container,
  { exceptions }: BlockingProxy,
): readonly Edit[] | undefined {
  const { template } = container;
  if (!exceptions)
    return appendItem(container.find('Environment'), { Name: 'NO_PROXY', Value: CREDENTIALS_HOST });
  return extend(template.find(exceptions.at, 'Value'), CREDENTIALS_HOST);
}

/** Has an App Mesh proxy let past what the agent needs. */
export function letPast(
  definition: TaskDefinition,
  { setting, needed, list }: MeshDefect,
): readonly Edit[] | undefined {
  if (list.is !== 'absent') return extend(list, needed);
  const { template } = definition.resource;
  const properties = andThen(definition.proxy(), at => template.find(at, 'ProxyConfigurationProperties'));
  return appendItem(properties, { Name: setting, Value: needed });
}

function appendItem(
  list: Value<Place>,
  item: { readonly Name: string; readonly Value: string },
): readonly Edit[] | undefined {
  if (list.is === 'unknown') return undefined;
  if (list.is === 'absent') return [append(list.at, item)];
  return nodeAt(list.value)?.kind === 'sequence' ? [append(list.value, item)] : undefined;
}

/** A list that is written as one text, with commas. */
function extend(found: Value<Place>, item: string): readonly Edit[] | undefined {
  const place = found.is === 'known' ? found.value : undefined;
  const node = place && nodeAt(place);
  if (!place || !isLiteral(place) || node?.kind !== 'scalar') return undefined;
  const list = node.written ?? String(node.value);
  return [set(place, list === '' ? item : `${list},${item}`)];
}

import { partsOf } from '../../cfn/functions/placeholder.ts';
import { writtenText } from '../../cfn/functions/qualified-name.ts';
import type { Cluster } from '../../ecs/model/cluster.ts';
import type { Destination } from '../../ecs/model/destination.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import type { Json } from '../../syntax/json-value.ts';
import { parent } from '../../syntax/place.ts';
import { put } from '../edit-values.ts';
import { isSpelledOut } from '../spelled-out.ts';

/**
 * Has a cluster name its bucket by the name alone, and makes what stands behind it the prefix of the keys. Nothing
 * where another prefix is there, or where the name is not known.
 */
export function nameBucket(cluster: Cluster, destination: Destination): readonly Edit[] | undefined {
  const name = nameOf(cluster, destination);
  const prefix = prefixOf(cluster, destination);
  return name === undefined || !prefix ? undefined : [set(destination.at, name), ...prefix];
}

function nameOf(cluster: Cluster, { at, resource, names }: Destination): Json | undefined {
  if (resource)
    return cluster.isInTemplateOf(resource) && !cluster.isNeededBy(resource)
      ? { Ref: resource.id }
      : undefined;
  const [name = ''] = names;
  const isName = partsOf(name).every((part, i) => i % 2 === 1 || /^[\w.-]*$/.test(part));
  return isName && isSpelledOut(at, name) ? writtenText(name) : undefined;
}

function prefixOf(cluster: Cluster, { at, path, prefix }: Destination): readonly Edit[] | undefined {
  const written = cluster.find('LogConfiguration', 'S3KeyPrefix');
  if (path === '' || (written.is === 'known' && prefix === path)) return [];
  const isInBranch = parent(at).path.join('.') !== parent(written.at).path.join('.');
  const value = isSpelledOut(at, path) ? writtenText(path) : undefined;
  return written.is !== 'absent' || isInBranch || value === undefined ? undefined : [put(written.at, value)];
}

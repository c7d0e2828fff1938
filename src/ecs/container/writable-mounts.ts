import { type Answer, andThen, known, type Value } from '../../cfn/value.ts';
import { everyYes } from '../../util/three-valued.ts';
import type { Container, Mount } from '../model/container-definition.ts';
import { textAt } from '../resolve/scalars.ts';

/**
 * What the ECS Exec agent writes to. AWS supports no read-only root file system; with writable mounts here it is
 * known to work all the same.
 * https://github.com/aws/containers-roadmap/issues/1359
 */
const AGENT_FOLDERS: readonly string[] = ['/var/lib/amazon/ssm', '/var/log/amazon/ssm'];

/** Whether mounts leave the agent room to write although the root file system is read-only. */
export function agentCanWrite(container: Container): Answer['is'] {
  return everyYes(AGENT_FOLDERS.map(folder => isWritable(container, folder)));
}

function isWritable(container: Container, folder: string): Answer['is'] {
  const mounts = mountsOf(container);
  if (mounts.is === 'unknown') return 'unknown';
  const all = mounts.is === 'known' ? mounts.value : [];
  const around = all.filter(({ path }) => path.is === 'known' && isAround(path.value, folder));
  const nearest = around.reduce<Mount | undefined>(nearer, undefined);
  if (nearest) return opposite(nearest.readOnly);
  const mayBeMore = all.some(({ path }) => path.is === 'unknown');
  return mayBeMore || container.find('VolumesFrom').is !== 'absent' ? 'unknown' : 'no';
}

function isAround(mount: string, folder: string): boolean {
  return `${folder}/`.startsWith(`${mount.replace(/\/+$/, '')}/`);
}

function nearer(one: Mount | undefined, other: Mount): Mount {
  const length = ({ path }: Mount): number => (path.is === 'known' ? path.value.length : 0);
  return one && length(one) >= length(other) ? one : other;
}

function opposite({ is, unsure }: Answer): Answer['is'] {
  if (is === 'unknown' || unsure !== undefined) return 'unknown';
  return is === 'yes' ? 'no' : 'yes';
}

/** Volumes, and file systems in memory. */
function mountsOf(container: Container): Value<readonly Mount[]> {
  const volumes = container.mounts();
  const memory = memoryMounts(container);
  if (volumes.is !== 'known') return volumes.is === 'absent' ? memory : volumes;
  if (memory.is !== 'known') return memory.is === 'absent' ? volumes : memory;
  return known([...volumes.value, ...memory.value], volumes.at);
}

function memoryMounts({ template, at }: Container): Value<readonly Mount[]> {
  return andThen(template.items(at, 'LinuxParameters', 'Tmpfs'), (items, place) =>
    known(
      items.map(item => {
        const options = template.read(item, 'MountOptions');
        const isReadOnly = options.is === 'known' && JSON.stringify(options.value).includes('"ro"');
        return {
          at: item,
          path: textAt(template, template.find(item, 'ContainerPath')),
          readOnly: { is: options.is === 'unknown' ? 'unknown' : isReadOnly ? 'yes' : 'no', at: item },
        };
      }),
      place,
    ),
  );
}

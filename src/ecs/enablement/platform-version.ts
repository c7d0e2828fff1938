import { andThen, certain, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import type { Launcher } from '../launchers/launcher.ts';

/**
 * The first platform versions of Fargate that have ECS Exec.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-prerequisites
 */
const FIRST = { Linux: '1.4.0', Windows: '1.0.0' } as const;

export interface OldPlatform {
  readonly version: string;
  readonly system: keyof typeof FIRST;
  readonly needed: string;
}

/** The platform version that a launcher asks for, when it is too old; absent when it is not, or none is asked for. */
export function oldPlatform(launcher: Launcher): Value<OldPlatform> {
  return andThen(launcher.platformVersion(), (version, at): Value<OldPlatform> => {
    if (!isBefore(version, FIRST.Linux)) return { is: 'absent', at };
    const windows = andThen(launcher.taskDefinition(), definition => {
      const { is, why, unsure } = definition.onWindows();
      return is === 'unknown' ? unknown(why ?? say``, at) : known(is === 'yes', at, unsure);
    });
    // Older than the first of both, it is too old whatever the system is.
    if (windows.is === 'unknown' && !isBefore(version, FIRST.Windows)) return windows;
    const system = windows.is === 'known' && windows.value ? 'Windows' : 'Linux';
    const unsure = windows.is === 'known' ? windows.unsure : undefined;
    if (!isBefore(version, FIRST[system])) return { is: 'absent', at };
    return known({ version, system, needed: FIRST[system] }, at, unsure);
  });
}

/** Where tasks run on instances, or on machines of one's own, a platform version says nothing. */
export function isOnInstances(launcher: Launcher): boolean {
  const type = certain(launcher.launchType());
  return type === 'EC2' || type === 'EXTERNAL';
}

/** `LATEST`, and what is no version, comes before none. */
function isBefore(version: string, other: string): boolean {
  const [a, b] = [partsOf(version), partsOf(other)];
  if (!a || !b) return false;
  const i = a.findIndex((part, j) => part !== b[j]);
  return i >= 0 && (a[i] ?? 0) < (b[i] ?? 0);
}

function partsOf(version: string): readonly number[] | undefined {
  return /^\d+\.\d+\.\d+$/.test(version) ? version.split('.').map(Number) : undefined;
}

import { certain, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { sessionLog } from '../logging/session-log.ts';
import type { ServiceName } from './vpc-endpoint.ts';

/** A service that the ECS Exec agent has to reach. */
export interface SessionService {
  readonly name: ServiceName;
  /** Without it no session is opened; otherwise sessions are only not recorded. */
  readonly opensSessions: boolean;
}

export const SESSION_MANAGER: SessionService = { name: 'ssmmessages', opensSessions: true };

/** The services that sessions need beside Session Manager, as far as the configuration of the cluster is known. */
export function sessionServices(launcher: Launcher): readonly SessionService[] {
  const destinations = certain(sessionLog(launcher))?.destinations ?? [];
  const service = (name: ServiceName, kind: 'log group' | 'bucket'): readonly SessionService[] => {
    const own = destinations.filter(each => each.kind === kind);
    return own.length > 0 ? [{ name, opensSessions: own.some(each => each.mustBeEncrypted === 'yes') }] : [];
  };
  return [
    ...(isEncrypted(launcher) ? [{ name: 'kms' as const, opensSessions: true }] : []),
    ...service('logs', 'log group'),
    ...service('s3', 'bucket'),
  ];
}

/** Why sessions may need services that are not seen: a phrase; nothing where they are all known. */
export function unseenServices(launcher: Launcher): Sentence | undefined {
  const cluster = launcher.cluster();
  const log = sessionLog(launcher);
  const key = cluster.is === 'known' ? cluster.value.find('KmsKeyId') : undefined;
  const name =
    key?.is === 'known' && cluster.is === 'known' ? cluster.value.resource.template.read(key.value) : key;
  const why = [cluster, log, name].map(doubtOf).find(each => each !== undefined);
  return why && say`which services its sessions need is not known (${why})`;
}

function doubtOf(value: Value<unknown> | undefined): Sentence | undefined {
  return value?.is === 'unknown' ? value.why : value?.unsure;
}

/** Which key it is does not matter; an empty name is none. */
function isEncrypted(launcher: Launcher): boolean {
  const cluster = certain(launcher.cluster());
  const key = cluster?.find('KmsKeyId');
  if (!cluster || key?.is !== 'known') return false;
  const name = cluster.resource.template.read(key.value);
  return name.is === 'unknown' || (name.is === 'known' && name.unsure === undefined && name.value !== '');
}

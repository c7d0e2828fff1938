import { certain } from '../../cfn/value.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { sessionLog } from '../logging/session-log.ts';
import type { ServiceName } from './endpoint.ts';

/** The services that sessions need beside Session Manager, as far as the configuration of the cluster is known. */
export function sessionServices(launcher: Launcher): readonly ServiceName[] {
  const destinations = certain(sessionLog(launcher))?.destinations ?? [];
  const has = (kind: 'log group' | 'bucket'): boolean => destinations.some(each => each.kind === kind);
  return [
    ...(isEncrypted(launcher) ? (['kms'] as const) : []),
    ...(has('log group') ? (['logs'] as const) : []),
    ...(has('bucket') ? (['s3'] as const) : []),
  ];
}

/** Which key it is does not matter; an empty name is none. */
function isEncrypted(launcher: Launcher): boolean {
  const cluster = certain(launcher.cluster());
  const key = cluster?.find('KmsKeyId');
  if (!cluster || key?.is !== 'known') return false;
  const name = cluster.resource.template.read(key.value);
  return name.is === 'unknown' || (name.is === 'known' && name.unsure === undefined && name.value !== '');
}

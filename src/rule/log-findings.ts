import type { Launcher } from '../ecs/launchers/launcher.ts';
import type { Consequence } from '../ecs/logging/required-permissions.ts';
import { type Destination, describe } from '../ecs/model/destination.ts';
import { allowLog } from '../fixes/logging/log-permissions.ts';
import { attachmentsTo } from '../fixes/task-role/attach.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Finding, Fix } from './types.ts';

/** What missing permissions lead to, as a phrase. */
export const LOG_CONSEQUENCES: Readonly<Record<Consequence, Sentence>> = {
  'session refused': say`sessions are refused`,
  'perhaps refused': say`sessions may be refused`,
  'not recorded': say`sessions are not recorded there`,
  'perhaps not recorded': say`sessions may not be recorded there`,
  tolerated: say`sessions are only recorded there as long as no bucket policy requires encryption`,
};

/** How grave a finding about missing permissions is. */
export const IMPACTS: Readonly<Record<Consequence, Pick<Finding, 'severity' | 'blocks' | 'mayBlock'>>> = {
  'session refused': { severity: 'error', blocks: 'session' },
  'perhaps refused': { severity: 'warning', blocks: 'session', mayBlock: true },
  'not recorded': { severity: 'warning' },
  'perhaps not recorded': { severity: 'warning', mayBlock: true },
  tolerated: { severity: 'info' },
};

/**
 * Lets the task role write to a destination, as far as it may not yet. Where sessions are recorded may be about to
 * change, and so may what the role has.
 */
export function allowLogFix(launcher: Launcher, destination: Destination): Fix | undefined {
  const declared = launcher.taskRole();
  if (declared.is !== 'known') return undefined;
  const role = declared.value;
  const cluster = launcher.cluster();
  const given = cluster.is === 'known' ? [cluster.value.place()] : [];
  const edits = allowLog(role, destination);
  return (
    edits && {
      title: say`Allow \`${role.id}\` to write to ${describe(destination)}`,
      safety: 'safe',
      edits,
      preconditions: [...given, ...attachmentsTo(role)],
    }
  );
}

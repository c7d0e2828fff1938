import type { Answer } from '../../cfn/value.ts';
import { commas, say } from '../../i18n/sentence.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { describe } from '../model/destination.ts';
import {
  type Consequence,
  logNeeds,
  missingPermissions,
  undecidedNeeds,
  worstConsequence,
} from './required-permissions.ts';
import { sessionLog } from './session-log.ts';

/** What is not recorded for sure. */
const SURE: ReadonlySet<Consequence> = new Set(['session refused', 'not recorded']);

/**
 * Whether sessions on a launcher's tasks are recorded: there is a log group or bucket for them, and the task role may
 * write to it. `why` is a phrase.
 */
export function sessionsAreRecorded(launcher: Launcher): Answer {
  const log = sessionLog(launcher);
  const { at } = log;
  const role = launcher.taskRolePermissions();
  const unsure = log.is === 'known' ? log.unsure : undefined;
  if (log.is !== 'known' || unsure !== undefined)
    return { is: 'unknown', at, why: log.is === 'unknown' ? log.why : (unsure ?? say`it has no cluster`) };
  const { destinations } = log.value;
  if (destinations.length === 0) return { is: 'no', at, why: say`nothing is configured to record them` };
  if (role.is !== 'known' || role.unsure !== undefined)
    return { is: 'unknown', at, why: role.is === 'unknown' ? role.why : say`its task role is not known` };
  for (const destination of destinations) {
    const missing = missingPermissions(role.value, logNeeds(destination));
    const consequence = worstConsequence(missing);
    const actions = missing.flatMap(need => need.actions);
    if (consequence !== 'tolerated')
      return {
        is: missing.some(each => SURE.has(each.consequence)) ? 'no' : 'unknown',
        at,
        why: say`task role \`${role.value.id}\` lacks ${commas(actions)} for ${describe(destination)}`,
      };
  }
  const doubt = destinations
    .map(each => undecidedNeeds(role.value, logNeeds(each)))
    .find(each => each !== undefined);
  return doubt === undefined ? { is: 'yes', at } : { is: 'unknown', at, why: doubt };
}

import type { Consequence } from '../ecs/logging/required-permissions.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Finding } from './types.ts';

/** What missing permissions lead to, as a phrase. */
export const LOG_CONSEQUENCES: Readonly<Record<Consequence, Sentence>> = {
  'session refused': say`sessions are refused`,
  'not recorded': say`sessions are not recorded there`,
  'perhaps not recorded': say`sessions may not be recorded there`,
  tolerated: say`sessions are only recorded there as long as no bucket policy requires encryption`,
};

/** How grave a finding about missing permissions is. */
export const IMPACTS: Readonly<Record<Consequence, Pick<Finding, 'severity' | 'blocks' | 'mayBlock'>>> = {
  'session refused': { severity: 'error', blocks: 'session' },
  'not recorded': { severity: 'warning' },
  'perhaps not recorded': { severity: 'warning', mayBlock: true },
  tolerated: { severity: 'info' },
};

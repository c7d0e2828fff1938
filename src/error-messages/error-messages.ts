import { AGENT_MESSAGES } from './agent-messages.ts';
import { CALLER_MESSAGES } from './caller-messages.ts';
import { DEPLOY_MESSAGES } from './deploy-messages.ts';
import type { ErrorMessage } from './error-message.ts';
import { LOG_MESSAGES } from './log-messages.ts';

/** The table of error messages: of several that one text has, the first says the most. */
export const ERROR_MESSAGES: readonly ErrorMessage[] = [
  ...LOG_MESSAGES,
  ...AGENT_MESSAGES,
  ...CALLER_MESSAGES,
  ...DEPLOY_MESSAGES,
];

import { AGENT_MESSAGES } from './agent-messages.ts';
import { CALLER_MESSAGES } from './caller-messages.ts';
import { DEPLOY_MESSAGES } from './deploy-messages.ts';
import { ENCRYPTION_MESSAGES } from './encryption-messages.ts';
import type { ErrorMessage } from './error-message.ts';
import { LOG_MESSAGES } from './log-messages.ts';
import { PLUGIN_MESSAGES } from './plugin-messages.ts';
import { TEMPLATE_MESSAGES } from './template-messages.ts';

/** The table of error messages: of several that one text has, the first says the most. */
export const ERROR_MESSAGES: readonly ErrorMessage[] = [
  ...ENCRYPTION_MESSAGES,
  ...LOG_MESSAGES,
  ...AGENT_MESSAGES,
  ...CALLER_MESSAGES,
  ...PLUGIN_MESSAGES,
  ...DEPLOY_MESSAGES,
  ...TEMPLATE_MESSAGES,
];

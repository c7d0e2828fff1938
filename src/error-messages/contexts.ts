import type { Phrase } from './error-message.ts';

/** Refusals by IAM, as SDKs and the console say them. */
export const REFUSED: Phrase = /accessdenied|notauthorizedtoperform|unauthorized|権限がありません/;

/** That it is about ECS Exec, and not about another tool of the same words. */
export const ABOUT_EXEC: Phrase = /executecommand|execute-command|ecsexec|ecs-exec/;

/** That the agent of ECS Exec says it: what its log lines, its sessions and the credentials of tasks look like. */
export const BY_AGENT: Phrase =
  /ssm-session-worker|ssm-agent-worker|amazon-ssm-agent|messagegatewayservice|interactivecommands|databackend|sessionid:|ecs-?exec|execute-?command|session-?manager|task-?role|assumed-role\/[^/]+\/[0-9a-f]{32}(?![0-9a-f])/;

/** A session of a role that an EC2 or a managed instance has, and no task. */
export const OF_AN_INSTANCE: Phrase = /assumed-role\/[^/]+\/m?i-[0-9a-f]{8}/;

/** What starts and logs the containers themselves, which is not the agent. */
export const BY_OTHERS: readonly Phrase[] = [
  'ResourceInitializationError',
  'failed to initialize logging driver',
  'CannotPull',
  'lambda',
  OF_AN_INSTANCE,
];

/** That an error's name, or one of several, is all that was pasted. */
export function nameAlone(...names: readonly string[]): Phrase {
  return new RegExp(`^(?:anerroroccurred)?\\(?(?:${names.join('|')})\\)?[:.]?$`);
}

/** That the message is all that was pasted: it names nobody, and no other request. */
export const ALONE: Phrase = /^(?!.*(?:assumed-role|:user\/|whencallingthe))/;

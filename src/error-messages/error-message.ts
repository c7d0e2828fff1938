import type { Said, Sentence } from '../i18n/sentence.ts';
import type { OutsideCause } from './outside-causes.ts';

/** The error messages that are known. A rule names those that its defect leads to. */
export type ErrorMessageId =
  | 'target-not-connected'
  | 'exec-not-enabled-for-task'
  | 'managed-agent-stopped'
  | 'ssmmessages-refused'
  | 'ssmmessages-not-reached'
  | 'platform-without-exec'
  | 'nano-server'
  | 'command-not-found'
  | 'session-plugin-not-found'
  | 'execute-command-refused'
  | 'describe-tasks-refused'
  | 'start-session-refused'
  | 'task-not-found'
  | 'cluster-not-found'
  | 'session-limit'
  | 'session-timed-out'
  | 'handshake-timed-out'
  | 'start-session-eof'
  | 'plugin-missing'
  | 'cli-too-old'
  | 'not-interactive'
  | 'credentials-refused'
  | 'service-unavailable'
  | 'data-key-not-decrypted'
  | 'data-key-not-generated'
  | 'log-group-not-encrypted'
  | 'log-bucket-not-encrypted'
  | 'encryption-not-verified'
  | 'log-group-refused'
  | 'log-bucket-refused'
  | 'log-group-not-found'
  | 'log-bucket-not-found'
  | 'transcript-failed'
  | 'session-not-logged'
  | 'task-role-not-used'
  | 'logging-not-override'
  | 'role-not-assumed'
  | 'code-deploy-controller'
  | 'policy-malformed'
  | 'policy-not-attachable'
  | 'role-name-invalid'
  | 'property-unsupported'
  | 'value-null'
  | 'reference-unresolved'
  | 'template-unreadable'
  | 'log-key-refused';

/** A phrase, compared without white space, quotes and case; or a pattern for the text as `plainText` leaves it. */
export type Phrase = string | RegExp;

/** An error message of AWS, of the AWS CLI, of the Session Manager plugin, or of a log of the agent. */
export interface ErrorMessage {
  readonly id: ErrorMessageId;
  /** What people call it: the exception, or the words that are always the same. */
  readonly name: Said;
  /** What it means: two complete sentences. */
  readonly meaning: Sentence;
  /** How it is told: by all phrases of one of these lists. */
  readonly texts: readonly (readonly Phrase[])[];
  /** What tells that it is about something else. */
  readonly unless?: readonly Phrase[];
  /** The causes that no template shows, the most likely first. */
  readonly outside: readonly OutsideCause[];
}

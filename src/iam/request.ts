import { placeholder } from '../cfn/functions/placeholder.ts';
import type { Coverage } from './pattern-match.ts';

/** A request to AWS, as policies see it. */
export interface Request {
  readonly action: string;
  /**
   * All ARNs that mean the resource, with placeholders (`arn:…:log-group:/exec` and that of the group `Logs`); `*` for
   * an action that has none.
   */
  readonly resource: readonly string[];
  readonly requester: Requester;
  /** The condition keys whose values are known for this request alone. */
  readonly context?: RequestContext | undefined;
  /** Whether an ARN is that of the role that makes it. */
  readonly isFromRole?: (arn: string) => Coverage;
}

/** Who makes a request: a task with the credentials of its role, or anyone, by the CLI or an SDK of AWS. */
export type Requester = 'task' | 'anyone';

/**
 * The value of a condition key in a request, with placeholders: nothing where the key is absent, a date for all times
 * from then on.
 */
export type ContextValue = string | Date | undefined;

/** The values that condition keys, in lower case, may have in requests; a key that is missing may have any. */
export type RequestContext = ReadonlyMap<string, readonly ContextValue[]>;

/** The day on which ECS Exec was announced: no request for a session is older. */
const FIRST_DAY = new Date('2021-03-15T00:00:00Z');

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const ANYONE: RequestContext = new Map<string, readonly ContextValue[]>([
  // The agent, the CLI and the SDKs of AWS speak TLS.
  ['aws:securetransport', ['true']],
  ['aws:viaawsservice', ['false']],
  ['aws:calledvia', [undefined]],
  ['aws:calledviafirst', [undefined]],
  ['aws:calledvialast', [undefined]],
  ['aws:principalisawsservice', ['false']],
  ['aws:requestedregion', [placeholder('AWS::Region')]],
  ['aws:currenttime', [FIRST_DAY]],
  ['aws:epochtime', [FIRST_DAY]],
  ['kms:calleraccount', [placeholder('AWS::AccountId')]],
  ['kms:encryptionalgorithm', ['SYMMETRIC_DEFAULT']],
  // Only requests about grants have it.
  ['kms:grantisforawsresource', [undefined]],
  ['kms:viaservice', [undefined]],
]);

/** ECS assumes the role for the task: nobody is there to give a code, and the credentials are temporary. */
const TASK: RequestContext = new Map<string, readonly ContextValue[]>([
  ...ANYONE,
  ['aws:principaltype', ['AssumedRole']],
  ['aws:principalaccount', [placeholder('AWS::AccountId')]],
  ['aws:tokenissuetime', [FIRST_DAY]],
  ['aws:multifactorauthpresent', ['false', undefined]],
  ['aws:multifactorauthage', [undefined]],
  ['aws:username', [undefined]],
]);

export function requestContext({ requester, context = new Map() }: Request): RequestContext {
  return new Map([...(requester === 'task' ? TASK : ANYONE), ...context]);
}

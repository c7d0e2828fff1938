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

/** The value of a condition key in a request: nothing where the key is absent, a date for all times from then on. */
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
  ['aws:principalisawsservice', ['false']],
  ['aws:currenttime', [FIRST_DAY]],
  ['aws:epochtime', [FIRST_DAY]],
]);

/** ECS assumes the role for the task: nobody is there to give a code, and the credentials are temporary. */
const TASK: RequestContext = new Map<string, readonly ContextValue[]>([
  ...ANYONE,
  ['aws:principaltype', ['AssumedRole']],
  ['aws:tokenissuetime', [FIRST_DAY]],
  ['aws:multifactorauthpresent', ['false', undefined]],
  ['aws:multifactorauthage', [undefined]],
  ['aws:username', [undefined]],
]);

/** S3 asks for the key of a bucket in the name of who writes to it, so both may be: by a service, or not. */
const VIA_S3: readonly [string, readonly ContextValue[]] = ['aws:viaawsservice', ['false', 'true']];

export function requestContext({ requester, action, context: own }: Request): RequestContext {
  const context = new Map([...(requester === 'task' ? TASK : ANYONE), ...(own ?? [])]);
  return /^kms:/i.test(action) ? new Map([...context, VIA_S3]) : context;
}

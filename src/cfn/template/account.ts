import type { Document } from '../../syntax/document.ts';
import { arnScope } from '../functions/arn-scope.ts';

/**
 * A read-only template: resources or outputs that are deployed already. It answers what other templates ask about them,
 * and is itself neither judged nor changed.
 */
export interface AccountTemplate {
  readonly document: Document;
  /** The name of the stack that has its outputs, where it is known. */
  readonly stackName: string | undefined;
  /** What its outputs are at home in. */
  readonly scope: AccountScope;
  readonly resources: ReadonlyMap<string, AccountResource>;
  /** The types of which more may be deployed than it has: a list may have been filtered, or be one page of several. */
  readonly partialTypes: ReadonlySet<string>;
}

/** Where something is deployed, and whether what is known of it is recent. */
export interface AccountScope {
  /** Nothing where it is not known. */
  readonly account: string | undefined;
  /** Nothing where it is not known, or for what is in no region. */
  readonly region: string | undefined;
  readonly isOutdated: boolean;
}

/** A resource that is deployed. */
export interface AccountResource extends AccountScope {
  /** The ids and ARNs that mean it and nothing else. */
  readonly physicalIds: readonly string[];
  /** The properties that it may have or not: nothing tells. */
  readonly undescribed: ReadonlySet<string>;
}

/** The physical resources of a deployed stack, by logical id. */
export type StackResources = ReadonlyMap<string, { readonly type: string; readonly physicalId: string }>;

/** What was read of an AWS account: what is deployed, as far as it was described. */
export interface Account {
  readonly templates: readonly AccountTemplate[];
  readonly stacks: readonly StackResources[];
  /** Account ids, ARNs and parts of policies, which no report shows unless a template has them. */
  readonly confidential: readonly string[];
}

/** The account and the region in an ARN, as far as they are written out. */
export function scopeOfArn(text: string): Pick<AccountScope, 'account' | 'region'> {
  const { region = '', account = '' } = arnScope(text);
  return {
    account: /^\d{12}$/.test(account) ? account : undefined,
    region: /^[a-z]{2}[a-z-]*-\d$/.test(region) ? region : undefined,
  };
}

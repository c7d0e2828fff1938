import { display, hasPlaceholder } from '../cfn/functions/placeholder.ts';
import { say } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import table from './aws-managed-policies.json' with { type: 'json' };
import type { StatementEffect } from './statement-evaluation.ts';

const POLICIES: ReadonlyMap<string, string> = new Map(Object.entries(table.policies));

/** The name of the AWS-managed policy that an ARN stands for; its partition may be only known once deployed. */
export function awsManagedName(arn: string): string | undefined {
  return /^arn:(?:[^:]+|\uFDD0[^\uFDD0\uFDD1]*\uFDD1):iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
}

/** How an AWS-managed policy affects an action. `at` is where it is attached. */
export function awsManagedEffects(
  name: string,
  action: string,
  resource: readonly string[],
  at: Place,
): readonly StatementEffect[] {
  const column = table.actions.findIndex(each => each.toLowerCase() === action.toLowerCase());
  const doubt: StatementEffect = {
    is: 'unknown',
    at,
    why: say`what the AWS-managed policy \`${display(name)}\` allows is not known here`,
  };
  if (column < 0 || table.unread.includes(name) || hasPlaceholder(name)) return [doubt];
  switch (POLICIES.get(name)?.[column]) {
    case 'a':
      return [{ is: 'allows', at }];
    case 'd':
      return [{ is: 'denies', at }];
    case '?':
      return [{ is: 'may deny', at, why: 'doubt' }, doubt];
    case 'r':
      // On which resources is not in the table.
      return resource.every(each => each === '*') ? [{ is: 'restricts', at, why: 'resource' }] : [doubt];
    default:
      return [];
  }
}

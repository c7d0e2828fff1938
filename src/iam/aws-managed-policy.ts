import { display, hasPlaceholder, placeholder } from '../cfn/functions/placeholder.ts';
import { say } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import { distance } from '../util/did-you-mean.ts';
import table from './aws-managed-policies.facts.json' with { type: 'json' };
import type { StatementEffect } from './statement-evaluation.ts';

/** An AWS managed policy that can be attached to a role, user or group. */
export interface AwsManagedPolicyFacts {
  readonly name: string;
  /** The part of its ARN before the name, such as `service-role/`. */
  readonly path: string;
  /**
   * How it affects each action of the table, in their order: `a` allowed on every resource without a condition, `r` only
   * on some or under a condition, `d` denied on every resource without a condition, `?` denied on some or under a
   * condition, `-` nothing. Empty where it affects none of them.
   */
  readonly letters: string;
}

/** The day up to which AWS's changes of its policies are known. */
export const KNOWN_UNTIL: string = table.date;

/** IAM does not tell names apart by their case. */
let policies: ReadonlyMap<string, AwsManagedPolicyFacts> | undefined;

function all(): ReadonlyMap<string, AwsManagedPolicyFacts> {
  policies ??= new Map(
    Object.entries(table.policies).map(([written, letters]) => {
      const start = written.lastIndexOf('/') + 1;
      const name = written.slice(start);
      return [name.toLowerCase(), { name, path: written.slice(0, start), letters }];
    }),
  );
  return policies;
}

export function awsManagedPolicy(name: string): AwsManagedPolicyFacts | undefined {
  return all().get(name.toLowerCase());
}

/** The one policy whose name differs least from one that is not known: by a slip or two, and by more than a version. */
export function similarAwsManagedPolicy(name: string): AwsManagedPolicyFacts | undefined {
  const wanted = lettersOf(name);
  const ranked = [...all().values()]
    .filter(
      each =>
        withoutVersion(lettersOf(each.name)) !== withoutVersion(wanted) || lettersOf(each.name) === wanted,
    )
    .map(each => ({ each, slips: distance(wanted, lettersOf(each.name)) }))
    .filter(({ slips }) => slips <= 2)
    .sort((a, b) => a.slips - b.slips);
  const [first, second] = ranked;
  return first?.slips === second?.slips ? undefined : first?.each;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

function withoutVersion(letters: string): string {
  return letters.replace(/v?\d+$/, '');
}

/** The ARN of an AWS managed policy, in the partition of the stack unless another is given. */
export function awsManagedArn(
  { path, name }: AwsManagedPolicyFacts,
  partition: string = placeholder('AWS::Partition'),
): string {
  return `arn:${partition}:iam::aws:policy/${path}${name}`;
}

/** The name of the AWS managed policy that an ARN stands for; its partition may be only known once deployed. */
export function awsManagedName(arn: string): string | undefined {
  return /^arn:(?:[^:]+|\uFDD0[^\uFDD0\uFDD1]*\uFDD1):iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
}

/** How an AWS managed policy affects an action. `at` is where it is attached. */
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
    why: say`the permissions of the AWS managed policy \`${display(name)}\` are not known here`,
  };
  if (column < 0 || hasPlaceholder(name)) return [doubt];
  const policy = awsManagedPolicy(name);
  if (!policy) {
    const why = say`\`${name}\` is not among the AWS managed policies as of ${KNOWN_UNTIL}`;
    return [{ is: 'unknown', at, why }];
  }
  switch (policy.letters[column]) {
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

import { display, placeholder } from '../../cfn/functions/placeholder.ts';
import { rebase } from '../../cfn/scenario/rebase.ts';
import { expandArn } from '../../iam/arn.ts';
import type { AttachedPolicy } from '../../iam/attached-policies.ts';
import { coversResource } from '../../iam/resource-match.ts';
import { namesAction } from '../../iam/statement-evaluation.ts';
import type { Statement } from '../../iam/statements.ts';
import type { Place } from '../../syntax/place.ts';
import { type Destination, writtenArns } from '../model/destination.ts';
import type { RolePermissions } from '../model/role-permissions.ts';
import { type Consequence, logNeeds, type Need, namesFor, worstConsequence } from './required-permissions.ts';

/** A resource in a role's policies that is not, or not all of, what sessions are written to. */
export interface Mismatch {
  readonly at: Place;
  /** As it is written. */
  readonly resource: string;
  readonly actions: readonly string[];
  /** What comes of it. */
  readonly consequence: Consequence;
  /** It is the ARN of the log group, and would cover what is written to it with `:*` at its end. */
  readonly lacksStreams: boolean;
}

/**
 * Why a role cannot write to a destination although its policies allow what it takes: they name the destination, but not
 * by the ARN that is checked.
 */
export function mismatches(role: RolePermissions, destination: Destination): readonly Mismatch[] {
  const scoped = logNeeds(destination).filter(need => need.written !== '*');
  const wanted = scoped.flatMap(need =>
    need.actions.map(action => ({ action, need, resource: namesFor(role, need) })),
  );
  const missed = wanted.filter(({ action, resource }) => {
    const decision = role.access(action, resource);
    return decision.is === 'restricted' && decision.why === 'resource';
  });
  return role
    .policies()
    .flatMap(policy => statementsOf(policy).flatMap(each => of(each, missed, destination)));
}

function statementsOf(policy: AttachedPolicy): readonly Statement[] {
  if (policy.kind !== 'inline' && policy.kind !== 'resource') return [];
  return policy.statements.flatMap(each => (each.is === 'known' ? [each.value] : []));
}

/** An action that is allowed, but not on the destination. */
interface Missed {
  readonly action: string;
  readonly need: Need;
}

function of(statement: Statement, missed: readonly Missed[], destination: Destination): readonly Mismatch[] {
  const { template, effect, exceptActions, exceptResources, resources } = statement;
  if (effect === 'Deny' || exceptActions || exceptResources) return [];
  const meant = missed.filter(({ action }) => namesAction(statement, action).is === 'yes');
  if (meant.length === 0) return [];
  const actions = meant.map(each => each.action);
  const consequence = worstConsequence(meant.map(each => each.need));
  const carried = (name: string): string => rebase(name, destination.template.stack, template.stack);
  const written = writtenArns(destination).map(arn => expandArn(template, carried(arn)));
  return resources.flatMap(({ text, at }): readonly Mismatch[] => {
    if (text === undefined) return [];
    const pattern = expandArn(template, text);
    const isArn = destination.kind === 'log group' && text.includes(':log-group:');
    const lacksStreams =
      isArn && written.some(arn => coversResource(template, `${pattern}:*`, arn) === 'yes');
    const isMeant = lacksStreams || names(text, destination, carried) || names(pattern, destination, carried);
    return isMeant ? [{ at, resource: display(text), actions, consequence, lacksStreams }] : [];
  });
}

/** Whether a resource is a destination, or a part of one, by the name in it. */
function names(
  resource: string,
  { kind, names: own, resource: local }: Destination,
  carried: (name: string) => string,
): boolean {
  const references = local ? [placeholder(local.id), placeholder(`${local.id}.Arn`)].map(carried) : [];
  if (references.includes(resource)) return true;
  const name = NAME[kind].exec(resource)?.[1];
  return name !== undefined && own.map(carried).includes(name);
}

/** The name in an ARN; references in it may hold colons. */
const NAME: Readonly<Record<Destination['kind'], RegExp>> = {
  'log group': /:log-group:((?:\uFDD0[^\uFDD0\uFDD1]*\uFDD1|[^:])*)/,
  bucket: /:::((?:\uFDD0[^\uFDD0\uFDD1]*\uFDD1|[^/])*)/,
};

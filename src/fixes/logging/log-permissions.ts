import { intrinsic, text } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { KeyNeeds } from '../../ecs/logging/key-permissions.ts';
import {
  isDenied,
  logNeeds,
  missingPermissions,
  type Need,
  withoutActions,
} from '../../ecs/logging/required-permissions.ts';
import { type Mismatch, mismatches } from '../../ecs/logging/resource-mismatch.ts';
import type { Destination } from '../../ecs/model/destination.ts';
import type { Role } from '../../ecs/model/role.ts';
import { type Edit, set } from '../../edit/tree/edit.ts';
import type { Json } from '../../syntax/json-value.ts';
import type { Node } from '../../syntax/node.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { addStatements } from '../allow-actions.ts';
import { needStatements } from '../policy.ts';

/**
 * Lets a role write sessions to a destination, as far as it may not yet. What it is given by an ARN that is put right
 * is not given again.
 */
export function allowLog(role: Role, destination: Destination): readonly Edit[] | undefined {
  const needs = logNeeds(destination);
  if (isDenied(role, needs)) return undefined;
  const repaired = mismatches(role, destination).flatMap(each =>
    addStreamWildcard(each) ? each.actions : [],
  );
  const lacking = withoutActions(missingPermissions(role, needs), repaired);
  return allowMissing(role, lacking, destination.resource);
}

/** Lets a role use a key. */
export function allowKey(role: Role, { key, needs }: KeyNeeds): readonly Edit[] | undefined {
  return isDenied(role, needs)
    ? undefined
    : allowMissing(role, missingPermissions(role, needs), key.resource);
}

/** Nothing where nothing is lacking, or where the template cannot name what is. */
function allowMissing(
  role: Role,
  lacking: readonly Need[],
  about: Resource | undefined,
): readonly Edit[] | undefined {
  const statements = needStatements(role.resource.template, lacking);
  return statements && statements.length > 0 ? addStatements(role, statements, about) : undefined;
}

/** Lets the ARN of a log group cover the streams in it. Nothing where the ARN is computed, or stands in a text. */
export function addStreamWildcard({ at, lacksStreams }: Mismatch): readonly Edit[] | undefined {
  if (!lacksStreams || at.document.within) return undefined;
  const node = nodeAt(at);
  const call = intrinsic(node);
  if (!call) return withStreams(at, node, arn => arn);
  if (call.name !== 'Fn::Sub') return undefined;
  return call.argument.kind === 'sequence'
    ? withStreams(child(at, call.name, 0), call.argument.items[0], arn => arn)
    : withStreams(at, call.argument, arn => ({ [call.name]: arn }));
}

function withStreams(
  at: Place,
  arn: Node | undefined,
  say: (arn: string) => Json,
): readonly Edit[] | undefined {
  const written = text(arn);
  return written === undefined ? undefined : [set(at, say(`${written}:*`))];
}

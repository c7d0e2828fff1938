import { onlyReference } from '../cfn/reference.ts';
import type { Destination } from '../ecs/destination.ts';
import type { Need } from '../ecs/needs.ts';
import type { Role } from '../ecs/role.ts';
import type { Edit } from '../edit/edit.ts';
import type { JsonObject } from '../syntax/json.ts';
import { addInlinePolicy } from './grant.ts';
import { inlinePolicy, needStatement } from './policy.ts';

/** Lets a role write sessions to a destination, in a policy of its own that is named after it. */
export function grantLog(
  role: Role,
  destination: Destination,
  needs: readonly Need[],
): readonly Edit[] | undefined {
  return addInlinePolicy(role, policyName(destination), needs.map(needStatement));
}

export function logPolicy(destination: Destination, needs: readonly Need[]): JsonObject {
  return inlinePolicy(policyName(destination), needs.map(needStatement));
}

/** One name a destination, so that a role whose services log to several gets one policy for each. */
function policyName(destination: Destination): string {
  const name = destination.names[0] ?? '';
  const of = destination.resource?.id ?? onlyReference(name) ?? name;
  return `EcsExecLog-${of.replace(/[^\w+=,.@-]+/g, '-').replace(/^-+|-+$/g, '')}`.slice(0, 128);
}

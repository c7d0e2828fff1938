import { onlyReference } from '../cfn/reference.ts';
import type { Template } from '../cfn/template.ts';
import type { Destination } from '../ecs/destination.ts';
import type { Need } from '../ecs/needs.ts';
import type { Role } from '../ecs/role.ts';
import type { Edit } from '../edit/edit.ts';
import type { Json, JsonObject } from '../syntax/json.ts';
import { addInlinePolicy } from './grant.ts';
import { inlinePolicy, needStatement } from './policy.ts';

/** Lets a role write sessions to a destination, in a policy of its own that is named after it. */
export function grantLog(
  role: Role,
  destination: Destination,
  needs: readonly Need[],
): readonly Edit[] | undefined {
  const statements = needStatements(role.resource.template, needs);
  return statements && addInlinePolicy(role, policyName(destination), statements);
}

/** Nothing where the template cannot name what is needed. */
export function logPolicy(
  template: Template,
  destination: Destination,
  needs: readonly Need[],
): JsonObject | undefined {
  const statements = needStatements(template, needs);
  return statements && inlinePolicy(policyName(destination), statements);
}

function needStatements(template: Template, needs: readonly Need[]): readonly Json[] | undefined {
  const statements = needs.map(need => needStatement(template, need));
  return statements.every(each => each !== undefined) ? statements : undefined;
}

/** One name a destination, so that a role whose services log to several gets one policy for each. */
function policyName(destination: Destination): string {
  const name = destination.names[0] ?? '';
  const of = destination.resource?.id ?? onlyReference(name) ?? name;
  return `EcsExecLog-${of.replace(/[^\w+=,.@-]+/g, '-').replace(/^-+|-+$/g, '')}`.slice(0, 128);
}

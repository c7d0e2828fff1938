import { hasPlaceholder, onlyPlaceholder, placeholder } from '../cfn/functions/placeholder.ts';
import { rebase } from '../cfn/scenario/rebase.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Value } from '../cfn/value.ts';
import { say } from '../i18n/sentence.ts';
import { type AccessDecision, combineEffects } from './access-decision.ts';
import type { Coverage } from './pattern-match.ts';
import { principalsOf } from './principal.ts';
import type { Request } from './request.ts';
import { compareNames } from './role-name.ts';
import { evaluateStatement, type StatementEffect } from './statement-evaluation.ts';
import { readStatements, type Statement } from './statements.ts';

/**
 * The decision of the policy of a VPC endpoint on a request of a role, which has to be allowed there as well as by the
 * role's own policies; nothing where it has no policy, since then everything is.
 *
 * @param role Nothing where it is not known: then only what is said of everybody, or of an account, counts.
 * @param request Its resource by its names in the template of the endpoint.
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function endpointPolicyDecision(
  endpoint: Resource,
  role: Resource | undefined,
  request: Request,
): AccessDecision | undefined {
  if (endpoint.find('PolicyDocument').is === 'absent') return undefined;
  const statements = readStatements(endpoint.template, endpoint.at, 'Properties', 'PolicyDocument');
  return combineEffects(
    statements.flatMap(each => {
      const effect = evaluateStatement(each, request);
      return effect ? meant(effect, principalCoverage(each, role)) : [];
    }),
  );
}

/** Of a statement that may be about somebody else nothing is certain. */
function meant(effect: StatementEffect, named: Coverage): readonly StatementEffect[] {
  if (named === 'yes') return [effect];
  const { is, at } = effect;
  if (named === 'no' || is === 'denies' || is === 'may deny') return [];
  return [{ is: 'unknown', at, why: say`the principals of a statement in its policy are not known` }];
}

function principalCoverage(statement: Value<Statement>, role: Resource | undefined): Coverage {
  if (statement.is !== 'known') return 'yes';
  const { template, at } = statement.value;
  return principalsOf(template, at).of('AWS', text => {
    if (text === undefined) return 'unknown';
    if (!template.stack.mayHave(text)) return 'no';
    if (text === '*' || isAccount(text)) return 'yes';
    if (!role) return 'unknown';
    const name = /:role\/(?:.*\/)?([^/]+)$/s.exec(text)?.[1] ?? roleNamedBy(onlyPlaceholder(text));
    if (name === undefined) return hasPlaceholder(text) ? 'unknown' : 'no';
    return compareNames(role, role.symbolic('RoleName'), rebase(name, template.stack, role.template.stack));
  });
}

/** The account that the stack is in, or one whose number is written out, which may be that. */
function isAccount(text: string): boolean {
  return (
    text === placeholder('AWS::AccountId') || /^\d{12}$/.test(text) || /^arn:.*:iam::.*:root$/s.test(text)
  );
}

/** The role whose ARN a reference gives. */
function roleNamedBy(reference: string | undefined): string | undefined {
  return reference?.endsWith('.Arn') ? placeholder(reference.slice(0, -'.Arn'.length)) : undefined;
}

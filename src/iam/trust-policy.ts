import { placeholder } from '../cfn/functions/placeholder.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import type { Answer, Value } from '../cfn/value.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Place } from '../syntax/place.ts';
import { allowsSource } from './confused-deputy-condition.ts';
import { type Coverage, matchTokens } from './pattern-match.ts';
import { patternTokens } from './pattern-tokens.ts';
import { principalsOf } from './principal.ts';
import { namesAction } from './statement-evaluation.ts';
import { readStatements, type Statement } from './statements.ts';

export const ASSUME_ROLE = 'sts:AssumeRole';

const DOMAIN = 'amazonaws.com';

/**
 * Whether a role's trust policy lets a service, such as `ecs-tasks.amazonaws.com`, assume it on behalf of what has the
 * ARN `source`. `no` and `unknown` stand at the policy, `yes` at the statement that lets it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function assumableBy(role: Resource, service: string, source?: string): Answer {
  const at = role.place('AssumeRolePolicyDocument');
  const statements = readStatements(role.template, role.at, 'Properties', 'AssumeRolePolicyDocument');
  const trusts = statements.flatMap(each => trustOf(each, service, source) ?? []);
  const allowing = trusts.filter(each => each.effect !== 'Deny');
  const denying = trusts.filter(each => each.effect === 'Deny');
  if (allowing.length === 0 || denying.some(each => each.is === 'yes')) return { is: 'no', at };
  const sure = allowing.find(each => each.is === 'yes');
  const doubt = sure ? denying[0] : allowing[0];
  if (doubt) return { is: 'unknown', at, why: doubt.why };
  return { is: 'yes', at: sure?.at ?? at };
}

/** How a statement affects a service; nothing when it says nothing about it. */
interface Trust {
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly is: 'yes' | 'unknown';
  readonly at: Place;
  readonly why: Sentence;
}

function trustOf(
  statement: Value<Statement>,
  service: string,
  source: string | undefined,
): Trust | undefined {
  if (statement.is === 'absent') return undefined;
  if (statement.is === 'unknown')
    return { effect: undefined, is: 'unknown', at: statement.at, why: statement.why };
  const { template, at, effect, conditional } = statement.value;
  const action = namesAction(statement.value, ASSUME_ROLE);
  const principal = namesService(template, at, service);
  if (action.is === 'no' || principal === 'no') return undefined;
  if (principal === 'unknown')
    return {
      effect,
      is: 'unknown',
      at,
      why: say`whether its trust policy names the service is not known`,
    };
  if (action.is === 'unknown') return { effect, is: 'unknown', at, why: action.why };
  const isFor = effect === 'Allow' && source !== undefined ? allowsSource(template, at, source) : 'unknown';
  if (conditional && isFor === 'no') return undefined;
  if (conditional && isFor === 'unknown')
    return { effect, is: 'unknown', at, why: say`its trust policy names the service under a \`Condition\`` };
  return { effect, is: 'yes', at, why: say`` };
}

function namesService(template: Template, statement: Place, service: string): Coverage {
  const principals = principalsOf(template, statement);
  const own = principals.of('Service', text => (text === undefined ? 'unknown' : sameService(text, service)));
  if (own !== 'no') return own;
  // All identities of AWS: whether services count among them is not documented.
  return principals.of('AWS', text => (text === '*' ? 'unknown' : 'no')) === 'no' ? 'no' : 'unknown';
}

/** In some partitions and for some services the region or another domain belongs to the name. */
function sameService(text: string, service: string): Coverage {
  const written = text.replace(placeholder('AWS::URLSuffix'), DOMAIN);
  if (written === service) return 'yes';
  const [name] = service.split('.');
  if (written.startsWith(`${name}.`) && written.includes(DOMAIN)) return 'unknown';
  return matchTokens(patternTokens(written, 'text'), patternTokens(service, 'text'));
}

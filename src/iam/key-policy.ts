import { hasPlaceholder, onlyPlaceholder, placeholder } from '../cfn/functions/placeholder.ts';
import { mayBeSame } from '../cfn/scenario/deployed-stack.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Value } from '../cfn/value.ts';
import { everyYes, someYes } from '../util/three-valued.ts';
import type { Coverage } from './pattern-match.ts';
import { principalsOf } from './principal.ts';
import type { Request } from './request.ts';
import { settleCondition } from './settled-condition.ts';
import { namesAction } from './statement-evaluation.ts';
import { readStatements, type Statement } from './statements.ts';

/**
 * Whether the policy of a key of this template lets CloudWatch Logs do all of these with it. Conditions are taken to
 * hold.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function allowsCloudWatchLogs(key: Resource, actions: readonly string[]): Coverage {
  return everyYes(actions.map(action => allows(key, action, namesLogs)));
}

/**
 * Whether the policy of a key of this template leaves it to the account's own policies who may do something with it, as
 * a key without a policy does.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function delegatesToAccount(key: Resource, request: Request): Coverage {
  if (key.find('KeyPolicy').is === 'absent') return 'yes';
  return allows(key, request.action, statement => namesAccount(statement, request));
}

type Names = (statement: Statement) => Coverage;

function allows(key: Resource, action: string, names: Names): Coverage {
  const statements = readStatements(key.template, key.at, 'Properties', 'KeyPolicy');
  return someYes(statements.map(each => statementCovers(each, action, names)));
}

function statementCovers(statement: Value<Statement>, action: string, names: Names): Coverage {
  if (statement.is !== 'known') return statement.is === 'absent' ? 'no' : 'unknown';
  if (statement.value.effect === 'Deny') return 'no';
  return everyYes([namesAction(statement.value, action).is, names(statement.value)]);
}

function namesLogs({ template, at }: Statement): Coverage {
  const principals = principalsOf(template, at);
  const region = template.stack.environment.get('AWS::Region');
  const service = principals.of('Service', text => {
    if (text === undefined) return 'unknown';
    if (!mayBeSame(REGION_OF_LOGS.exec(text)?.[1], region)) return 'no';
    // Whether the name without a region counts is not documented.
    if (text.startsWith('logs.')) return text === 'logs.amazonaws.com' ? 'unknown' : 'yes';
    return hasPlaceholder(text) ? 'unknown' : 'no';
  });
  const everybody = principals.of('AWS', text => (text === '*' ? 'unknown' : 'no'));
  return someYes([service, everybody]);
}

const REGION_OF_LOGS = /^logs\.([a-z]+(?:-[a-z]+)+-\d+)\./;

function namesAccount(statement: Statement, request: Request): Coverage {
  const { template, at, conditional } = statement;
  const named = principalsOf(template, at).of('AWS', text => {
    if (text === undefined) return 'unknown';
    if (text === '*') return 'yes';
    if (/^\d{12}$/.test(text) || /:root$/.test(text)) return template.stack.mayHave(text) ? 'yes' : 'no';
    if (text === placeholder('AWS::AccountId')) return 'yes';
    // The ARN of another resource of the template is that of one role or user.
    if (onlyPlaceholder(text)?.endsWith('.Arn')) return 'no';
    return hasPlaceholder(text) && !text.startsWith('arn:') ? 'unknown' : 'no';
  });
  if (named === 'no' || !conditional) return named;
  const met = settleCondition(statement, request);
  if (met === 'never') return 'no';
  return met === 'open' ? 'unknown' : named;
}

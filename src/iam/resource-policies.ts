import { onlyPlaceholder, placeholder } from '../cfn/functions/placeholder.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Value } from '../cfn/value.ts';
import { say } from '../i18n/sentence.ts';
import { scalarText } from '../syntax/json-value.ts';
import { resourceIn } from './arn.ts';
import type { Coverage } from './pattern-match.ts';
import { principalsOf } from './principal.ts';
import type { Request } from './request.ts';
import { compareNames } from './role-name.ts';
import { evaluateStatement, type StatementEffect } from './statement-evaluation.ts';
import { readStatements, type Statement } from './statements.ts';

/**
 * How the policies of the resources themselves bear on what a role may do: within an account, a bucket's or a key's
 * policy that names the role is enough. One that names the account only lets the role's own policies decide.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-id-rdp.html
 */
export function resourcePolicyEffects(role: Resource, request: Request): readonly StatementEffect[] {
  const { action, resource } = request;
  const ids = new Set(resource.flatMap(name => resourceIn(name) ?? []));
  switch (action.replace(/:.*/s, '').toLowerCase()) {
    case 's3':
      return bucketPolicies(role, ids).flatMap(each => statements(role, each, 'PolicyDocument', request));
    case 'kms':
      return keys(role, ids).flatMap(each =>
        statements(role, each, 'KeyPolicy', { ...request, resource: [...resource, '*'] }),
      );
    default:
      return [];
  }
}

function bucketPolicies({ template }: Resource, buckets: ReadonlySet<string>): readonly Resource[] {
  return template.declarations.ofType('AWS::S3::BucketPolicy').flatMap(({ id, at }) => {
    const bucket = template.symbolic(at, 'Properties', 'Bucket');
    const name = bucket.is === 'known' ? onlyPlaceholder(scalarText(bucket.value) ?? '') : undefined;
    return name !== undefined && buckets.has(name) ? (template.resource(id) ?? []) : [];
  });
}

function keys({ template }: Resource, ids: ReadonlySet<string>): readonly Resource[] {
  return [...ids].flatMap(id => {
    const key = template.resource(id);
    return key?.type === 'AWS::KMS::Key' || key?.type === 'AWS::KMS::ReplicaKey' ? [key] : [];
  });
}

function statements(
  role: Resource,
  owner: Resource,
  property: string,
  request: Request,
): readonly StatementEffect[] {
  const asked: Request = { ...request, isFromRole: arn => isArnOf(role, arn) };
  return readStatements(role.template, owner.at, 'Properties', property).flatMap(statement => {
    const named = statement.is === 'known' ? namesRole(role, statement.value) : 'yes';
    const effect = named === 'no' ? undefined : evaluateStatement(statement, asked);
    return effect ? lasting(effect, named, request) : [];
  });
}

/** A Deny under a condition of a key is there to keep others out, or requests that the agent does not make. */
function lasting(effect: StatementEffect, named: Coverage, { action }: Request): readonly StatementEffect[] {
  const { is, at } = effect;
  if (is === 'may deny' && (named !== 'yes' || effect.why !== 'condition' || !/^s3:/i.test(action)))
    return [];
  if (is === 'restricts' && effect.why !== 'condition') return [];
  if (named === 'yes') return [effect];
  return is === 'denies'
    ? []
    : [{ is: 'unknown', at, why: say`whom a policy of the resource names is not known` }];
}

function namesRole(role: Resource, { template, at }: Statement): Coverage {
  const own = role.symbolic('RoleName');
  return principalsOf(template, at).of('AWS', text =>
    text === '*' ? 'yes' : compareArn(role, own, text ?? ''),
  );
}

/** A pattern may be that of any role. */
function isArnOf(role: Resource, arn: string): Coverage {
  if (arn === '*') return 'yes';
  return /[*?]/.test(arn) ? 'unknown' : compareArn(role, role.symbolic('RoleName'), arn);
}

function compareArn(role: Resource, own: Value<unknown>, arn: string): Coverage {
  const name =
    arn === placeholder(`${role.id}.Arn`) ? placeholder(role.id) : /:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  return name === undefined ? 'no' : compareNames(role, own, name);
}

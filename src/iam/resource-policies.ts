import { onlyPlaceholder, placeholder } from '../cfn/functions/placeholder.ts';
import type { Resource } from '../cfn/scenario/resource.ts';
import type { Template } from '../cfn/scenario/scenario-template.ts';
import { say } from '../i18n/sentence.ts';
import { scalarText } from '../syntax/json-value.ts';
import { resourceIn } from './arn.ts';
import type { Coverage } from './pattern-match.ts';
import { principalsOf } from './principal.ts';
import type { Request } from './request.ts';
import { compareNames } from './role-name.ts';
import { evaluateStatement, type StatementEffect } from './statement-evaluation.ts';
import { readStatements, type Statement } from './statements.ts';

/** A role in the policies of resources, which name it by its ARN. */
export interface RolePrincipal {
  readonly template: Template;
  /** Whether an ARN, with placeholders, is that of the role. */
  hasArn(arn: string): Coverage;
}

/** A role that a template declares. */
export function declaredRole(role: Resource): RolePrincipal {
  return {
    template: role.template,
    hasArn(arn) {
      if (!role.template.stack.mayHave(arn)) return 'no';
      const id = arn === placeholder(`${role.id}.Arn`) ? placeholder(role.id) : undefined;
      const name = id ?? /:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
      return name === undefined ? 'no' : compareNames(role, role.symbolic('RoleName'), name);
    },
  };
}

/**
 * How the policies of the resources themselves bear on what a role may do: within an account, a bucket's or a key's
 * policy that names the role is enough. One that names the account only lets the role's own policies decide.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-id-rdp.html
 */
export function resourcePolicyEffects(role: RolePrincipal, request: Request): readonly StatementEffect[] {
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

function bucketPolicies({ template }: RolePrincipal, buckets: ReadonlySet<string>): readonly Resource[] {
  return template.declarations.ofType('AWS::S3::BucketPolicy').flatMap(({ id, at }) => {
    const bucket = template.symbolic(at, 'Properties', 'Bucket');
    const name = bucket.is === 'known' ? onlyPlaceholder(scalarText(bucket.value) ?? '') : undefined;
    return name !== undefined && buckets.has(name) ? (template.resource(id) ?? []) : [];
  });
}

function keys({ template }: RolePrincipal, ids: ReadonlySet<string>): readonly Resource[] {
  return [...ids].flatMap(id => {
    const key = template.resource(id);
    return key?.type === 'AWS::KMS::Key' || key?.type === 'AWS::KMS::ReplicaKey' ? [key] : [];
  });
}

function statements(
  role: RolePrincipal,
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
    : [{ is: 'unknown', at, why: say`the principals of a resource policy are not known` }];
}

function namesRole(role: RolePrincipal, { template, at }: Statement): Coverage {
  return principalsOf(template, at).of('AWS', text => (text === '*' ? 'yes' : role.hasArn(text ?? '')));
}

/** A pattern may be that of any role. */
function isArnOf(role: RolePrincipal, arn: string): Coverage {
  if (arn === '*') return 'yes';
  return /[*?]/.test(arn) ? 'unknown' : role.hasArn(arn);
}

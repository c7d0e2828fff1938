import { textAt } from '../cfn/functions/intrinsic.ts';
import type { Declarations } from '../cfn/template/declarations.ts';
import type { ExceededQuota } from '../cfn/template/quotas.ts';
import { say } from '../i18n/sentence.ts';
import { isArray, isObject, type Json } from '../syntax/json-value.ts';
import { toJson } from '../syntax/node.ts';
import { child, nodeAt, type Place } from '../syntax/place.ts';
import { ROLE_PROPERTIES } from './role-attachments.ts';

/**
 * In characters, without white space: all inline policies of a role, and one managed policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MOST_INLINE = 10_240;
const MOST_MANAGED = 6_144;

/** The quotas of IAM that the policies of a template exceed, whatever the values are that are only known once deployed. */
export function exceededPolicyQuotas(declarations: Declarations): readonly ExceededQuota[] {
  const inline = new Map<string, number>();
  for (const { id, at } of declarations.ofType('AWS::IAM::Role'))
    inline.set(id, sizeBelow(child(at, 'Properties', 'Policies')));
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy'])
    for (const { at } of declarations.ofType(type)) {
      const size = sizeOf(child(at, 'Properties', 'PolicyDocument'));
      for (const role of rolesNamed(child(at, 'Properties', ROLE_PROPERTIES.get(type) ?? '')))
        inline.set(role, (inline.get(role) ?? 0) + size);
    }
  const managed = declarations
    .ofType('AWS::IAM::ManagedPolicy')
    .map(({ id, at }) => [id, sizeOf(child(at, 'Properties', 'PolicyDocument'))] as const);
  return [
    ...[...inline].flatMap(([id, size]) =>
      size > MOST_INLINE
        ? [
            {
              key: `inline ${id}`,
              what: say`the inline policies of role \`${id}\` would have ${size} characters, and IAM allows ${MOST_INLINE}`,
            },
          ]
        : [],
    ),
    ...managed.flatMap(([id, size]) =>
      size > MOST_MANAGED
        ? [
            {
              key: `managed ${id}`,
              what: say`managed policy \`${id}\` would have ${size} characters, and IAM allows ${MOST_MANAGED}`,
            },
          ]
        : [],
    ),
  ];
}

/** Of a list of policies, each with its document. */
function sizeBelow(list: Place): number {
  const node = nodeAt(list);
  if (node?.kind !== 'sequence') return 0;
  return node.items.reduce((sum, _, i) => sum + sizeOf(child(list, i, 'PolicyDocument')), 0);
}

function sizeOf(document: Place): number {
  const node = nodeAt(document);
  return node ? JSON.stringify(withoutIntrinsics(toJson(node))).replace(/\s/g, '').length : 0;
}

/** What a function comes to may be empty. */
function withoutIntrinsics(value: Json): Json {
  if (isArray(value)) return value.map(withoutIntrinsics);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const isIntrinsic = entries.length === 1 && /^(?:Ref$|Fn::)/.test(entries[0]?.[0] ?? '');
  return isIntrinsic ? '' : Object.fromEntries(entries.map(([key, each]) => [key, withoutIntrinsics(each)]));
}

/** The logical ids of the roles that a policy is attached to by `Ref`. */
function rolesNamed(at: Place): readonly string[] {
  const node = nodeAt(at);
  const places = node?.kind === 'sequence' ? node.items.map((_, i) => child(at, i)) : [at];
  return places.flatMap(each => textAt(child(each, 'Ref')) ?? []);
}

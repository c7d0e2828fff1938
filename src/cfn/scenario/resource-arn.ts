import { scalarText } from '../../syntax/json-value.ts';
import { memoize } from '../../util/memoize.ts';
import { hasPlaceholder, placeholder } from '../functions/placeholder.ts';
import { rebase } from './rebase.ts';
import type { Template } from './scenario-template.ts';

/** The form of the ARNs of a type of resource, around the name that `Ref` gives. */
interface ArnForm {
  readonly service: string;
  readonly in: 'region' | 'account' | 'partition';
  /** What stands before the name, and its path where it has one. */
  readonly before: string;
  readonly after?: string;
  readonly hasPath?: true;
}

const IAM = { service: 'iam', in: 'account', hasPath: true } as const;

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const FORMS: ReadonlyMap<string, ArnForm> = new Map<string, ArnForm>([
  ['AWS::IAM::Role', { ...IAM, before: 'role' }],
  ['AWS::IAM::User', { ...IAM, before: 'user' }],
  ['AWS::IAM::Group', { ...IAM, before: 'group' }],
  ['AWS::IAM::InstanceProfile', { ...IAM, before: 'instance-profile' }],
  ['AWS::ECS::Cluster', { service: 'ecs', in: 'region', before: 'cluster/' }],
  ['AWS::Logs::LogGroup', { service: 'logs', in: 'region', before: 'log-group:', after: ':*' }],
  ['AWS::S3::Bucket', { service: 's3', in: 'partition', before: '' }],
  ['AWS::KMS::Key', { service: 'kms', in: 'region', before: 'key/' }],
]);

/** A text with the ARNs of resources written out around their names, as far as their types tell. */
export function withArnsWrittenOut(template: Template, text: string): string {
  return text.replace(
    /\uFDD0([^.\uFDD0\uFDD1]*)\.Arn\uFDD1/g,
    (mark, id: string) => arnOf(template, id) ?? mark,
  );
}

function arnOf(template: Template, id: string): string | undefined {
  const owner = template.owner(id);
  const form = FORMS.get(owner?.declaration.type ?? '');
  if (!owner || !form) return undefined;
  const path = form.hasPath ? pathOf(owner.template, owner.declaration.id) : '';
  if (path === undefined) return undefined;
  const [partition = '', region, account] = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map(
    placeholder,
  );
  const scope = { region: `${region}:${account}`, account: `:${account}`, partition: ':' }[form.in];
  const { service, before, after = '' } = form;
  const arn = `arn:${partition}:${service}:${scope}:${before}${path}${placeholder(owner.declaration.id)}${after}`;
  return rebase(arn, owner.template.stack, template.stack);
}

const pathsOf = memoize((_: Template) => new Map<string, string | undefined>());

/** Worked out once, and not known while it is: a path may be made from the ARN that it is a part of. */
function pathOf(template: Template, id: string): string | undefined {
  const paths = pathsOf(template);
  if (paths.has(id)) return paths.get(id);
  paths.set(id, undefined);
  try {
    const path = readPath(template, id);
    paths.set(id, path);
    return path;
  } catch (error) {
    paths.delete(id);
    throw error;
  }
}

function readPath(template: Template, id: string): string | undefined {
  const path = template.resource(id)?.symbolic('Path');
  if (!path || path.is === 'unknown' || path.unsure !== undefined) return undefined;
  const text = path.is === 'absent' ? '/' : (scalarText(path.value) ?? '');
  return !hasPlaceholder(text) && /^\/(?:.*\/)?$/s.test(text) ? text : undefined;
}

import { display, onlyPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import { withArnsWrittenOut } from '../../cfn/scenario/resource-arn.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Value } from '../../cfn/value.ts';
import { isArnOfOther } from '../../iam/role-name.ts';
import type { Place } from '../../syntax/place.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { Role } from '../model/role.ts';

/** What stands in place of the ARN of a role, and is the ARN of no role that ECS can use. */
export interface InvalidRoleArn {
  readonly at: Place;
  /** What names the role. */
  readonly holder: Resource;
  /** For messages. */
  readonly written: string;
  /** The ARN of something else, or of a role in another account or partition than that of the stack. */
  readonly is: 'no role' | 'elsewhere';
  /** The role of the template that is meant. */
  readonly role: Role | undefined;
}

/** What names the task role or the execution role of a launcher, where it is no such ARN. */
export function invalidRoleArn(launcher: Launcher, role: Value<Role>): InvalidRoleArn | undefined {
  if (role.is !== 'unknown') return undefined;
  const definition = launcher.taskDefinition();
  const holders = [...(definition.is === 'known' ? [definition.value.resource] : []), launcher.resource];
  const holder = holders.find(each => each.template.declarations.document === role.at.document);
  return holder && invalidArnAt(role.at, holder);
}

function invalidArnAt(at: Place, holder: Resource): InvalidRoleArn | undefined {
  const { template } = holder;
  const text = template.symbolic(at);
  if (text.is !== 'known' || typeof text.value !== 'string') return undefined;
  const arn = policyArn(template, text.value) ?? withArnsWrittenOut(template, text.value);
  const is = isArnOfOther(arn) ? 'no role' : template.stack.mayHave(arn) ? undefined : 'elsewhere';
  return is && { at, holder, written: display(text.value), is, role: roleMeantBy(template, arn) };
}

/** What `Ref` gives for a managed policy. */
function policyArn(template: Template, text: string): string | undefined {
  const target = template.resource(onlyPlaceholder(text) ?? '');
  return target?.type === 'AWS::IAM::ManagedPolicy' ? 'arn::iam:::policy/' : undefined;
}

const PROFILE_OR_NAME = /^arn:.*:(?:user|role|group|instance-profile)\/(?:.*\/)?([^/]+)$/s;

/** The role of the template with the name in the ARN, or the one in the instance profile that it is of. */
function roleMeantBy(template: Template, arn: string): Role | undefined {
  const name = PROFILE_OR_NAME.exec(arn)?.[1];
  if (name === undefined) return undefined;
  const profile = template.resource(onlyPlaceholder(name) ?? '');
  const [only, another] = profile ? rolesIn(profile) : rolesNamed(template, name);
  return only && !another ? new Role(only) : undefined;
}

function rolesIn(profile: Resource): readonly Resource[] {
  if (profile.type !== 'AWS::IAM::InstanceProfile') return [];
  const items = profile.items('Roles');
  return (items.is === 'known' ? items.value : []).flatMap(at => {
    const role = profile.template.target(at);
    return role.is === 'known' && role.value.type === 'AWS::IAM::Role' ? [role.value] : [];
  });
}

function rolesNamed(template: Template, name: string): readonly Resource[] {
  return template.resources('AWS::IAM::Role').filter(each => {
    const own = each.symbolic('RoleName');
    return own.is === 'known' && own.value === name;
  });
}

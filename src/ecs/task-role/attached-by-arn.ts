import { display, onlyPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { known } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import { namesAction } from '../../iam/statement-evaluation.ts';
import { readStatements } from '../../iam/statements.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { launchers } from '../launchers/launchers.ts';
import { EXECUTE_COMMAND, SESSION_ACTIONS } from '../model/actions.ts';
import { type Kind, ResourceProperty } from '../resolve/resource-property.ts';

/** A role, user or group that a policy names by an ARN, or by its path, where CloudFormation takes its name. */
export interface ArnAttachment {
  readonly policy: Resource;
  readonly property: string;
  readonly at: Place;
  /** For messages. */
  readonly written: string;
  readonly isArn: boolean;
  /** The name in it, with placeholders; nothing where it is the ARN of something else. */
  readonly name: string | undefined;
  /** The resource of this template that is meant. */
  readonly holder: Resource | undefined;
  /** Whether another item of the list means the same, and stands there by its name or before this one. */
  readonly isDuplicate: boolean;
}

const NAME = /^arn:.*:(?:role|user|group)\/(?:.*\/)?(.+)$/s;
/** No names hold a slash; what stands in a placeholder may. */
const WITH_PATH = /^(?:[^\uFDD0]|\uFDD0[^\uFDD1]*\uFDD1)*\/((?:[^/\uFDD0]|\uFDD0[^\uFDD1]*\uFDD1)+)$/s;

/** The name in a text that is more than that. */
function nameIn(text: string): string | undefined {
  return (text.startsWith('arn:') ? NAME : WITH_PATH).exec(text)?.[1];
}

function kind(type: string, nameProperty: string): Kind {
  return {
    noun: say`\`${type}\``,
    types: [type],
    nameProperty,
    nameIn: text => nameIn(text) ?? text,
  };
}

const ROLE = kind('AWS::IAM::Role', 'RoleName');
const USER = kind('AWS::IAM::User', 'UserName');
const GROUP = kind('AWS::IAM::Group', 'GroupName');

const LISTS = { Roles: ROLE, Users: USER, Groups: GROUP };

/** What the properties of policies name, by the type of policy. */
const PROPERTIES: ReadonlyMap<string, Readonly<Record<string, Kind>>> = new Map<string, Record<string, Kind>>(
  [
    ['AWS::IAM::Policy', LISTS],
    ['AWS::IAM::ManagedPolicy', LISTS],
    ['AWS::IAM::RolePolicy', { RoleName: ROLE }],
    ['AWS::IAM::UserPolicy', { UserName: USER }],
    ['AWS::IAM::GroupPolicy', { GroupName: GROUP }],
  ],
);

/** The ARNs among what the policies name that the roles of a launcher's tasks have. */
export function attachmentsByArnFor(launcher: Launcher): readonly ArnAttachment[] {
  const policies = policiesOf(launcher);
  const templates = new Map(policies.map(each => [each.template.key, each.template]));
  return [...templates.values()].flatMap(template =>
    attachmentsByArn(template).filter(({ policy }) => policies.some(each => each.sameAs(policy))),
  );
}

/** Those among what other policies with permissions for sessions name. */
export function otherAttachmentsByArn(template: Template): readonly ArnAttachment[] {
  const policies = launchers(template).flatMap(policiesOf);
  return attachmentsByArn(template).filter(
    ({ policy }) => isForSessions(policy) && !policies.some(each => each.sameAs(policy)),
  );
}

function policiesOf(launcher: Launcher): readonly Resource[] {
  return [launcher.taskRolePermissions(), launcher.executionRole()].flatMap(role =>
    role.is === 'known'
      ? role.value.policies().flatMap(each => ('resource' in each ? each.resource : []))
      : [],
  );
}

const attachmentsByArn = memoize((template: Template): readonly ArnAttachment[] =>
  [...PROPERTIES].flatMap(([type, properties]) =>
    template
      .resources(type)
      .flatMap(policy =>
        Object.entries(properties).flatMap(([property, of]) => byArnIn(policy, property, of)),
      ),
  ),
);

function byArnIn(policy: Resource, property: string, of: Kind): readonly ArnAttachment[] {
  const { template } = policy;
  const named = itemsOf(policy, property).flatMap(at => namedAt(template, at, of) ?? []);
  return named.flatMap(({ isName, meaning, ...item }, i) =>
    !isName
      ? [
          {
            ...item,
            policy,
            property,
            isDuplicate: named.some((other, j) => other.meaning === meaning && (j < i || other.isName)),
          },
        ]
      : [],
  );
}

/** A list of names, or the one that stands in its place. */
function itemsOf(policy: Resource, property: string): readonly Place[] {
  const found = policy.find(property);
  if (found.is !== 'known') return [];
  if (nodeAt(found.value)?.kind !== 'sequence') return [found.value];
  const items = policy.items(property);
  return items.is === 'known' ? items.value : [];
}

interface Named extends Pick<ArnAttachment, 'at' | 'written' | 'isArn' | 'name' | 'holder'> {
  readonly isName: boolean;
  /** The same for all that mean the same. */
  readonly meaning: string;
}

function namedAt(template: Template, at: Place, of: Kind): Named | undefined {
  const text = template.symbolic(at);
  if (text.is !== 'known' || typeof text.value !== 'string') return undefined;
  const written = text.value;
  const resource = new ResourceProperty(template, known(at, at)).resource(of);
  const holder = resource.is === 'known' && resource.unsure === undefined ? resource.value : undefined;
  const isArn = written.startsWith('arn:') || (onlyPlaceholder(written) ?? '').endsWith('.Arn');
  const name = nameIn(written);
  const isName = !isArn && name === undefined;
  const meaning = holder?.id ?? name ?? written;
  return { at, written: display(written), name, holder, isArn, isName, meaning };
}

function isForSessions(policy: Resource): boolean {
  const statements = readStatements(policy.template, policy.at, 'Properties', 'PolicyDocument');
  return [...SESSION_ACTIONS, EXECUTE_COMMAND].some(action =>
    statements.some(each => each.is === 'known' && namesAction(each.value, action).is === 'yes'),
  );
}

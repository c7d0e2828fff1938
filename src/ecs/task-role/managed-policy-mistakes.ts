import { display } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { awsManagedName, awsManagedPolicy, KNOWN_UNTIL } from '../../iam/aws-managed-policy.ts';
import { type ManagedPolicyMistake, managedPolicyMistake } from '../../iam/managed-policy-mistake.ts';
import { stringList } from '../../iam/statements.ts';
import type { Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import type { Launcher } from '../launchers/launcher.ts';
import { launchers } from '../launchers/launchers.ts';

/** A managed policy that a role, user or group names, and IAM does not find by that ARN. */
export interface MissingManagedPolicy {
  readonly holder: Resource;
  readonly property: 'ManagedPolicyArns' | 'PermissionsBoundary';
  readonly at: Place;
  /** With placeholders. */
  readonly text: string;
  readonly is: ManagedPolicyMistake['is'];
  /** The ARN of the policy that is meant, or that may be, with placeholders. */
  readonly meant: string | undefined;
  /** Both for messages. */
  readonly shown: { readonly text: string; readonly meant: string };
  /** The day up to which names are known. */
  readonly knownUntil: string;
  readonly unsure: Sentence | undefined;
}

const HOLDERS: readonly string[] = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** Those that the task role and the execution role of a launcher name. */
export function missingManagedPoliciesFor(launcher: Launcher): readonly MissingManagedPolicy[] {
  return rolesOf(launcher).flatMap(missingIn);
}

/** Those for sessions that others name. Names that may be newer are left alone. */
export function otherMissingManagedPolicies(template: Template): readonly MissingManagedPolicy[] {
  const roles = launchers(template).flatMap(rolesOf);
  return HOLDERS.flatMap(type => template.resources(type))
    .filter(holder => !roles.some(each => each.sameAs(holder)))
    .flatMap(missingIn)
    .filter(isForSessions);
}

function rolesOf(launcher: Launcher): readonly Resource[] {
  const roles = [launcher.taskRole(), launcher.executionRole()].flatMap(role =>
    role.is === 'known' ? [role.value.resource] : [],
  );
  return roles.filter((role, i) => roles.findIndex(each => each.sameAs(role)) === i);
}

const missingIn: (holder: Resource) => readonly MissingManagedPolicy[] = memoize((holder: Resource) =>
  (['ManagedPolicyArns', 'PermissionsBoundary'] as const).flatMap(property => {
    const texts = stringList(holder.template, holder.at, 'Properties', property);
    if (texts.is !== 'known') return [];
    return texts.value.flatMap(text => {
      const mistake = text.is === 'known' ? managedPolicyMistake(text.value) : undefined;
      if (text.is !== 'known' || !mistake) return [];
      const { at, value, unsure } = text;
      const shown = { text: display(value), meant: display(mistake.meant ?? '') };
      return [{ holder, property, at, text: value, ...mistake, shown, knownUntil: KNOWN_UNTIL, unsure }];
    });
  }),
);

function isForSessions({ is, meant = '' }: MissingManagedPolicy): boolean {
  if (is === 'unknown name') return false;
  return /[^-]/.test(awsManagedPolicy(awsManagedName(meant) ?? '')?.letters ?? '');
}

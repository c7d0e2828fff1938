import type { Value } from '../cfn/value.ts';
import { containersOf } from '../ecs/container/task-containers.ts';
import { isOnInstances } from '../ecs/enablement/platform-version.ts';
import type { Launcher } from '../ecs/launchers/launcher.ts';
import { sessionLog } from '../ecs/logging/session-log.ts';
import { instanceGroups } from '../ecs/network/container-instances.ts';
import { securityGroupsIn } from '../ecs/network/security-group.ts';
import { NO_NETWORK, unseenVpc } from '../ecs/network/task-network.ts';
import { subnetsOf, vpcOf } from '../ecs/network/vpc.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Inapplicable, NotAsked, Rule } from './types.ts';

type AppliesTo = NonNullable<Rule['appliesTo']>;

/** Not applicable where there is none of what is asked for; where it is not known, the rule says so itself. */
function having(ask: (launcher: Launcher) => Value<unknown>, none: Sentence): AppliesTo {
  const inapplicable = notApplicable(none);
  return launcher => (ask(launcher).is === 'absent' ? inapplicable : undefined);
}

/** Not applicable where there is none of what is asked for, and not visible where no template that was given holds it. */
function seeing(ask: (launcher: Launcher) => Value<unknown>, none: Sentence): AppliesTo {
  const inapplicable = notApplicable(none);
  return launcher => {
    const found = ask(launcher);
    if (found.is === 'unknown') return notVisible(found.why);
    return found.is === 'absent' ? inapplicable : undefined;
  };
}

export function notApplicable(why: Sentence): Inapplicable {
  return { inapplicable: 'not-applicable', why };
}

function notVisible(why: Sentence): Inapplicable {
  return { inapplicable: 'not-visible', why };
}

const NO_TASK_ROLE = say`there is no task role`;

export const havingTaskRole: AppliesTo = having(launcher => launcher.taskRole(), NO_TASK_ROLE);

export const seeingTaskRole: AppliesTo = seeing(launcher => launcher.taskRole(), NO_TASK_ROLE);

/** The same where no template declares the role, and policies are attached to it by its name. */
export const seeingTaskRolePermissions: AppliesTo = seeing(
  launcher => launcher.taskRolePermissions(),
  NO_TASK_ROLE,
);

/** Says that a task role is not asked about, for a rule that asks about the execution role all the same. */
export function taskRoleNotAsked(launcher: Launcher): readonly NotAsked[] {
  const inapplicable = seeingTaskRolePermissions(launcher);
  return inapplicable ? [{ ...inapplicable, at: launcher.at, for: [launcher] }] : [];
}

export const seeingExecutionRole: AppliesTo = seeing(
  launcher => launcher.executionRole(),
  say`there is no execution role`,
);

export const seeingContainers: AppliesTo = seeing(containersOf, say`the task definition has no containers`);

export const seeingCluster: AppliesTo = seeing(launcher => launcher.cluster(), say`it runs in no cluster`);

export const seeingSessionLog: AppliesTo = seeing(sessionLog, say`it runs in no cluster`);

/** Whoever names a Fargate platform version, and no launch type, may mean it. */
export const onFargate: AppliesTo = launcher =>
  isOnInstances(launcher) || (launcher.onFargate().is === 'no' && launcher.platformVersion().is === 'absent')
    ? notApplicable(say`its tasks do not run on Fargate`)
    : undefined;

/** The VPC and the subnets of tasks that have a network interface of their own. */
export const seeingVpc: AppliesTo = launcher => {
  const why = unseenVpc(vpcOf(launcher.network()));
  return why && notVisible(why);
};

export const seeingSubnets: AppliesTo = launcher =>
  unseen(
    subnetsOf(launcher.network()),
    why => say`the subnets of the tasks are not known (${why})`,
    launcher.network().securityGroups.is === 'absent'
      ? NO_NETWORK
      : say`the template names no subnets for the tasks`,
  );

/** The security groups of tasks or, where they have none, those of their instances. */
export const seeingSecurityGroups: AppliesTo = launcher => {
  const { subnets, securityGroups } = launcher.network();
  const said = (why: Sentence): Sentence => say`the security groups of the tasks are not known (${why})`;
  const none =
    subnets.is === 'absent' ? NO_NETWORK : say`the template names no security groups for the tasks`;
  const own = securityGroupsIn(securityGroups);
  if (own.is !== 'absent') return unseen(own, said, none);
  const instances = instanceGroups(launcher);
  if (instances.is !== 'known') return unseen(instances, said, none);
  const hidden = instances.value.map(securityGroupsIn).find(each => each.is !== 'known');
  return hidden && unseen(hidden, said, none);
};

/** Says that a rule cannot see of a launcher what it asks about. */
export function notSeen(launcher: Launcher, why: Sentence): NotAsked {
  return { ...notVisible(why), at: launcher.at, for: [launcher] };
}

/** What rests on a parameter's default is not seen either. */
function unseen(
  found: Value<unknown>,
  said: (why: Sentence) => Sentence,
  none: Sentence,
): Inapplicable | undefined {
  if (found.is === 'absent') return notVisible(none);
  const why = found.is === 'unknown' ? found.why : found.unsure;
  return why === undefined ? undefined : notVisible(said(why));
}

import {
  and,
  type Launcher,
  notSeen,
  type Rule,
  type Sentence,
  say,
  seeingSecurityGroups,
} from '../../src/rule/index.ts';
import {
  type BlockedEgress,
  blockedEgress,
  instanceGroups,
  isIpv6Only,
  subnetsOf,
  unseenEgress,
  usesProxy,
} from '../../src/rule/network.ts';

export const egressBlocked: Rule = {
  id: 'egress-blocked',
  summary: 'The security groups of tasks block outbound HTTPS (port 443).',
  why: 'The ECS Exec agent connects to Session Manager over HTTPS. If that is blocked, every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  properties: ['AWS::EC2::SecurityGroup.SecurityGroupEgress'],
  errorMessages: ['ssmmessages-not-reached', 'target-not-connected'],
  fix: 'none',
  notes:
    'In the network modes `bridge` and `host`, the security groups are those of the instances: of the launch templates of the capacity providers, or of launch templates whose user data joins the cluster. A placeholder rule (`127.0.0.1/32`, `255.255.255.255/32`) allows nothing. Rules for IPv6 only are a warning: the agent uses IPv6 only if there is no IPv4.\n\nNot reported if not all groups are known, if other stacks may add rules to them, if any rule may cover port 443, or if the containers use a proxy.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupegress.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
    'https://github.com/aws/amazon-ecs-agent/pull/4708',
  ],

  appliesTo: seeingSecurityGroups,

  *checkLauncher(launcher) {
    const [egress, doubt] = egressOf(launcher);
    const proxied = usesProxy(launcher);
    const unseen = unseenEgressOf(launcher) ?? (egress && proxied === 'yes' ? PROXIED : undefined);
    if (unseen !== undefined)
      yield notSeen(launcher, say`whether its tasks may connect to port 443 is not known (${unseen})`);
    if (!egress || proxied === 'yes' || (egress.letsIpv6 && hasIpv6Only(launcher))) return;
    const unsure = proxied === 'unknown' ? say`the containers, which are not known, may use a proxy` : doubt;
    yield {
      at: egress.groups[0]?.at ?? launcher.at,
      message: messageOf(egress),
      for: [launcher],
      related: [{ at: launcher.at, message: say`${launcher.title} uses it for its tasks` }],
      unsure: egress.letsIpv6 ? say`the agent uses IPv6 where a task has no other address` : unsure,
    };
  },
};

function messageOf({ groups, letsIpv6 }: BlockedEgress): Sentence {
  const names = and(groups.map(each => `\`${each.id}\``));
  const isOne = groups.length === 1;
  if (letsIpv6)
    return isOne
      ? say`Security group ${names} only allows outbound HTTPS (port 443) over IPv6: the ECS Exec agent uses IPv4 and may not reach Session Manager.`
      : say`Security groups ${names} only allow outbound HTTPS (port 443) over IPv6: the ECS Exec agent uses IPv4 and may not reach Session Manager.`;
  return isOne
    ? say`Security group ${names} blocks outbound HTTPS (port 443): the ECS Exec agent cannot reach Session Manager, and \`execute-command\` fails.`
    : say`Security groups ${names} block outbound HTTPS (port 443): the ECS Exec agent cannot reach Session Manager, and \`execute-command\` fails.`;
}

/** Of the tasks' own network interfaces or, where they have none, of the instances; with what makes it uncertain. */
function egressOf(launcher: Launcher): readonly [BlockedEgress | undefined, Sentence | undefined] {
  const own = blockedEgress(launcher.network().securityGroups);
  if (own) return [own, undefined];
  const instances = instanceGroups(launcher);
  if (instances.is !== 'known') return [undefined, undefined];
  const blocked = instances.value.map(blockedEgress);
  if (blocked.length === 0 || !blocked.every(each => each !== undefined)) return [undefined, undefined];
  const all = blocked.flatMap(each => each.groups);
  const groups = all.filter((one, i) => all.findIndex(each => each.resource.sameAs(one.resource)) === i);
  return [{ groups, letsIpv6: blocked.some(each => each.letsIpv6) }, instances.unsure];
}

const PROXIED = say`the containers use a proxy`;

function unseenEgressOf(launcher: Launcher): Sentence | undefined {
  const { securityGroups } = launcher.network();
  const instances = securityGroups.is === 'absent' ? instanceGroups(launcher) : undefined;
  const lists = instances?.is === 'known' ? instances.value : [securityGroups];
  return lists.map(unseenEgress).find(each => each !== undefined);
}

function hasIpv6Only(launcher: Launcher): boolean {
  const subnets = subnetsOf(launcher.network());
  return subnets.is === 'known' && subnets.value.every(isIpv6Only);
}

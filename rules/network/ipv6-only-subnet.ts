import { and, notSeen, type Rule, say, seeingSubnets } from '../../src/rule/index.ts';
import { isIpv6Only, subnetsOf, unseenAddresses } from '../../src/rule/network.ts';

export const ipv6OnlySubnet: Rule = {
  id: 'ipv6-only-subnet',
  summary: 'Tasks run in IPv6-only subnets.',
  why: 'Whether ECS Exec works there depends on the agent: AWS lists IPv6-only networks as unsupported, but the ECS agent has used dual-stack endpoints there since version 1.103.0.',
  severity: 'warning',
  properties: ['AWS::EC2::Subnet.Ipv6Native'],
  errorMessages: ['ssmmessages-not-reached', 'target-not-connected'],
  fix: 'none',
  notes: 'Not reported for subnets that also have IPv4 addresses, or that are not known.',
  sources: [
    'https://github.com/aws/agent-toolkit-for-aws',
    'https://github.com/aws/amazon-ecs-agent/pull/4708',
    'https://github.com/aws/amazon-ecs-agent/pull/4931',
  ],

  appliesTo: seeingSubnets,

  *checkLauncher(launcher) {
    const subnets = subnetsOf(launcher.network());
    if (subnets.is === 'known')
      for (const subnet of subnets.value) {
        const why = unseenAddresses(subnet);
        if (why !== undefined) yield notSeen(launcher, why);
      }
    const own = subnets.is === 'known' ? subnets.value.filter(isIpv6Only) : [];
    const [first, another] = own;
    if (!first || subnets.is !== 'known') return;
    const names = and(own.map(each => `\`${each.id}\``));
    yield {
      at: first.place('Ipv6Native'),
      message: another
        ? say`Subnets ${names} are IPv6-only. AWS lists ECS Exec there as unsupported (agent-toolkit-for-aws), but the ECS agent has used dual-stack endpoints since 1.103.0 (amazon-ecs-agent#4708): try it before you rely on it.`
        : say`Subnet ${names} is IPv6-only. AWS lists ECS Exec there as unsupported (agent-toolkit-for-aws), but the ECS agent has used dual-stack endpoints since 1.103.0 (amazon-ecs-agent#4708): try it before you rely on it.`,
      for: [launcher],
      related: [{ at: launcher.at, message: say`the tasks of ${launcher.title} run in it` }],
      unsure: subnets.unsure,
    };
  },
};

import { and, type Rule, say } from '../../src/rule/index.ts';
import { groupsBlockingEgress } from '../../src/rule/network.ts';

export const egressBlocked: Rule = {
  id: 'egress-blocked',
  summary: 'The security groups of tasks let no traffic out to port 443.',
  why: 'The agent of ECS Exec reaches Session Manager by HTTPS. Where that is shut, every `execute-command` fails with TargetNotConnectedException.',
  severity: 'warning',
  properties: ['AWS::EC2::SecurityGroup.SecurityGroupEgress'],
  fix: 'none',
  notes:
    'Silent about groups that are not all in the template, that other stacks may add rules to, and that have any rule that may cover port 443, wherever it leads.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupegress.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
  ],

  *checkLauncher(launcher) {
    const groups = groupsBlockingEgress(launcher.network());
    const [first] = groups ?? [];
    if (!groups || !first) return;
    const names = and(groups.map(each => `\`${each.id}\``));
    yield {
      at: first.at,
      message:
        groups.length > 1
          ? say`Security groups ${names} let no traffic out to port 443: the agent of ECS Exec does not reach Session Manager, and \`execute-command\` fails.`
          : say`Security group ${names} lets no traffic out to port 443: the agent of ECS Exec does not reach Session Manager, and \`execute-command\` fails.`,
      for: [launcher],
      related: [{ at: launcher.at, message: say`${launcher.title} starts its tasks behind it` }],
    };
  },
};

import { type Finding, type Launcher, type Rule, say, seeingVpc } from '../../src/rule/index.ts';
import { assignPublicIp, type TaskNetwork, taskNetwork } from '../../src/rule/network.ts';

export const sessionManagerUnreachable: Rule = {
  id: 'session-manager-unreachable',
  summary: 'Tasks have no way to Session Manager: no NAT gateway, no public address and no endpoint.',
  why: 'The agent of ECS Exec connects to Session Manager. Where nothing leads there, every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  properties: ['AssignPublicIp', 'AWS::EC2::Route'],
  errorMessages: ['ssmmessages-not-reached', 'target-not-connected'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: with a public address tasks can be reached from the internet, as far as their security groups let it in. The fix sets `AssignPublicIp` to `ENABLED` for tasks on Fargate whose subnets lead to an internet gateway. Where nothing leads out it changes nothing: whether a NAT gateway or endpoints are wanted is not for a fix to say.',
  notes:
    'Only where VPC, subnets and route tables are all known, in this template or in others that are given, and the VPC is not exported. Without `AssignPublicIp` tasks have no public address. A VPC that has interface endpoints, but none for Session Manager, is what `ssmmessages-endpoint-missing` is about.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
  ],

  appliesTo: seeingVpc,

  *checkLauncher(launcher) {
    const network = taskNetwork(launcher);
    if (!network?.lacks('ssmmessages') || network.sibling()) return;
    const way = network.egressPath();
    if (way.is !== 'none') return;
    const { forPublicIp: route } = way;
    if (!route) {
      yield sealed(launcher, network);
      return;
    }
    const edits = assignPublicIp(launcher);
    yield {
      at: launcher.publicIpPlace(),
      message: say`Tasks of ${launcher.title} have no public address (\`AssignPublicIp\`), without which \`${route.id}\` leads nowhere: the agent of ECS Exec does not reach Session Manager, and \`execute-command\` fails.`,
      for: [launcher],
      related: [{ at: route.at, message: say`\`${route.id}\` leads to an internet gateway` }],
      fix: edits && { title: say`Give the tasks public addresses`, safety: 'unsafe', edits },
    };
  },
};

function sealed(launcher: Launcher, { vpc }: TaskNetwork): Finding {
  return {
    at: vpc.at,
    message: say`Nothing leads from the subnets of the tasks out of VPC \`${vpc.id}\`, and it has no endpoint for Session Manager: every \`execute-command\` fails with TargetNotConnectedException.`,
    for: [launcher],
    related: [{ at: launcher.at, message: say`tasks of ${launcher.title} run in it` }],
  };
}

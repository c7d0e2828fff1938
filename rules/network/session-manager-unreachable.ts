import { type Finding, type Launcher, notSeen, type Rule, say, seeingVpc } from '../../src/rule/index.ts';
import { assignPublicIp, type TaskNetwork, taskNetwork } from '../../src/rule/network.ts';

export const sessionManagerUnreachable: Rule = {
  id: 'session-manager-unreachable',
  summary: 'Tasks cannot reach Session Manager: there is no NAT gateway, public address or endpoint.',
  why: 'The ECS Exec agent connects to Session Manager. Without a route, every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  properties: ['AssignPublicIp', 'AWS::EC2::Route'],
  errorMessages: ['ssmmessages-not-reached', 'target-not-connected'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: with a public address, tasks can be reached from the internet as far as their security groups allow it. The fix sets `AssignPublicIp` to `ENABLED` for tasks on Fargate whose subnets have a route to an internet gateway. Without such a route there is no fix, since it cannot choose between a NAT gateway and endpoints.',
  notes:
    'Only reported if VPC, subnets and route tables are all known, in this template or in others that are passed, and the VPC is not exported. Without `AssignPublicIp`, tasks have no public address. `ssmmessages-endpoint-missing` reports a VPC that has interface endpoints, but none for Session Manager.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
  ],

  appliesTo: seeingVpc,

  *checkLauncher(launcher) {
    const network = taskNetwork(launcher);
    const unseen = network?.unseenReach('ssmmessages');
    if (unseen !== undefined) yield notSeen(launcher, unseen);
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
      message: say`The tasks of ${launcher.title} have no public address (\`AssignPublicIp\`), which \`${route.id}\` requires: the ECS Exec agent cannot reach Session Manager, and \`execute-command\` fails.`,
      for: [launcher],
      related: [{ at: route.at, message: say`\`${route.id}\` is a route to an internet gateway` }],
      fix: edits && { title: say`Give the tasks public addresses`, safety: 'unsafe', edits },
    };
  },
};

function sealed(launcher: Launcher, { vpc }: TaskNetwork): Finding {
  return {
    at: vpc.at,
    message: say`The subnets of the tasks have no route out of VPC \`${vpc.id}\`, and it has no endpoint for Session Manager: every \`execute-command\` fails with TargetNotConnectedException.`,
    for: [launcher],
    related: [{ at: launcher.at, message: say`the tasks of ${launcher.title} run in it` }],
  };
}

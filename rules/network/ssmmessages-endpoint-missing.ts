import { notSeen, type Rule, say, seeingVpc } from '../../src/rule/index.ts';
import { addEndpoint, taskNetwork } from '../../src/rule/network.ts';

const SERVICE = 'ssmmessages';

export const ssmmessagesEndpointMissing: Rule = {
  id: 'ssmmessages-endpoint-missing',
  summary: 'A VPC has interface endpoints, but none for Session Manager (`ssmmessages`).',
  why: 'The ECS Exec agent connects to Session Manager. From a VPC without another route it cannot, and every `execute-command` fails with TargetNotConnectedException.',
  severity: 'error',
  properties: ['AWS::EC2::VPCEndpoint.ServiceName'],
  errorMessages: ['ssmmessages-not-reached', 'target-not-connected'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: an endpoint is billed by the hour. The fix copies the subnets and security groups of an existing interface endpoint, not its policy and tags, and enables DNS support of the VPC if it is off.',
  notes:
    'An error only if the template shows that there is no other route: VPC, subnets, route tables and endpoints are all known, no route leads out for tasks without public addresses, and the VPC is not exported. Resources that other given templates add to the VPC count. Not reported if the VPC of the tasks is not known, if a NAT gateway or, for tasks with public addresses, an internet gateway leads out, or if an existing endpoint may be the missing one.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html#ecs-vpc-endpoint-create',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
  ],

  appliesTo: seeingVpc,

  *checkLauncher(launcher) {
    const network = taskNetwork(launcher);
    const unseen = network?.unseenReach(SERVICE);
    if (unseen !== undefined) yield notSeen(launcher, unseen);
    const sibling = network?.sibling();
    if (!sibling || !network?.lacks(SERVICE)) return;
    const way = network.egressPath();
    if (way.is === 'found') return;
    const { vpc } = network;
    const edits = addEndpoint(network, sibling, SERVICE);
    const fails = say`every \`execute-command\` fails with TargetNotConnectedException`;
    const result =
      way.is === 'none'
        ? say`the tasks have no other route, so ${fails}`
        : say`${fails} unless there is another route: ${way.why}`;
    yield {
      at: vpc.at,
      message: say`VPC \`${vpc.id}\` has interface endpoints, but none for \`${SERVICE}\`: ${result}.`,
      for: [launcher],
      severity: way.is === 'none' ? 'error' : 'warning',
      related: [
        { at: launcher.at, message: say`the tasks of ${launcher.title} run in it` },
        { at: sibling.at, message: say`\`${sibling.id}\` is one of its endpoints` },
      ],
      fix: edits && { title: say`Add an endpoint for Session Manager`, safety: 'unsafe', edits },
    };
  },
};

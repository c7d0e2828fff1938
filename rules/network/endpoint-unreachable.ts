import { and, isWritten, type Launcher, type Rule, say, type Verdict } from '../../src/rule/index.ts';
import {
  type Endpoint,
  endpointsFor,
  groupsBlockingIngress,
  type PrivateNetwork,
  privateNetwork,
  sessionServices,
  turnOnPrivateDns,
} from '../../src/rule/network.ts';

export const endpointUnreachable: Rule = {
  id: 'endpoint-unreachable',
  summary:
    'An endpoint that sessions need has private DNS off, or lets no traffic of the tasks in on port 443.',
  why: 'The endpoint is there and paid for, and the agent of ECS Exec does not reach it: sessions may fail, or not be recorded.',
  severity: 'warning',
  properties: ['AWS::EC2::VPCEndpoint.PrivateDnsEnabled'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: with private DNS everything in the VPC uses the endpoint. The fix switches it on, and what the VPC needs for it; security groups stay as they are.',
  notes:
    'Silent about private DNS where something else gives the endpoint a name, or the template shows another way out. Silent about security groups that are not all in the template, that other stacks may add rules to, or whose rules cannot be compared with where tasks run: prefix lists, IPv6, and ranges that are only known once deployed.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  ],

  *checkLauncher(launcher) {
    const network = privateNetwork(launcher);
    if (!network) return;
    for (const service of ['ssmmessages' as const, ...sessionServices(launcher)]) {
      const endpoints = endpointsFor(network.vpc, service);
      const [only, another] = endpoints.is === 'known' ? endpoints.value : [];
      if (only && !another && only.isInterface()) yield* judge(launcher, network, only);
    }
  },
};

function* judge(launcher: Launcher, network: PrivateNetwork, endpoint: Endpoint): Iterable<Verdict> {
  const { id } = endpoint;
  const related = [{ at: launcher.at, message: say`tasks of ${launcher.title} run in its VPC` }];
  const { is, at, unsure } = endpoint.privateDns();
  if (is === 'no' && !endpoint.isNamedElsewhere() && network.egressPath().is !== 'found') {
    const edits = unsure === undefined ? turnOnPrivateDns(endpoint, network.vpc) : undefined;
    yield {
      at: isWritten(at) ? at : endpoint.at,
      message: say`Endpoint \`${id}\` has private DNS off (\`PrivateDnsEnabled\`): the name of the service, which the agent of ECS Exec uses, does not lead to it.`,
      for: [launcher],
      related,
      unsure,
      fix: edits && { title: say`Switch on private DNS`, safety: 'unsafe', edits },
    };
  }
  const groups = groupsBlockingIngress(endpoint, network.network) ?? [];
  const [first, another] = groups;
  if (!first) return;
  const names = and(groups.map(each => `\`${each.id}\``));
  yield {
    at: first.at,
    message: another
      ? say`Endpoint \`${id}\` is behind ${names}, which let in no traffic of the tasks on port 443: the agent of ECS Exec does not reach it.`
      : say`Endpoint \`${id}\` is behind ${names}, which lets in no traffic of the tasks on port 443: the agent of ECS Exec does not reach it.`,
    for: [launcher],
    related: [...related, { at: endpoint.at, message: say`\`${id}\` has it as a security group` }],
  };
}

import {
  type Endpoint,
  endpointsFor,
  groupsThatShutOut,
  type Launcher,
  type PrivateNetwork,
  privateNetwork,
  type Rule,
  sessionServices,
  turnOnPrivateDns,
  type Verdict,
} from '../../src/rule.ts';

export const endpointUnreachable: Rule = {
  id: 'endpoint-unreachable',
  summary: 'An endpoint that sessions need has no private names, or lets no traffic in on port 443.',
  why: 'The endpoint is there and paid for, and the agent of ECS Exec does not reach it: sessions may fail, or not be recorded.',
  severity: 'warning',
  fix: 'unsafe',
  fixSafety:
    'Unsafe: with private names all of the VPC uses the endpoint. The fix switches them on, and the names of the VPC that they need; it does not change security groups.',
  notes:
    'Silent about private names where something else gives the endpoint a name, or the template shows another way out. Silent about security groups that are not all in the template, that other stacks may add rules to, or whose rules cannot be compared with where tasks run: prefix lists, IPv6, and ranges that are only known once deployed.',
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
      if (only && !another && only.isInterface() === 'yes') yield* judge(launcher, network, only);
    }
  },
};

function* judge(launcher: Launcher, network: PrivateNetwork, endpoint: Endpoint): Iterable<Verdict> {
  const { id } = endpoint;
  const related = [{ at: launcher.at, message: `tasks of ${launcher.title} run in its VPC` }];
  const { is, at, unsure } = endpoint.privateDns();
  if (is === 'no' && !endpoint.isNamedElsewhere() && network.wayOut().is !== 'shown') {
    const edits = unsure === undefined ? turnOnPrivateDns(endpoint, network.vpc) : undefined;
    const message = `Endpoint \`${id}\` has no private names (\`PrivateDnsEnabled\`): the agent of ECS Exec asks for the public name of the service, and does not find it.`;
    const fix = edits && { title: 'Switch on private names', safety: 'unsafe' as const, edits };
    yield {
      at: at.path.length > endpoint.at.path.length ? endpoint.at : at,
      message,
      for: [launcher],
      related,
      unsure,
      fix,
    };
  }
  const groups = groupsThatShutOut(endpoint, network.network);
  if (!groups) return;
  const names = groups.map(each => `\`${each.id}\``).join(' and ');
  yield {
    at: groups[0]?.at ?? endpoint.at,
    message: `Endpoint \`${id}\` is behind ${names}, which lets no traffic of ${launcher.title} in on port 443: the agent of ECS Exec does not reach it.`,
    for: [launcher],
    related: [...related, { at: endpoint.at, message: `\`${id}\` has it as its security group` }],
  };
}

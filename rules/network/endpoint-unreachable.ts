import {
  and,
  type Finding,
  isWritten,
  type Launcher,
  notSeen,
  type Related,
  type Rule,
  type Sentence,
  say,
  seeingVpc,
} from '../../src/rule/index.ts';
import {
  type Endpoint,
  endpointsFor,
  groupsBlockingIngress,
  SESSION_MANAGER,
  type SessionService,
  sessionServices,
  type TaskNetwork,
  taskNetwork,
  turnOnPrivateDns,
  unseenIngress,
  unseenServices,
} from '../../src/rule/network.ts';

export const endpointUnreachable: Rule = {
  id: 'endpoint-unreachable',
  summary:
    'A VPC endpoint that sessions need has private DNS off, or does not allow the tasks in on port 443.',
  why: 'The endpoint exists, but the ECS Exec agent cannot reach it: sessions may fail, or not be recorded.',
  severity: 'error',
  properties: ['AWS::EC2::VPCEndpoint.PrivateDnsEnabled'],
  errorMessages: [
    'ssmmessages-not-reached',
    'target-not-connected',
    'handshake-timed-out',
    'encryption-not-verified',
    'session-not-logged',
  ],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: with private DNS, everything in the VPC uses the endpoint. The fix enables it, and the DNS settings that the VPC needs for it; security groups stay as they are.',
  notes:
    'Private DNS is not reported if something else gives the endpoint a name, or if the template shows another route. Security groups are not reported if not all of them are in the template, if other stacks may add rules to them, or if their rules cannot be compared with the tasks: prefix lists, IPv6, and ranges that are only known once deployed.\n\nIt is an error if sessions do not open without the service and there is no other route to it: with private DNS on, its name resolves to the endpoint, whatever other routes there are.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  ],

  appliesTo: seeingVpc,

  *checkLauncher(launcher) {
    const network = taskNetwork(launcher);
    if (!network) return;
    const unknownServices = unseenServices(launcher);
    if (unknownServices !== undefined) yield notSeen(launcher, unknownServices);
    for (const service of [SESSION_MANAGER, ...sessionServices(launcher)]) {
      const endpoints = endpointsFor(network.vpc, service.name);
      const unseen = unseenIn(network, endpoints);
      if (unseen !== undefined)
        yield notSeen(
          launcher,
          say`whether its tasks reach the endpoint for \`${service.name}\` is not known (${unseen})`,
        );
      const [only, another] = endpoints.is === 'known' ? endpoints.value : [];
      if (endpoints.is !== 'known' || !only || another || only.isInterface() !== 'yes') continue;
      const way = network.egressPath().is;
      const { is, unsure } = only.privateDns();
      const isUsed = is === 'yes' && unsure === undefined && network.usesProxy() === 'no';
      const impact = impactOf(service, way === 'none' || isUsed);
      const isOnly = endpoints.unsure === undefined;
      if (is === 'no' && way !== 'found')
        for (const verdict of nameless(launcher, network, only, isOnly)) yield { ...verdict, ...impact };
      if (is !== 'no' || way !== 'found')
        for (const verdict of shut(launcher, network, only)) yield { ...verdict, ...impact };
    }
  },
};

/** Why it is not seen whether tasks reach the endpoints for a service, if there are any. */
function unseenIn(network: TaskNetwork, endpoints: ReturnType<typeof endpointsFor>): Sentence | undefined {
  if (endpoints.is === 'absent') return undefined;
  if (endpoints.is === 'unknown') return endpoints.why;
  const [only, another] = endpoints.value;
  if (!only || another) return say`there are several`;
  const type = only.isInterface();
  if (type !== 'yes') return type === 'no' ? undefined : say`the type of \`${only.id}\` is not known`;
  const hasOtherWay = network.egressPath().is === 'found';
  const { is, why, unsure } = only.privateDns();
  if (is === 'no' && hasOtherWay) return undefined;
  if (is === 'no' && only.isNamedElsewhere()) return say`\`${only.id}\` may have a name elsewhere`;
  return (
    unseenIngress(only, network.network) ??
    (hasOtherWay ? undefined : (why ?? (is === 'no' ? undefined : unsure)))
  );
}

/** What comes of it when the tasks do not reach a service by its endpoint. */
function impactOf(
  { opensSessions }: SessionService,
  isCertain: boolean,
): Pick<Finding, 'severity' | 'blocks' | 'mayBlock'> {
  return {
    severity: opensSessions && isCertain ? 'error' : 'warning',
    blocks: opensSessions ? 'session' : 'session log',
    ...(!opensSessions && !isCertain && { mayBlock: true }),
  };
}

function* nameless(
  launcher: Launcher,
  network: TaskNetwork,
  endpoint: Endpoint,
  isOnly: boolean,
): Iterable<Finding> {
  if (endpoint.isNamedElsewhere()) return;
  const { at, unsure } = endpoint.privateDns();
  const edits = unsure === undefined && isOnly ? turnOnPrivateDns(endpoint, network) : undefined;
  yield {
    at: isWritten(at) ? at : endpoint.at,
    message: say`Endpoint \`${endpoint.id}\` has private DNS off (\`PrivateDnsEnabled\`): the service name that the ECS Exec agent uses does not resolve to it.`,
    for: [launcher],
    related: relatedTo(launcher),
    unsure,
    fix: edits && { title: say`Enable private DNS`, safety: 'unsafe', edits },
  };
}

function* shut(launcher: Launcher, network: TaskNetwork, endpoint: Endpoint): Iterable<Finding> {
  const { id } = endpoint;
  const groups = groupsBlockingIngress(endpoint, network.network) ?? [];
  const [first, another] = groups;
  if (!first) return;
  const names = and(groups.map(each => `\`${each.id}\``));
  yield {
    at: first.at,
    message: another
      ? say`Endpoint \`${id}\` uses ${names}, which do not allow the tasks in on port 443: the ECS Exec agent cannot reach it.`
      : say`Endpoint \`${id}\` uses ${names}, which does not allow the tasks in on port 443: the ECS Exec agent cannot reach it.`,
    for: [launcher],
    related: [...relatedTo(launcher), { at: endpoint.at, message: say`\`${id}\` uses this security group` }],
  };
}

function relatedTo(launcher: Launcher): readonly Related[] {
  return [
    {
      at: launcher.at,
      message: say`the tasks of ${launcher.title} run in its VPC`,
    },
  ];
}

import {
  and,
  type Fix,
  type Launcher,
  notSeen,
  type Rule,
  type Sentence,
  say,
  seeingVpc,
  type Verdict,
} from '../../src/rule/index.ts';
import {
  addEndpoint,
  type ServiceName,
  type SessionService,
  sessionServices,
  type TaskNetwork,
  taskNetwork,
  unseenServices,
} from '../../src/rule/network.ts';

/** What comes of it when a service cannot be reached. */
const RESULTS: Readonly<Record<ServiceName, Sentence>> = {
  ssmmessages: say`sessions do not open`,
  kms: say`encrypted sessions do not open`,
  logs: say`sessions do not reach their log group`,
  s3: say`sessions do not reach their bucket`,
};

export const sessionEndpointMissing: Rule = {
  id: 'session-endpoint-missing',
  summary: 'A VPC has interface endpoints, but none for a service that sessions need: `kms`, `logs` or `s3`.',
  why: 'The ECS Exec agent decrypts and records sessions itself, from inside the VPC. If it cannot reach a service, sessions do not open, or are not recorded.',
  severity: 'error',
  properties: ['AWS::EC2::VPCEndpoint.ServiceName'],
  errorMessages: [
    'handshake-timed-out',
    'data-key-not-decrypted',
    'encryption-not-verified',
    'session-not-logged',
  ],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: an endpoint is billed by the hour. For `kms` and `logs`, the fix copies the subnets and security groups of an existing interface endpoint, not its policy and tags. For `s3`, it adds a gateway endpoint if all route tables are known.',
  notes:
    'What sessions need depends on the configuration of the cluster: a key, and a log group or bucket. Not reported if that is not known, if there is another route out of the VPC, or if an existing endpoint may be the missing one. It is an error if there is no other route and sessions do not open without the service: they are encrypted with a key, or require encrypted logs.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
  ],

  appliesTo: seeingVpc,

  *checkLauncher(launcher) {
    const network = taskNetwork(launcher);
    if (!network || network.egressPath().is === 'found') return;
    const services = sessionServices(launcher);
    const unseen = [unseenServices(launcher), ...services.map(({ name }) => network.unseenReach(name))];
    for (const why of unseen) if (why !== undefined) yield notSeen(launcher, why);
    const sibling = network.sibling();
    if (!sibling) return;
    const missing = services
      .filter(({ name }) => network.lacks(name))
      .map(service => ({ service, edits: addEndpoint(network, sibling, service.name) }));
    // Each has a fix of its own, so that no two fixes add one endpoint.
    for (const { service, edits } of missing) if (edits) yield judge(launcher, network, [service], edits);
    const others = missing.flatMap(({ service, edits }) => (edits ? [] : [service]));
    if (others.length > 0) yield judge(launcher, network, others, undefined);
  },
};

function judge(
  launcher: Launcher,
  network: TaskNetwork,
  services: readonly SessionService[],
  edits: Fix['edits'] | undefined,
): Verdict {
  const { vpc } = network;
  const sibling = network.sibling();
  const isSealed = network.egressPath().is === 'none';
  const opensSessions = services.some(each => each.opensSessions);
  const names = and(services.map(({ name }) => `\`${name}\``));
  const results = and(services.map(resultOf));
  return {
    at: vpc.at,
    message: isSealed
      ? say`VPC \`${vpc.id}\` has interface endpoints, but none for ${names}, and there is no other route: ${results}.`
      : say`VPC \`${vpc.id}\` has interface endpoints, but none for ${names}: without another route, ${results}.`,
    severity: isSealed && opensSessions ? 'error' : 'warning',
    blocks: opensSessions ? 'session' : 'session log',
    ...(!opensSessions && !isSealed && { mayBlock: true }),
    for: [launcher],
    related: [
      { at: launcher.at, message: say`the tasks of ${launcher.title} run in it` },
      ...(sibling ? [{ at: sibling.at, message: say`\`${sibling.id}\` is one of its endpoints` }] : []),
    ],
    fix: edits && { title: say`Add an endpoint for ${names}`, safety: 'unsafe', edits },
  };
}

function resultOf({ name, opensSessions }: SessionService): Sentence {
  return opensSessions && name !== 'kms'
    ? say`sessions that require encrypted logs do not open`
    : RESULTS[name];
}

import {
  and,
  type Fix,
  type Launcher,
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
} from '../../src/rule/network.ts';

/** What comes of it when a service cannot be reached. */
const RESULTS: Readonly<Record<ServiceName, Sentence>> = {
  ssmmessages: say`sessions are not opened`,
  kms: say`encrypted sessions are not opened`,
  logs: say`sessions do not reach their log group`,
  s3: say`sessions do not reach their bucket`,
};

export const sessionEndpointMissing: Rule = {
  id: 'session-endpoint-missing',
  summary: 'A VPC has interface endpoints, but none for a service that sessions need: `kms`, `logs` or `s3`.',
  why: 'The agent of ECS Exec decrypts and records sessions itself, from inside the VPC. What it cannot reach keeps sessions from being opened, or from being recorded.',
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
    'Unsafe: an endpoint costs money by the hour. For `kms` and `logs` the fix copies the subnets and security groups of an interface endpoint that is there, not its policy and tags. For `s3` it adds a gateway, where all route tables are known.',
  notes:
    'What sessions need is in the configuration of the cluster: a key, and the log group or bucket that they are recorded in. The rule is silent where that is not known, where there is another way out of the VPC, and where an endpoint that is there may be the missing one. It is an error where nothing else leads out and sessions are not opened without the service: they are encrypted with a key, or refused unless their log is.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
  ],

  appliesTo: seeingVpc,

  *checkLauncher(launcher) {
    const network = taskNetwork(launcher);
    const sibling = network?.sibling();
    const way = network?.egressPath();
    if (!network || !sibling || !way || way.is === 'found') return;
    const missing = sessionServices(launcher)
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
      ? say`VPC \`${vpc.id}\` has interface endpoints, but none for ${names}, and there is no other way out: ${results}.`
      : say`VPC \`${vpc.id}\` has interface endpoints, but none for ${names}: without another way out, ${results}.`,
    severity: isSealed && opensSessions ? 'error' : 'warning',
    blocks: opensSessions ? 'session' : 'session log',
    ...(!isSealed && { mayBlock: true }),
    for: [launcher],
    related: [
      { at: launcher.at, message: say`tasks of ${launcher.title} run in it` },
      ...(sibling ? [{ at: sibling.at, message: say`\`${sibling.id}\` is one of its endpoints` }] : []),
    ],
    fix: edits && { title: say`Add an endpoint for ${names}`, safety: 'unsafe', edits },
  };
}

function resultOf({ name, opensSessions }: SessionService): Sentence {
  return opensSessions && name !== 'kms'
    ? say`sessions that have to be recorded are not opened`
    : RESULTS[name];
}

import { and, type Rule, type Sentence, say } from '../../src/rule/index.ts';
import { addEndpoint, privateNetwork, type ServiceName, sessionServices } from '../../src/rule/network.ts';

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
  severity: 'warning',
  properties: ['AWS::EC2::VPCEndpoint.ServiceName'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: an endpoint costs money by the hour. For `kms` and `logs` the fix copies the subnets and security groups of an interface endpoint that is there, not its policy and tags. For `s3` it adds a gateway, where all route tables are known.',
  notes:
    'What sessions need is in the configuration of the cluster: a key, and the log group or bucket that they are recorded in. The rule is silent where that is not known, where the template shows another way out of the VPC, and where an endpoint that is there may be the missing one.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
  ],

  *checkLauncher(launcher) {
    const network = privateNetwork(launcher);
    if (!network) return;
    const missing = sessionServices(launcher).filter(service => network.lacks(service));
    if (missing.length === 0 || network.egressPath().is === 'found') return;
    const { vpc, subnets, sibling } = network;
    const edits = missing.map(service => addEndpoint(vpc, subnets, sibling, service));
    const isFixable = edits.every(each => each !== undefined);
    const names = and(missing.map(service => `\`${service}\``));
    yield {
      at: vpc.at,
      message: say`VPC \`${vpc.id}\` has interface endpoints, but none for ${names}: without another way out, ${and(missing.map(service => RESULTS[service]))}.`,
      for: [launcher],
      related: [
        { at: launcher.at, message: say`tasks of ${launcher.title} run in it` },
        { at: sibling.at, message: say`\`${sibling.id}\` is one of its endpoints` },
      ],
      fix: isFixable
        ? {
            title: missing.length > 1 ? say`Add endpoints for ${names}` : say`Add an endpoint for ${names}`,
            safety: 'unsafe',
            edits: edits.flat(),
          }
        : undefined,
    };
  },
};

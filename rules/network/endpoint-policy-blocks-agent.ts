import { and, notSeen, type Rule, type Sentence, say, seeingVpc } from '../../src/rule/index.ts';
import {
  type RestrictingEndpoint,
  restrictingEndpoints,
  taskNetwork,
  unseenEndpointPolicies,
  unseenServices,
} from '../../src/rule/network.ts';

export const endpointPolicyBlocksAgent: Rule = {
  id: 'endpoint-policy-blocks-agent',
  summary: 'The policy of a VPC endpoint blocks requests that sessions need.',
  why: 'Requests through an endpoint must be allowed by its policy as well as by the task role. Otherwise sessions do not open, or are not recorded.',
  severity: 'error',
  properties: ['AWS::EC2::VPCEndpoint.PolicyDocument'],
  errorMessages: [
    'target-not-connected',
    'ssmmessages-refused',
    'log-group-refused',
    'log-bucket-refused',
    'data-key-not-decrypted',
    'encryption-not-verified',
    'session-not-logged',
  ],
  fix: 'none',
  notes:
    'Checks the endpoints for `ssmmessages` and, if the configuration of the cluster needs them, for `kms`, `logs` and `s3`, provided that traffic to the service uses the endpoint: private DNS is on, or the gateway is in the route tables of the subnets. It is an error if no session opens, and a warning if sessions are not recorded, or if Session Manager actions are only allowed on some resources. Conditions are assumed to hold, and statements that may concern another role are skipped.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'https://github.com/aws-containers/amazon-ecs-exec-checker/issues/47',
  ],

  appliesTo: seeingVpc,

  *checkLauncher(launcher) {
    const network = taskNetwork(launcher);
    if (!network) return;
    const unseen = [unseenServices(launcher), ...unseenEndpointPolicies(launcher, network)];
    for (const why of unseen) if (why !== undefined) yield notSeen(launcher, why);
    for (const found of restrictingEndpoints(launcher, network)) {
      const { endpoint, opensSessions, onOtherResources } = found;
      const isOpen = onOtherResources && found.actions.every(each => each.startsWith('ssmmessages:'));
      yield {
        at: endpoint.policyPlace(),
        message: messageOf(found, isOpen),
        severity: opensSessions && !isOpen ? 'error' : 'warning',
        blocks: opensSessions ? 'session' : 'session log',
        for: [launcher],
        related: [
          {
            at: launcher.at,
            message: say`the tasks of ${launcher.title} run in its VPC`,
          },
        ],
      };
    }
  },
};

function messageOf({ endpoint, actions, opensSessions }: RestrictingEndpoint, isOpen: boolean): Sentence {
  const subject = say`The policy of endpoint \`${endpoint.id}\` does not allow ${and(actions.map(each => `\`${each}\``))}`;
  if (isOpen) return say`${subject} on all resources: sessions may not open.`;
  return opensSessions
    ? say`${subject}: \`execute-command\` fails.`
    : say`${subject}: sessions are not recorded.`;
}

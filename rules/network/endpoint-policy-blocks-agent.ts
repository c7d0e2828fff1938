import { and, type Rule, type Sentence, say, seeingVpc } from '../../src/rule/index.ts';
import { type RestrictingEndpoint, restrictingEndpoints, taskNetwork } from '../../src/rule/network.ts';

export const endpointPolicyBlocksAgent: Rule = {
  id: 'endpoint-policy-blocks-agent',
  summary: 'The policy of a VPC endpoint does not let through what sessions need.',
  why: 'What goes through an endpoint has to be allowed by its policy as well as by the task role. Where it is not, sessions are not opened, or not recorded.',
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
    'Asked of the endpoints for `ssmmessages` and, as far as the configuration of the cluster needs them, for `kms`, `logs` and `s3`, where the name of the service leads to the endpoint: private DNS is on, or the gateway is in the route tables of the subnets. It is an error where no session is opened, and a warning where sessions are not recorded, or where actions of Session Manager are allowed on some resources. Conditions are taken to hold, and statements that may be about another role are passed over.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'https://github.com/aws-containers/amazon-ecs-exec-checker/issues/47',
  ],

  appliesTo: seeingVpc,

  *checkLauncher(launcher) {
    const network = taskNetwork(launcher);
    if (!network) return;
    for (const found of restrictingEndpoints(launcher, network)) {
      const { endpoint, opensSessions, onOtherResources } = found;
      const isOpen = onOtherResources && found.actions.every(each => each.startsWith('ssmmessages:'));
      yield {
        at: endpoint.policyPlace(),
        message: messageOf(found, isOpen),
        severity: opensSessions && !isOpen ? 'error' : 'warning',
        blocks: opensSessions ? 'session' : 'session log',
        for: [launcher],
        related: [{ at: launcher.at, message: say`tasks of ${launcher.title} run in its VPC` }],
      };
    }
  },
};

function messageOf({ endpoint, actions, opensSessions }: RestrictingEndpoint, isOpen: boolean): Sentence {
  const subject = say`The policy of endpoint \`${endpoint.id}\` does not let ${and(actions.map(each => `\`${each}\``))} through`;
  if (isOpen) return say`${subject} on all resources: sessions may not be opened.`;
  return opensSessions
    ? say`${subject}: \`execute-command\` fails.`
    : say`${subject}: sessions are not recorded.`;
}

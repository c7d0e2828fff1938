import {
  type BlockingMesh,
  type BlockingProxy,
  blockingMesh,
  blockingProxy,
  type Container,
  containersOf,
  exemptFromMesh,
  exemptFromProxy,
} from '../../src/rule/container.ts';
import {
  type Fix,
  type Launcher,
  type Rule,
  type Sentence,
  say,
  seeingContainers,
  type TaskDefinition,
  type Verdict,
} from '../../src/rule/index.ts';

export const proxyBlocksAgent: Rule = {
  id: 'proxy-blocks-agent',
  summary: 'A proxy is between the ECS Exec agent and its credentials.',
  why: 'The agent uses the proxy of its container. If 169.254.170.2 is not exempt, it gets no credentials, and `execute-command` fails with TargetNotConnectedException.',
  severity: 'warning',
  properties: ['ContainerDefinitions.Environment', 'ProxyConfiguration'],
  errorMessages: ['target-not-connected', 'ssmmessages-not-reached'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: the application also bypasses the proxy. The fix extends literal lists, and leaves computed ones alone.',
  notes:
    'Variables from `EnvironmentFiles` are not visible: if there are any, a missing `NO_PROXY` is not reported. Credentials are requested over plain HTTP, so `HTTPS_PROXY` alone is not a problem.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/http_proxy_config.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html',
    'https://pkg.go.dev/net/http#ProxyFromEnvironment',
  ],

  appliesTo: seeingContainers,

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is !== 'known') return;
    const { definition, containers } = task.value;
    for (const container of containers) {
      const found = blockingProxy(container);
      if (found) yield variable(launcher, definition, container, found, found.unsure ?? task.unsure);
    }
    const found = blockingMesh(definition);
    if (found) yield mesh(launcher, definition, found, found.unsure ?? task.unsure);
  },
};

function variable(
  launcher: Launcher,
  definition: TaskDefinition,
  container: Container,
  found: BlockingProxy,
  unsure: Sentence | undefined,
): Verdict {
  const { proxy } = found;
  return {
    at: proxy.at,
    message: say`${container.title} of \`${definition.id}\` sets \`${proxy.name}\`, and \`NO_PROXY\` does not exempt 169.254.170.2: the ECS Exec agent may request its credentials from the proxy, and not get them.`,
    for: [launcher],
    related: [{ at: launcher.at, message: launcher.runs(definition) }],
    unsure,
    fix: fixOf(unsure, exemptFromProxy(container, found)),
  };
}

function mesh(
  launcher: Launcher,
  definition: TaskDefinition,
  found: BlockingMesh,
  unsure: Sentence | undefined,
): Verdict {
  const { exceptions, at } = found;
  return {
    at: exceptions.is === 'known' ? exceptions.value : at,
    message: say`The App Mesh proxy of \`${definition.id}\` does not exempt 169.254.170.2 (\`EgressIgnoredIPs\`): the ECS Exec agent may not get its credentials.`,
    for: [launcher],
    related: [{ at: launcher.at, message: launcher.runs(definition) }],
    unsure,
    fix: fixOf(unsure, exemptFromMesh(definition, found)),
  };
}

function fixOf(unsure: Sentence | undefined, edits: Fix['edits'] | undefined): Fix | undefined {
  const title = say`Exempt 169.254.170.2 from the proxy`;
  return unsure === undefined && edits ? { title, safety: 'unsafe', edits } : undefined;
}

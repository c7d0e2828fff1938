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
  summary: 'A proxy stands between the agent of ECS Exec and its credentials.',
  why: 'The agent goes through the proxy of its container. Where 169.254.170.2 is not exempt it gets no credentials, and `execute-command` fails with TargetNotConnectedException.',
  severity: 'warning',
  properties: ['ContainerDefinitions.Environment', 'ProxyConfiguration'],
  errorMessages: ['target-not-connected', 'ssmmessages-not-reached'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: the application goes past the proxy too. The fix adds to lists that are written as one text, and leaves alone those that are computed.',
  notes:
    'Variables from `EnvironmentFiles` are not seen: where there are some, the rule is silent about a missing `NO_PROXY`. Credentials are asked for by plain HTTP, so `HTTPS_PROXY` alone does not stand in the way.',
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
    message: say`${container.title} of \`${definition.id}\` sets \`${proxy.name}\`, and \`NO_PROXY\` does not exempt 169.254.170.2: the agent of ECS Exec may ask the proxy for its credentials, and not get them.`,
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
    message: say`The App Mesh proxy of \`${definition.id}\` does not let 169.254.170.2 past (\`EgressIgnoredIPs\`): the agent of ECS Exec asks it for its credentials, and may not get them.`,
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

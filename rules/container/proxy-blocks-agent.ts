import {
  type BlockingProxy,
  blockingProxy,
  type Container,
  containersOf,
  exemptCredentials,
  type Fix,
  type Launcher,
  letPast,
  type MeshDefect,
  meshDefects,
  type Rule,
  type TaskDefinition,
  type Verdict,
} from '../../src/rule.ts';

export const proxyBlocksAgent: Rule = {
  id: 'proxy-blocks-agent',
  summary: 'A proxy stands between the agent of ECS Exec and its credentials, or Session Manager.',
  why: 'The agent goes through the proxy of its container. Where 169.254.170.2 is not exempt it gets no credentials, and `execute-command` fails with TargetNotConnectedException.',
  severity: 'warning',
  fix: 'unsafe',
  fixSafety:
    'Unsafe: the application goes past the proxy too. The fix adds to lists that are written as one text, and leaves alone those that are computed.',
  notes:
    'Variables from `EnvironmentFiles` are not seen: where there are some, the rule is silent about a missing `NO_PROXY`. An App Mesh proxy has to let port 443 past only where every mesh of the template drops what it does not know (`DROP_ALL`).',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/http_proxy_config.html',
    'https://github.com/aws/aws-app-mesh-roadmap/issues/497',
  ],

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is !== 'known') return;
    const { definition, containers } = task.value;
    for (const container of containers) {
      const found = blockingProxy(container);
      if (found) yield variable(launcher, definition, container, found, found.unsure ?? task.unsure);
    }
    for (const defect of meshDefects(definition))
      yield mesh(launcher, definition, defect, defect.unsure ?? task.unsure);
  },
};

function variable(
  launcher: Launcher,
  definition: TaskDefinition,
  container: Container,
  found: BlockingProxy,
  unsure: string | undefined,
): Verdict {
  const { proxy } = found;
  return {
    at: proxy.at,
    message: `${container.title} of \`${definition.id}\` sets \`${proxy.name}\`, and \`NO_PROXY\` does not exempt 169.254.170.2: the agent of ECS Exec asks the proxy for its credentials, and sessions may fail.`,
    for: [launcher],
    related: [{ at: launcher.at, message: launcher.runs(definition) }],
    unsure,
    fix: mend(unsure, exemptCredentials(container, found), 'Exempt 169.254.170.2 from the proxy'),
  };
}

function mesh(
  launcher: Launcher,
  definition: TaskDefinition,
  defect: MeshDefect,
  unsure: string | undefined,
): Verdict {
  const { setting, needed, list, at } = defect;
  const lost = setting === 'EgressIgnoredIPs' ? 'its credentials' : 'Session Manager';
  return {
    at: list.is === 'known' ? list.value : at,
    message: `The App Mesh proxy of \`${definition.id}\` does not let ${needed} past (\`${setting}\`): the agent of ECS Exec may not reach ${lost}.`,
    for: [launcher],
    related: [{ at: launcher.at, message: launcher.runs(definition) }],
    unsure,
    fix: mend(unsure, letPast(definition, defect), `Let ${needed} past the proxy`),
  };
}

function mend(unsure: string | undefined, edits: Fix['edits'] | undefined, title: string): Fix | undefined {
  return unsure === undefined && edits ? { title, safety: 'unsafe', edits } : undefined;
}

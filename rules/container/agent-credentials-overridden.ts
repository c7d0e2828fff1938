import { containersOf } from '../../src/rule/container.ts';
import { type Rule, say, seeingContainers } from '../../src/rule/index.ts';

/** What the agent reads to get the credentials of the task role, and to know which task it is in. */
const OWN = /^(?:AWS_CONTAINER_CREDENTIALS_\w+|ECS_CONTAINER_METADATA_URI\w*)$/;

export const agentCredentialsOverridden: Rule = {
  id: 'agent-credentials-overridden',
  summary:
    'A container sets a variable that ECS sets, and that the agent of ECS Exec gets its credentials by.',
  why: 'The agent has the environment of the container: with other credentials than those of the task role, or none, it cannot open a session.',
  severity: 'warning',
  properties: ['ContainerDefinitions.Environment'],
  errorMessages: ['target-not-connected', 'ssmmessages-refused', 'managed-agent-stopped'],
  fix: 'none',
  sources: [
    'https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4-fargate.html',
  ],

  appliesTo: seeingContainers,

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is !== 'known') return;
    const { definition, containers } = task.value;
    for (const container of containers)
      for (const { at, name } of container.variables(OWN))
        yield {
          at,
          message: say`${container.title} of \`${definition.id}\` sets \`${name}\`, which ECS sets itself, for the agent of ECS Exec to find its task and the credentials of the task role: sessions may fail.`,
          for: [launcher],
          related: [{ at: launcher.at, message: launcher.runs(definition) }],
          unsure: task.unsure,
        };
  },
};

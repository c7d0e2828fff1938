import { containersOf } from '../../src/rule/container.ts';
import { type Rule, say, seeingContainers } from '../../src/rule/index.ts';

/** What the agent reads to get the credentials of the task role, and to know which task it is in. */
const OWN = /^(?:AWS_CONTAINER_CREDENTIALS_\w+|ECS_CONTAINER_METADATA_URI\w*)$/;

export const agentCredentialsOverridden: Rule = {
  id: 'agent-credentials-overridden',
  summary: 'A container overrides an environment variable that gives the ECS Exec agent its credentials.',
  why: 'The agent uses the environment of the container: without the credentials of the task role, it cannot open a session.',
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
          message: say`${container.title} of \`${definition.id}\` sets \`${name}\`, which ECS sets so that the ECS Exec agent finds its task and the credentials of the task role: sessions may fail.`,
          for: [launcher],
          related: [{ at: launcher.at, message: launcher.runs(definition) }],
          unsure: task.unsure,
        };
  },
};

import { AWS_KEYS, containersOf } from '../../src/rule/container.ts';
import { type Rule, say, seeingContainers } from '../../src/rule/index.ts';

export const awsKeysInEnvironment: Rule = {
  id: 'aws-keys-in-environment',
  summary: 'A container has AWS access keys in its environment.',
  why: 'Agents before version 3.1.1260.0 of April 2022 used these keys instead of the task role, and sessions failed. That concerns instances with an old AMI; anyone who opens a session can read the keys.',
  severity: 'info',
  errorMessages: ['target-not-connected', 'ssmmessages-refused'],
  fix: 'none',
  sources: [
    'https://github.com/aws/amazon-ssm-agent/blob/mainline/RELEASENOTES.md',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  ],

  appliesTo: seeingContainers,

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is !== 'known') return;
    const { definition, containers } = task.value;
    for (const container of containers)
      for (const { at, name } of container.variables(AWS_KEYS))
        yield {
          at,
          message: say`${container.title} of \`${definition.id}\` has \`${name}\` in its environment: agents from before April 2022 use it instead of the task role, and sessions fail.`,
          for: [launcher],
          related: [{ at: launcher.at, message: launcher.runs(definition) }],
          unsure: task.unsure,
        };
  },
};

import { containersOf } from '../../src/rule/container.ts';
import { type Rule, say, seeingContainers } from '../../src/rule/index.ts';

export const execLostOnRestart: Rule = {
  id: 'exec-lost-on-restart',
  summary: 'A container has a restart policy: after ECS has restarted it, no session can be opened in it.',
  why: 'ECS does not restart the ECS Exec agent with the container, so `execute-command` fails with TargetNotConnectedException until the task is replaced.',
  severity: 'info',
  properties: ['RestartPolicy.Enabled'],
  errorMessages: ['target-not-connected', 'exec-not-enabled-for-task', 'managed-agent-stopped'],
  fix: 'none',
  notes:
    'A restart policy keeps a task running that would otherwise be replaced, which may be worth more than sessions. To open a session in a container that was restarted, stop its task: the replacement has ECS Exec again.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html',
    'https://github.com/aws/containers-roadmap/issues/2469',
    'https://github.com/aws-containers/amazon-ecs-exec-checker/pull/80',
  ],

  appliesTo: seeingContainers,

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is !== 'known') return;
    const { definition, containers } = task.value;
    for (const container of containers) {
      const { is, at, unsure } = container.restartPolicy();
      if (is !== 'yes') continue;
      yield {
        at,
        message: say`${container.title} of \`${definition.id}\` has a restart policy: after ECS has restarted it, \`execute-command\` into it fails until the task is replaced.`,
        for: [launcher],
        related: [{ at: launcher.at, message: launcher.runs(definition) }],
        unsure: unsure ?? task.unsure,
      };
    }
  },
};

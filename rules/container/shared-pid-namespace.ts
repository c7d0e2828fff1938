import { containersOf } from '../../src/rule/container.ts';
import { type Rule, say, seeingContainers } from '../../src/rule/index.ts';

/** `shared` is what daemon task definitions say for `task`. */
const SHARED = /^(?:task|host|shared)$/;

export const sharedPidNamespace: Rule = {
  id: 'shared-pid-namespace',
  summary: 'The containers of a task share a PID namespace, and allow one session at a time.',
  why: 'There is one session per PID namespace: sessions can be opened in one container only.',
  severity: 'info',
  properties: ['PidMode'],
  errorMessages: ['target-not-connected', 'managed-agent-stopped'],
  fix: 'none',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
    'https://github.com/aws-containers/amazon-ecs-exec-checker/issues/75',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-daemontaskdefinition.html',
  ],

  appliesTo: seeingContainers,

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is !== 'known' || task.value.containers.length < 2) return;
    const { definition, containers } = task.value;
    const mode = definition.pidMode();
    if (mode.is !== 'known' || !SHARED.test(mode.value)) return;
    yield {
      at: mode.at,
      message: say`${definition.title} sets \`PidMode: ${mode.value}\` for ${containers.length} containers: sessions can be opened in one of them only.`,
      for: [launcher],
      related: [{ at: launcher.at, message: launcher.runs(definition) }],
      unsure: mode.unsure ?? task.unsure,
    };
  },
};

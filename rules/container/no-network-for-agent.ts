import { containersOf } from '../../src/rule/container.ts';
import { type Launcher, type Rule, type Sentence, say, type Verdict } from '../../src/rule/index.ts';

export const noNetworkForAgent: Rule = {
  id: 'no-network-for-agent',
  summary: 'A container has no network, so the ECS Exec agent cannot reach Session Manager.',
  why: 'Every `execute-command` into the container fails with TargetNotConnectedException.',
  severity: 'error',
  properties: ['AWS::ECS::TaskDefinition.NetworkMode'],
  errorMessages: ['target-not-connected', 'ssmmessages-not-reached'],
  fix: 'none',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#network_mode',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  ],

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is === 'unknown') yield doubt(launcher, task.why);
    if (task.is !== 'known') return;
    const { definition, containers } = task.value;
    const related = [{ at: launcher.at, message: launcher.runs(definition) }];
    const result = say`the ECS Exec agent cannot reach Session Manager, and every \`execute-command\` fails`;
    const mode = definition.networkMode();
    if (mode.is === 'unknown') yield doubt(launcher, mode.why);
    if (mode.is === 'known' && mode.value === 'none')
      yield {
        at: mode.at,
        message: say`${definition.title} sets \`NetworkMode: none\`: ${result}.`,
        for: [launcher],
        related,
        unsure: mode.unsure ?? task.unsure,
      };
    for (const container of containers) {
      const { is, at, why, unsure } = container.networkingDisabled();
      if (why !== undefined) yield doubt(launcher, why);
      if (is !== 'yes') continue;
      const message = say`${container.title} of \`${definition.id}\` sets \`DisableNetworking\`: ${result}.`;
      yield { at, message, for: [launcher], related, unsure: unsure ?? task.unsure };
    }
  },
};

function doubt(launcher: Launcher, why: Sentence): Verdict {
  const undecided = say`Whether the containers of ${launcher.title} have a network is not known: ${why}.`;
  return { at: launcher.at, undecided, for: [launcher] };
}

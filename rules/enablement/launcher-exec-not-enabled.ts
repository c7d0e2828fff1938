import { type Service, servicesRunning } from '../../src/rule/enablement.ts';
import { type Rule, say, set } from '../../src/rule/index.ts';

export const launcherExecNotEnabled: Rule = {
  id: 'launcher-exec-not-enabled',
  summary: 'A task definition that a service runs with ECS Exec is also started without it.',
  why: 'The flag applies to each launch: `execute-command` on a task started by a rule, schedule, pipe or state machine is refused unless that sets it too.',
  severity: 'info',
  errorMessages: ['exec-not-enabled-for-task'],
  fix: 'unsafe',
  fixSafety: 'Unsafe: it gives shell access to tasks for which nobody asked for it.',
  scope: 'all',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-events-rule-ecsparameters.html',
  ],

  *checkLauncher(launcher, settings) {
    const { is, unsure } = launcher.execEnabled();
    if (settings.exec === 'forbidden' || is !== 'no' || unsure !== undefined) return;
    const definition = launcher.taskDefinition();
    const place = launcher.execPropertyPlace();
    if (definition.is !== 'known' || definition.unsure !== undefined || !place) return;
    const services = servicesRunning(definition.value);
    if (services.some(each => each.id === launcher.id)) return;
    const service = services.find(isSurelyOn);
    if (!service) return;
    yield {
      at: launcher.at,
      message: say`${service.subject} runs \`${definition.value.id}\` with ECS Exec, but ${launcher.title} starts it without: \`execute-command\` on those tasks is refused.`,
      for: [launcher],
      related: [{ at: service.at, message: service.runs(definition.value) }],
      fix: {
        title: say`Set \`EnableExecuteCommand\` to true for ${launcher.title}`,
        safety: 'unsafe',
        edits: [set(place, true)],
      },
    };
  },
};

function isSurelyOn(service: Service): boolean {
  const { is, unsure } = service.execEnabled();
  return is === 'yes' && unsure === undefined;
}

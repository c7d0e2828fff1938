import { type Container, containersOf } from '../../src/rule/container.ts';
import {
  isLiteral,
  isWritten,
  type Launcher,
  type Rule,
  type Sentence,
  say,
  seeingContainers,
  set,
  type TaskDefinition,
  type Verdict,
} from '../../src/rule/index.ts';

export const initProcessDisabled: Rule = {
  id: 'init-process-disabled',
  summary: 'A container has no init process: `LinuxParameters.InitProcessEnabled` is not true.',
  why: 'Processes left behind by sessions are not reaped, and accumulate as zombies until the task stops.',
  severity: 'info',
  properties: ['LinuxParameters.InitProcessEnabled'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: images with their own init process, such as those built on s6-overlay, only start as process 1. Windows task definitions, which have no `LinuxParameters`, are left alone.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
    'https://github.com/just-containers/s6-overlay/issues/535',
  ],

  appliesTo: seeingContainers,

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is !== 'known') return;
    const { definition } = task.value;
    const windows = definition.onWindows();
    if (windows.is !== 'no') return;
    const without = task.value.containers.filter(each => each.initProcess().is === 'no');
    const off = without.filter(each => isWritten(each.initProcess().at));
    const silent = without.filter(each => !off.includes(each));
    const doubt = windows.unsure ?? task.unsure;
    for (const containers of [silent, ...off.map(each => [each])])
      if (containers.length > 0) yield judge(launcher, definition, containers, doubt);
  },
};

function judge(
  launcher: Launcher,
  definition: TaskDefinition,
  containers: readonly Container[],
  doubt: Sentence | undefined,
): Verdict {
  const [only, another] = containers;
  const flags = containers.map(each => each.initProcess());
  const places = flags.map(each => each.at);
  const [at = definition.at] = places.filter(isWritten);
  const unsure = doubt ?? flags.find(each => each.unsure !== undefined)?.unsure;
  const isFixable = unsure === undefined && places.every(each => isLiteral(each) || !isWritten(each));
  return {
    at,
    message:
      only && !another
        ? say`${only.title} of \`${definition.id}\` has no init process (\`InitProcessEnabled\`): processes left behind by sessions become zombies.`
        : say`${containers.length} containers of \`${definition.id}\` have no init process (\`InitProcessEnabled\`): processes left behind by sessions become zombies.`,
    for: [launcher],
    related: [{ at: launcher.at, message: launcher.runs(definition) }],
    isCumulative: true,
    unsure,
    fix: isFixable
      ? {
          title: say`Set \`InitProcessEnabled\` to true`,
          safety: 'unsafe',
          edits: places.map(each => set(each, true)),
        }
      : undefined,
  };
}

import { oldPlatform } from '../../src/rule/enablement.ts';
import { isLiteral, onFargate, type Rule, say, set } from '../../src/rule/index.ts';

export const fargatePlatformTooOld: Rule = {
  id: 'fargate-platform-too-old',
  summary: 'Tasks are started on a platform version of Fargate that has no ECS Exec.',
  why: 'The deploy is rejected, or tasks start without the agent and every `execute-command` fails.',
  severity: 'error',
  blocks: 'deploy with exec',
  properties: ['PlatformVersion'],
  errorMessages: ['platform-without-exec', 'exec-not-enabled-for-task', 'target-not-connected'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: another platform version is another runtime for the application. The fix writes the oldest version that has ECS Exec, and only over a version that is written out.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-prerequisites',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
  ],

  appliesTo: onFargate,

  *checkLauncher(launcher) {
    const old = oldPlatform(launcher);
    if (old.is === 'unknown') {
      const undecided = say`Whether the platform version of ${launcher.title} has ECS Exec is not known: ${old.why}.`;
      yield { at: old.at, undecided, for: [launcher] };
    }
    if (old.is !== 'known') return;
    const { at, unsure } = old;
    const { version, system, needed } = old.value;
    yield {
      at,
      message: say`Platform version ${version} of Fargate, which ${launcher.title} asks for, has no ECS Exec: on ${system} it takes ${needed} or later.`,
      for: [launcher],
      unsure,
      fix:
        unsure === undefined && isLiteral(at)
          ? { title: say`Ask for platform version ${needed}`, safety: 'unsafe', edits: [set(at, needed)] }
          : undefined,
    };
  },
};

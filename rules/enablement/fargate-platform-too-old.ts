import { oldPlatform } from '../../src/rule/enablement.ts';
import { isLiteral, onFargate, type Rule, say, set } from '../../src/rule/index.ts';

export const fargatePlatformTooOld: Rule = {
  id: 'fargate-platform-too-old',
  summary: 'Tasks use a Fargate platform version without ECS Exec.',
  why: 'The deployment fails, or tasks start without the agent and every `execute-command` fails.',
  severity: 'error',
  blocks: 'deploy with exec',
  properties: ['PlatformVersion'],
  errorMessages: ['platform-without-exec', 'exec-not-enabled-for-task', 'target-not-connected'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: another platform version is another runtime for the application. The fix sets the oldest version with ECS Exec, and only replaces a literal version.',
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
      message: say`Fargate platform version ${version}, set by ${launcher.title}, has no ECS Exec: ${system} needs ${needed} or later.`,
      for: [launcher],
      unsure,
      fix:
        unsure === undefined && isLiteral(at)
          ? { title: say`Use platform version ${needed}`, safety: 'unsafe', edits: [set(at, needed)] }
          : undefined,
    };
  },
};

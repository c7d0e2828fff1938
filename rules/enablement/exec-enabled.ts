import { type Rule, say, set } from '../../src/rule/index.ts';

export const execEnabled: Rule = {
  id: 'exec-enabled',
  summary: 'ECS Exec is switched on, where that is forbidden.',
  why: 'Whoever may call `ecs:ExecuteCommand` gets a shell in its containers, as root.',
  severity: 'error',
  properties: ['EnableExecuteCommand'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: it takes away what somebody switched on. Tasks that run keep their agent until they are replaced.',
  notes:
    'Asked only under the policy `exec: forbidden`, under which nothing is said about what ECS Exec would need.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ecs-service.html',
  ],
  scope: 'all',
  policy: 'forbidden',

  *checkLauncher(launcher) {
    const { is, at, unsure } = launcher.execEnabled();
    if (is !== 'yes') return;
    yield {
      at,
      message: say`${launcher.subject} switches ECS Exec on, which is forbidden here: whoever may call \`ecs:ExecuteCommand\` gets a shell in its containers.`,
      for: [launcher],
      unsure,
      fix:
        unsure === undefined
          ? { title: say`Set \`EnableExecuteCommand\` to false`, safety: 'unsafe', edits: [set(at, false)] }
          : undefined,
    };
  },
};

import { type Rule, say, set } from '../../src/rule/index.ts';

export const execEnabled: Rule = {
  id: 'exec-enabled',
  summary: 'ECS Exec is enabled although the configuration forbids it.',
  why: 'Anyone who may call `ecs:ExecuteCommand` gets a shell in its containers, as root.',
  severity: 'error',
  properties: ['EnableExecuteCommand'],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: it turns off a deliberate setting. Running tasks keep their agent until they are replaced.',
  notes: 'Only with `exec: forbidden`, which turns off all rules about what ECS Exec needs.',
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
      message: say`${launcher.subject} enables ECS Exec, which is forbidden here: anyone who may call \`ecs:ExecuteCommand\` gets a shell in its containers.`,
      for: [launcher],
      unsure,
      fix:
        unsure === undefined
          ? { title: say`Set \`EnableExecuteCommand\` to false`, safety: 'unsafe', edits: [set(at, false)] }
          : undefined,
    };
  },
};

import { containersOf, isNanoServer } from '../../src/rule/container.ts';
import { type Rule, say, seeingContainers } from '../../src/rule/index.ts';

export const imageUnsupported: Rule = {
  id: 'image-unsupported',
  summary: 'An image is Windows Nano Server, which ECS Exec does not support.',
  why: 'The ECS Exec agent does not run there, so every `execute-command` into the container fails.',
  severity: 'error',
  properties: ['ContainerDefinitions.Image'],
  errorMessages: [
    'nano-server',
    'managed-agent-stopped',
    'exec-not-enabled-for-task',
    'target-not-connected',
  ],
  fix: 'none',
  notes:
    'Recognized by the image name: `nanoserver` as the repository or in the tag. Other images built on Nano Server are not recognized. Server Core is supported.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
  ],

  appliesTo: seeingContainers,

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is !== 'known') return;
    const { definition, containers } = task.value;
    for (const container of containers) {
      const image = container.image();
      if (image.is !== 'known' || !isNanoServer(image.value)) continue;
      yield {
        at: image.at,
        message: say`${container.title} of \`${definition.id}\` runs Windows Nano Server, which ECS Exec does not support: every \`execute-command\` into it fails.`,
        for: [launcher],
        related: [{ at: launcher.at, message: launcher.runs(definition) }],
        unsure: image.unsure ?? task.unsure,
      };
    }
  },
};

import { containersOf, lackOf } from '../../src/rule/container.ts';
import { type Launcher, type Rule, say, seeingContainers, sessionLog } from '../../src/rule/index.ts';

export const imageLacksShellTools: Rule = {
  id: 'image-lacks-shell-tools',
  summary: 'An image is known to have no shell, or no `script` while sessions are recorded.',
  why: 'Without a shell, no interactive session is possible. Without `script` (package util-linux), sessions work but are not recorded.',
  severity: 'info',
  properties: ['ContainerDefinitions.Image'],
  errorMessages: ['command-not-found', 'transcript-failed', 'session-not-logged'],
  fix: 'none',
  notes:
    'Only images known by name are reported: distroless, Chainguard without `-dev`, .NET chiseled, NATS, AWS Distro for OpenTelemetry, the CloudWatch agent, Amazon Corretto, and UBI 8. Images built on them have other names.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
    'https://github.com/GoogleContainerTools/distroless',
    'https://edu.chainguard.dev/chainguard/chainguard-images/about/differences-development-production/',
    'https://github.com/aws/amazon-ssm-agent/issues/653',
  ],

  appliesTo: seeingContainers,

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is !== 'known') return;
    const { definition, containers } = task.value;
    for (const container of containers) {
      const image = container.image();
      const lack = image.is === 'known' ? lackOf(image.value) : undefined;
      if (image.is !== 'known' || !lack || (lack === 'script' && !isRecorded(launcher))) continue;
      const who = say`${container.title} of \`${definition.id}\``;
      yield {
        at: image.at,
        message:
          lack === 'shell'
            ? say`${who} runs an image without a shell: \`execute-command\` can only run the programs in it.`
            : say`${who} runs an image without \`script\`: sessions work, but are not recorded.`,
        for: [launcher],
        related: [{ at: launcher.at, message: launcher.runs(definition) }],
        unsure: image.unsure ?? task.unsure,
      };
    }
  },
};

function isRecorded(launcher: Launcher): boolean {
  const log = sessionLog(launcher);
  return log.is === 'known' && log.unsure === undefined && log.value.destinations.length > 0;
}

import { containersOf, lackOf } from '../../src/rule/container.ts';
import { type Launcher, type Rule, say, seeingContainers, sessionLog } from '../../src/rule/index.ts';

export const imageLacksShellTools: Rule = {
  id: 'image-lacks-shell-tools',
  summary: 'An image is known to have no shell, or no `script` while sessions are recorded.',
  why: 'Without a shell there is nothing to open a session with. Without `script`, of the package util-linux, sessions work and leave no record.',
  severity: 'info',
  properties: ['ContainerDefinitions.Image'],
  errorMessages: ['command-not-found', 'transcript-failed', 'session-not-logged'],
  fix: 'none',
  notes:
    'Only images that are known by their name are spoken of: distroless ones, those of Chainguard without `-dev`, those of .NET that are called chiseled, NATS, the collector of AWS for OpenTelemetry, the CloudWatch agent, Amazon Corretto, and UBI 8. What is built on them has another name.',
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
            ? say`${who} runs an image that has no shell: \`execute-command\` can run nothing but its own programs.`
            : say`${who} runs an image that has no \`script\`: sessions work, and are not recorded.`,
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

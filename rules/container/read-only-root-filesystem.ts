import { agentCanWrite, containersOf } from '../../src/rule/container.ts';
import {
  isLiteral,
  type Launcher,
  type Place,
  type Rule,
  type Sentence,
  say,
  set,
  type Verdict,
} from '../../src/rule/index.ts';

export const readOnlyRootFilesystem: Rule = {
  id: 'read-only-root-filesystem',
  summary: 'A container has a read-only root file system, but the ECS Exec agent must write to it.',
  why: 'The agent cannot create its directories and does not start, so every `execute-command` into the container fails.',
  severity: 'error',
  properties: ['ReadonlyRootFilesystem'],
  errorMessages: [
    'managed-agent-stopped',
    'target-not-connected',
    'exec-not-enabled-for-task',
    'session-plugin-not-found',
  ],
  fix: 'unsafe',
  fixSafety:
    'Unsafe: the read-only file system is probably deliberate, and audits may require it. The fix replaces a literal `true` with `false`. It does not add the two mounts that are reported to help, since AWS does not support them.',
  notes:
    'Other tools require the opposite: Checkov (CKV_AWS_336), Security Hub (ECS.5) and AWS Config (ecs-containers-readonly-access). A container cannot satisfy both; suppress one of them, with `# checkov:skip=CKV_AWS_336:ECS Exec` or `# ecs-exec-lint: ignore[read-only-root-filesystem]`.\n\nWith writable mounts over `/var/lib/amazon/ssm` and `/var/log/amazon/ssm`, the agent has been seen to work: then this is a suggestion (severity info).',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
    'https://github.com/aws/containers-roadmap/issues/1359',
  ],

  *checkLauncher(launcher) {
    const task = containersOf(launcher);
    if (task.is === 'unknown') yield undecided(launcher, task.at, task.why);
    if (task.is !== 'known') return;
    for (const container of task.value.containers) {
      const { is, at, why, unsure: doubtful } = container.readonlyRootFilesystem();
      const room = is === 'no' ? 'yes' : agentCanWrite(container);
      if (is === 'no' || (is === 'unknown' && room === 'yes')) continue;
      const unsure = doubtful ?? task.unsure;
      const related = [{ at: launcher.at, message: launcher.runs(task.value.definition) }];
      const subject = say`${container.title} of \`${task.value.definition.id}\` has a read-only root file system`;
      if (is === 'unknown' || room === 'unknown')
        yield undecided(launcher, at, why ?? say`its mounts are not known`);
      else if (room === 'yes')
        yield {
          at,
          message: say`${subject}: its mounts let the ECS Exec agent write, which AWS does not support.`,
          for: [launcher],
          severity: 'info',
          related,
          unsure,
        };
      else
        yield {
          at,
          message: say`${subject}, so the ECS Exec agent cannot write to it: every \`execute-command\` into it fails.`,
          for: [launcher],
          related,
          unsure,
          fix:
            unsure === undefined && isLiteral(at)
              ? { title: say`Make the root file system writable`, safety: 'unsafe', edits: [set(at, false)] }
              : undefined,
        };
    }
  },
};

function undecided(launcher: Launcher, at: Place, why: Sentence): Verdict {
  const said = say`Whether the containers of ${launcher.title} have a writable root file system is not known: ${why}.`;
  return { at, undecided: said, for: [launcher] };
}

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
  summary: 'A container has a read-only root file system, to which the agent of ECS Exec has to write.',
  why: 'The agent cannot create its folders and does not start, so every `execute-command` into the container fails.',
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
    'Unsafe: somebody made the file system read-only on purpose, and audits may demand it. The fix writes `false` where `true` is written. It does not add the two mounts that are said to help, since AWS does not support them.',
  notes:
    'Other tools demand the opposite: Checkov (CKV_AWS_336), Security Hub (ECS.5) and AWS Config (ecs-containers-readonly-access). A container cannot please both; suppress one of them for containers that people need a shell in, with `# checkov:skip=CKV_AWS_336:ECS Exec` and `# ecs-exec-lint: ignore[read-only-root-filesystem]`.\n\nWith writable mounts over `/var/lib/amazon/ssm` and `/var/log/amazon/ssm` the agent has been seen to work: then this is advice (severity info).',
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
          message: say`${subject}: its mounts leave the agent of ECS Exec room to write, which AWS does not support.`,
          for: [launcher],
          severity: 'info',
          related,
          unsure,
        };
      else
        yield {
          at,
          message: say`${subject}, to which the agent of ECS Exec cannot write: every \`execute-command\` into it fails.`,
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
  const said = say`Whether containers of ${launcher.title} have a root file system to write to is not known: ${why}.`;
  return { at, undecided: said, for: [launcher] };
}

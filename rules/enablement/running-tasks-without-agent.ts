import { type RunningTasks, runningTasksOf } from '../../src/rule/enablement.ts';
import { and, commas, type Rule, type Sentence, say } from '../../src/rule/index.ts';

export const runningTasksWithoutAgent: Rule = {
  id: 'running-tasks-without-agent',
  summary: 'Running tasks of a service have no ECS Exec agent, or one that has stopped.',
  why: 'Sessions only open on tasks that were started with ECS Exec on and whose agent is running; a deployment that changes nothing else keeps the old tasks.',
  severity: 'warning',
  properties: ['EnableExecuteCommand'],
  errorMessages: ['exec-not-enabled-for-task', 'target-not-connected', 'managed-agent-stopped'],
  fix: 'none',
  notes:
    'Only reported with `--account` and the output of `aws ecs describe-tasks`, for services whose `ServiceName` and cluster are known. `aws ecs update-service --force-new-deployment` replaces the tasks. Not reported if the template forces a new deployment with every update (`ForceNewDeployment`), which replaces them too.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedAgent.html',
  ],

  *checkService(service) {
    const tasks = runningTasksOf(service);
    if (!tasks || service.execEnabled().is !== 'yes' || service.forcesDeployment().is !== 'no') return;
    const { unsure } = tasks;
    const problems = problemsOf(tasks);
    if (problems.length === 0) return;
    yield {
      at: service.execPropertyPlace() ?? service.at,
      message: say`${service.subject} has ${and(problems)}: every \`execute-command\` on them fails until they are replaced.`,
      for: [service],
      unsure,
    };
  },
};

function problemsOf({ withoutExec, stoppedAgents }: RunningTasks): readonly Sentence[] {
  const count = stoppedAgents.length;
  const reasons = [
    ...new Set(stoppedAgents.flatMap(({ reason }) => (reason === undefined ? [] : `\`${reason}\``))),
  ];
  const details = reasons.length > 0 ? say`${count}: ${commas(reasons)}` : count;
  return [
    ...(withoutExec > 0 ? [say`running tasks that were started without ECS Exec (${withoutExec})`] : []),
    ...(count > 0 ? [say`running tasks whose agent has stopped (${details})`] : []),
  ];
}

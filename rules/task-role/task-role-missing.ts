import { createTaskRole, type Fix, type Rule, type Service, type TaskDefinition } from '../../src/rule.ts';

export const taskRoleMissing: Rule = {
  id: 'task-role-missing',
  summary: 'A task definition whose service enables ECS Exec has no task role.',
  why: 'The deploy is rejected: "The service couldn\'t be created because a valid taskRoleArn is not being used."',
  severity: 'error',
  fix: 'safe',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  ],

  *checkService(service) {
    const definition = service.taskDefinition();
    if (definition.is === 'absent') return;
    if (definition.is === 'unknown') {
      const undecided = `Whether \`${service.id}\` has a task role is not known: ${definition.why}.`;
      yield { at: service.at, undecided, for: [service] };
      return;
    }
    const { id, at } = definition.value;
    const role = definition.value.taskRole();
    if (role.is !== 'absent') return;
    yield {
      at,
      message: `Task definition \`${id}\` has no \`TaskRoleArn\`: the deploy of \`${service.id}\` with ECS Exec is rejected.`,
      for: [service],
      related: [{ at: service.at, message: `\`${service.id}\` runs it` }],
      fix: create(service, definition.value),
    };
  },
};

/** Off Fargate, a container without a task role has the rights of its instance, and would lose them to a role. */
function create(service: Service, definition: TaskDefinition): Fix | undefined {
  if (definition.misplacedActions()) return undefined;
  const isOnFargate = service.onFargate() || definition.fargateOnly().is === 'yes';
  return {
    title: `Add a task role to \`${definition.id}\` (deploying it needs CAPABILITY_IAM)`,
    safety: isOnFargate ? 'safe' : 'unsafe',
    edits: createTaskRole(service, definition),
  };
}

import type { Service } from '../../src/rule/enablement.ts';
import { type Rule, type Sentence, say } from '../../src/rule/index.ts';

export const execNeedsRedeploy: Rule = {
  id: 'exec-needs-redeploy',
  summary: 'Switching ECS Exec on does not replace the tasks that run already.',
  why: 'Tasks only get the agent when they are started, and an update that changes nothing but the flag starts none: `execute-command` stays refused on all that run.',
  severity: 'info',
  properties: ['EnableExecuteCommand'],
  errorMessages: ['exec-not-enabled-for-task'],
  fix: 'none',
  policy: 'required',
  notes:
    'Said of services that have ECS Exec off, since a template does not show what was deployed before. Where the task definition changes in the same update, its tasks are replaced anyway.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  ],

  *checkService(service) {
    if (service.isDaemon || service.execEnabled().is !== 'no') return;
    if (service.forcesDeployment().is !== 'no') return;
    yield {
      at: service.at,
      message: say`Switching ECS Exec on for ${service.title} does not replace the tasks that it runs already: ${cure(service)}.`,
      for: [service],
    };
  },
};

/** ECS refuses to force a deployment that CodeDeploy controls. */
function cure(service: Service): Sentence {
  const controller = service.deploymentController();
  if (controller.is === 'unknown') return say`they get it when they are replaced`;
  switch (controller.is === 'known' ? controller.value : 'ECS') {
    case 'CODE_DEPLOY':
      return say`they get it with the next deployment by CodeDeploy, which cannot be forced with \`--force-new-deployment\``;
    case 'EXTERNAL':
      return say`they get it with a new task set`;
    default:
      return say`they get it with the next deployment, such as \`aws ecs update-service --force-new-deployment\``;
  }
}

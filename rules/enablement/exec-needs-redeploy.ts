import type { Service } from '../../src/rule/enablement.ts';
import { type Rule, type Sentence, say } from '../../src/rule/index.ts';

export const execNeedsRedeploy: Rule = {
  id: 'exec-needs-redeploy',
  summary: 'Enabling ECS Exec does not replace running tasks.',
  why: 'Tasks only get the agent when they start, and an update that only changes the flag starts none: `execute-command` stays refused on running tasks.',
  severity: 'info',
  properties: ['EnableExecuteCommand'],
  errorMessages: ['exec-not-enabled-for-task'],
  fix: 'none',
  policy: 'required',
  notes:
    'Reported for services that have ECS Exec off, because a template does not show what was deployed before. If the task definition changes in the same update, its tasks are replaced anyway.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  ],

  *checkService(service) {
    if (service.isDaemon || service.execEnabled().is !== 'no') return;
    if (service.forcesDeployment().is !== 'no') return;
    yield {
      at: service.at,
      message: say`Enabling ECS Exec for ${service.title} does not replace its running tasks: ${cure(service)}.`,
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

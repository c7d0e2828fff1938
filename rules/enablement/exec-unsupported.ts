import { launchersWithoutExecProperty } from '../../src/rule/enablement.ts';
import type { Rule } from '../../src/rule/index.ts';

export const execUnsupported: Rule = {
  id: 'exec-unsupported',
  summary: 'This resource type cannot enable ECS Exec in CloudFormation.',
  why: 'An Express service has no `EnableExecuteCommand` in CloudFormation, and a task set follows its service, so `execute-command` is refused unless ECS Exec is enabled elsewhere.',
  severity: 'info',
  errorMessages: ['exec-not-enabled-for-task'],
  fix: 'none',
  policy: 'required',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-expressgatewayservice.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ecs-taskset.html',
  ],

  *checkTemplate(template) {
    for (const { resource, why } of launchersWithoutExecProperty(template))
      yield { at: resource.at, message: why, for: [] };
  },
};

import { danglingReferences, type Rule, say } from '../../src/rule.ts';

export const danglingReference: Rule = {
  id: 'dangling-reference',
  summary: 'A `Ref` or `Fn::GetAtt` that ECS Exec depends on points to nothing.',
  why: 'CloudFormation rejects the template: nothing in it has that name, the resource has no such attribute, or its `Condition` leaves it out.',
  severity: 'error',
  blocks: 'deploy',
  fix: 'none',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html',
  ],

  *checkLauncher(launcher) {
    for (const { at, name, why } of danglingReferences(launcher))
      yield {
        at,
        message: say`The reference to \`${name}\` leads nowhere, and CloudFormation rejects it: ${why}.`,
        for: [launcher],
        related: [{ at: launcher.at, message: say`sessions on ${launcher.title} depend on it` }],
      };
  },
};

import { type Rule, say } from '../../src/rule/index.ts';
import { completeReference, danglingReferences } from '../../src/rule/template.ts';

export const danglingReference: Rule = {
  id: 'dangling-reference',
  summary: 'A `Ref` or `Fn::GetAtt` that ECS Exec depends on points to nothing.',
  why: 'CloudFormation rejects the template: nothing in it has that name, the resource has no such attribute, or its `Condition` leaves it out.',
  severity: 'error',
  blocks: 'deploy',
  errorMessages: ['reference-unresolved', 'role-not-assumed'],
  fix: 'safe',
  fixSafety:
    'Safe: an `Fn::GetAtt` without an attribute gets `Arn`, or the one attribute that is an ARN, where an ARN is wanted, and becomes a `Ref` where a name is. Where it is a part of another function, and where the type is not known, there is no fix; nor for a name that nothing has.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html',
  ],

  *checkLauncher(launcher) {
    for (const dangling of danglingReferences(launcher)) {
      const { at, name, why } = dangling;
      const edits = completeReference(dangling);
      yield {
        at,
        message: say`The reference to \`${name}\` leads nowhere, and CloudFormation rejects it: ${why}.`,
        for: [launcher],
        related: [{ at: launcher.at, message: say`sessions on ${launcher.title} depend on it` }],
        fix: edits && { title: say`Complete the reference to \`${name}\``, safety: 'safe', edits },
      };
    }
  },
};

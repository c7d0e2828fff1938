import { type Rule, say } from '../../src/rule/index.ts';
import { completeReference, danglingReferences } from '../../src/rule/template.ts';

export const danglingReference: Rule = {
  id: 'dangling-reference',
  summary: 'A `Ref` or `Fn::GetAtt` that ECS Exec depends on does not resolve.',
  why: 'CloudFormation rejects the template: nothing in it has that name, the resource has no such attribute, or its `Condition` excludes it.',
  severity: 'error',
  blocks: 'deploy',
  errorMessages: ['reference-unresolved', 'role-not-assumed'],
  fix: 'safe',
  fixSafety:
    'Safe: an `Fn::GetAtt` without an attribute gets `Arn`, or the one attribute that is an ARN, if an ARN is expected, and becomes a `Ref` if a name is expected. There is no fix inside other functions, for unknown types, or for names that do not exist.',
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
        message: say`The reference to \`${name}\` does not resolve, and CloudFormation rejects it: ${why}.`,
        for: [launcher],
        related: [{ at: launcher.at, message: say`sessions on ${launcher.title} depend on it` }],
        fix: edits && { title: say`Complete the reference to \`${name}\``, safety: 'safe', edits },
      };
    }
  },
};

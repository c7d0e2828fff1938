import { type Launcher, type Rule, say, type Verdict } from '../../src/rule/index.ts';
import { addLanguageExtensions, type Extension, unsupportedExtension } from '../../src/rule/template.ts';

export const foreachWithoutTransform: Rule = {
  id: 'foreach-without-transform',
  summary: 'A template uses `Fn::ForEach` without its transform.',
  why: 'CloudFormation only supports `Fn::ForEach`, `Fn::Length` and `Fn::ToJsonString` with `Transform: AWS::LanguageExtensions`, and rejects the template without it.',
  severity: 'error',
  blocks: 'deploy',
  scope: 'all',
  fix: 'safe',
  fixSafety:
    'Safe: without the transform, the template cannot be deployed. It is added before other transforms, since CloudFormation requires it before that of SAM. Deploying it requires CAPABILITY_AUTO_EXPAND.',
  notes: 'Not reported in templates with a custom macro, which may support the function.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html',
  ],

  *checkLauncher(launcher) {
    const extension = unsupportedExtension(launcher.resource.template);
    if (extension) yield judge(extension, [launcher]);
  },

  *checkTemplate(template) {
    const extension = unsupportedExtension(template);
    if (extension) yield judge(extension, []);
  },
};

function judge({ at, name }: Extension, launchers: readonly Launcher[]): Verdict {
  return {
    at,
    message: say`CloudFormation only supports \`${name}\` with \`Transform: AWS::LanguageExtensions\`, which this template does not have: the deployment fails.`,
    for: launchers,
    fix: {
      title: say`Add \`Transform: AWS::LanguageExtensions\` (deploying it needs CAPABILITY_AUTO_EXPAND)`,
      safety: 'safe',
      edits: addLanguageExtensions(at.document),
    },
  };
}

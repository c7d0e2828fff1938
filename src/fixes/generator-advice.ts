import type { Generator } from '../cfn/template/generator.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import { CDK_ADVICE, elsewhereInCdk } from './cdk-advice.ts';
import { CDK_GRANT_ADVICE } from './cdk-grant-advice.ts';
import {
  type Advice,
  type GeneratedChange,
  grants,
  isWithoutFlag,
  manifestAt,
  resourceAt,
  sets,
} from './generated-change.ts';

/** What to do where a template comes from: goes on from the change that is to be made. */
export function adviceFor(generator: Generator, change: GeneratedChange): Sentence {
  for (const { edit: isAbout, when, advice } of ADVICE[generator]) {
    const edit = change.edits.find(isAbout);
    if (edit && (when?.(change, edit) ?? true)) return advice(change, edit);
  }
  return elsewhere(generator, change);
}

/**
 * https://github.com/honkinglin/serverless-fargate and https://github.com/svdgraaf/serverless-fargate-tasks
 * https://aws.github.io/copilot-cli/docs/manifest/backend-service/
 */
const ADVICE: Readonly<Record<Generator, readonly Advice[]>> = {
  cdk: [...CDK_ADVICE, ...CDK_GRANT_ADVICE],
  sam: [],
  serverless: [
    {
      edit: sets('EnableExecuteCommand'),
      advice: () =>
        say`set \`EnableExecuteCommand\` in \`serverless.yml\`, with serverless-fargate under \`cloudFormationResource.service\`, with serverless-fargate-tasks under \`override.service\``,
    },
    {
      edit: grants(/"(?:ssmmessages|logs|s3|kms):/),
      advice: () =>
        say`add the statement in \`serverless.yml\`, under \`provider.iam.role.statements\` or to the role under \`resources\``,
    },
  ],
  copilot: [
    {
      edit: sets('EnableExecuteCommand'),
      advice: (_, edit) => say`set \`exec: true\` in \`${manifestAt(edit)}\``,
    },
    {
      edit: grants(/"ssmmessages:/),
      when: isWithoutFlag,
      advice: (_, edit) =>
        say`set \`exec: true\` in \`${manifestAt(edit)}\`, which grants the task role these permissions`,
    },
  ],
};

/** How a change is made that the generator has no setting of its own for, or one that is called something else. */
function elsewhere(generator: Generator, change: GeneratedChange): Sentence {
  switch (generator) {
    case 'cdk':
      return elsewhereInCdk(change);
    case 'sam':
      return say`make it in the template that this one is built from`;
    case 'serverless':
      return elsewhereInServerless(change);
    case 'copilot':
      return say`make it with \`copilot svc override\`, or with \`copilot env override\` for what services share`;
  }
}

/** https://www.serverless.com/framework/docs/providers/aws/guide/resources */
function elsewhereInServerless({ edits }: GeneratedChange): Sentence {
  const edit = edits.find(each => each.at.path.length > 2);
  return edit
    ? say`change \`${resourceAt(edit).id}\` in \`serverless.yml\`, under \`resources.extensions\` where a plugin creates it`
    : say`add it in \`serverless.yml\`, under \`resources.Resources\``;
}

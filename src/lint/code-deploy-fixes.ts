import type { Scenarios } from '../cfn/scenario/scenarios.ts';
import { type CodeDeployService, codeDeployServices } from '../ecs/launchers/code-deploy.ts';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Fix } from '../rule/types.ts';
import { withWarning } from './couple-fixes.ts';
import { resourceKeyAt } from './diagnose.ts';
import type { Diagnostic } from './report.ts';

/** Resources that a deploy cannot update, by file and logical id, and what comes of it: complete sentences. */
export type Unupdatable = ReadonlyMap<string, Sentence>;

/** The services that CodeDeploy deploys and what they run, in any scenario. */
export function unupdatable(scenarios: Scenarios): Unupdatable {
  if (scenarios.declarations.ofType('AWS::ECS::Service').length === 0) return new Map();
  const { answers } = scenarios.explore(codeDeployServices);
  const all = answers.flatMap(({ value }) => value);
  return new Map(
    all.flatMap(({ service, by, resources }) => {
      const warning = WARNINGS[by](service.id);
      return resources.map(({ at }) => [resourceKeyAt(at), warning] as const);
    }),
  );
}

const WARNINGS: Readonly<Record<CodeDeployService['by'], (service: string) => Sentence>> = {
  controller: rejected,
  'possible controller': possiblyRejected,
  hook: restricted,
};

function possiblyRejected(service: string): Sentence {
  return say`CodeDeploy may control the deployments of service \`${service}\`, which is only known once deployed. Where it does, CloudFormation rejects the update with "Unable to update task definition on services with a CODE_DEPLOY deployment controller": start a CodeDeploy deployment with the new task definition instead.`;
}

function rejected(service: string): Sentence {
  return say`CodeDeploy controls the deployments of service \`${service}\`: CloudFormation rejects the update with "Unable to update task definition on services with a CODE_DEPLOY deployment controller". Start a CodeDeploy deployment with the new task definition instead.`;
}

function restricted(service: string): Sentence {
  return say`A CodeDeploy hook deploys service \`${service}\`: CloudFormation rejects an update that starts a blue/green deployment and changes anything else in the stack. Deploy this change on its own.`;
}

/** Makes fixes unsafe that change what a deploy cannot update, whichever rule they are of. */
export function warnOfCodeDeploy(
  diagnostics: readonly Diagnostic[],
  resources: Unupdatable,
): readonly Diagnostic[] {
  if (resources.size === 0) return diagnostics;
  return diagnostics.map(diagnostic => {
    const { fix } = diagnostic;
    return fix ? { ...diagnostic, fix: { ...warned(fix, resources), splices: [] } } : diagnostic;
  });
}

function warned(fix: Fix, resources: Unupdatable): Fix {
  const [reason] = fix.edits.flatMap(({ at }) => resources.get(resourceKeyAt(at)) ?? []);
  return {
    ...fix,
    ...(reason && withWarning(fix, reason)),
    fallback: fix.fallback && warned(fix.fallback, resources),
    supersededBy:
      fix.supersededBy?.map(({ rule, fix: each }) => ({ rule, fix: each && warned(each, resources) })) ?? [],
  };
}

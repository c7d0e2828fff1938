/** What can be told of a template by the look of its text alone, which takes no time. */
export interface Look {
  readonly mayBeTemplate: boolean;
  /** Whether it may start containers, or say something about sessions in them. */
  readonly mayConcernEcs: boolean;
  readonly mayExport: boolean;
  readonly mayImport: boolean;
  /** Whatever in it may be the name of a template that is nested in it: the last parts of paths. */
  readonly mayNest: ReadonlySet<string>;
}

const NESTS = /AWS::CloudFormation::Stack\b|AWS::Serverless::Application\b/;

/** Letters that are written as numbers may be any. */
const CONCERNS_ECS = /ecs|ssm|ExecuteCommand|\\[ux]/i;

/** By plain search: a yes may be wrong. */
export function lookOf(text: string): Look {
  const names = NESTS.test(text) ? text.match(/[^\s/"'`,{}[\]]+/g) : undefined;
  return {
    mayBeTemplate: /Resources|AWSTemplateFormatVersion|AWS::/.test(text),
    mayConcernEcs: CONCERNS_ECS.test(text),
    mayExport: /\bExport\b/.test(text),
    mayImport: /\bImportValue\b/.test(text),
    mayNest: new Set(names),
  };
}

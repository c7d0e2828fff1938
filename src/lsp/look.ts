/** What can be told of a template by the look of its text alone, which takes no time. */
export interface Look {
  readonly mayBeTemplate: boolean;
  readonly mayExport: boolean;
  readonly mayImport: boolean;
  /** Whatever in it may be the name of a template that is nested in it: the last parts of paths. */
  readonly mayNest: ReadonlySet<string>;
}

const NESTS = /AWS::CloudFormation::Stack\b|AWS::Serverless::Application\b/;

export function lookOf(text: string): Look {
  const names = NESTS.test(text) ? text.match(/[^\s/"'`,{}[\]]+/g) : undefined;
  return {
    mayBeTemplate: /Resources|AWSTemplateFormatVersion|AWS::/.test(text),
    mayExport: /\bExport\b/.test(text),
    mayImport: /\bImportValue\b/.test(text),
    mayNest: new Set(names),
  };
}

import type { Rule } from '../../src/rule/index.ts';

export const parseError: Rule = {
  id: 'parse-error',
  summary: 'The template is not valid YAML or JSON, or has a duplicate key.',
  why: 'CloudFormation rejects it, or reads something other than it seems to say.',
  severity: 'error',
  errorMessages: ['template-unreadable'],
  fix: 'none',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html'],

  *checkTemplate(template) {
    const { document } = template.declarations;
    for (const { kind, message, range } of document.problems)
      if (kind !== 'slip') yield { at: { document, path: [], range }, message, for: [] };
  },
};

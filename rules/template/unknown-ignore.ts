import type { Rule } from '../../src/rule.ts';

export const unknownIgnore: Rule = {
  id: 'unknown-ignore',
  summary: 'An ignore names no rule.',
  why: 'It leaves nothing out, so what it was meant for is reported all the same.',
  severity: 'warning',
  fix: 'none',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-metadata.html'],

  *checkIgnores(ignores) {
    for (const { at, rule, malformed, meant, standing } of ignores) {
      const hint = meant === undefined ? 'this ignores nothing.' : `did you mean \`${meant}\`?`;
      const unknown = standing === 'no rule' ? `There is no rule \`${rule}\`: ${hint}` : undefined;
      const message = malformed ?? unknown;
      if (message !== undefined) yield { at, message, for: [] };
    }
  },
};

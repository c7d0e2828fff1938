import { type Rule, say } from '../../src/rule/index.ts';

export const unknownIgnore: Rule = {
  id: 'unknown-ignore',
  summary: 'An ignore names an unknown rule.',
  why: 'It suppresses nothing, so the findings that it was meant for are still reported.',
  severity: 'warning',
  fix: 'none',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-metadata.html'],

  *checkIgnores(ignores) {
    for (const { at, rule, malformed, meant, standing } of ignores) {
      const unknown =
        meant === undefined
          ? say`There is no rule \`${rule}\`: this ignore has no effect.`
          : say`There is no rule \`${rule}\`: did you mean \`${meant}\`?`;
      const message = malformed ?? (standing === 'no rule' ? unknown : undefined);
      if (message !== undefined) yield { at, message, for: [] };
    }
  },
};

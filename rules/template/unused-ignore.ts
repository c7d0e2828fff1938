import { type Rule, say } from '../../src/rule/index.ts';

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  summary: 'Unused ignore.',
  why: 'It would suppress the next finding of its rule at that place, which nobody has seen.',
  severity: 'warning',
  fix: 'none',
  findsSuperfluous: true,
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-metadata.html'],

  *checkIgnores(ignores) {
    for (const { at, rule, standing } of ignores)
      if (standing === 'unused')
        yield { at, message: say`\`${rule}\` finds nothing here: this ignore can be removed.`, for: [] };
  },
};

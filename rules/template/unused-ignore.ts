import { type Rule, say } from '../../src/rule/index.ts';

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  summary: 'An ignore leaves nothing out.',
  why: 'It hides the next finding of its rule in that place, which nobody has looked at.',
  severity: 'warning',
  fix: 'none',
  findsSuperfluous: true,
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-metadata.html'],

  *checkIgnores(ignores) {
    for (const { at, rule, standing } of ignores)
      if (standing === 'unused')
        yield { at, message: say`\`${rule}\` finds nothing here: this ignore can go.`, for: [] };
  },
};

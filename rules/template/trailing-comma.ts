import { type Launcher, type Rule, say, type Verdict } from '../../src/rule/index.ts';
import type { Document } from '../../src/rule/template.ts';

export const trailingComma: Rule = {
  id: 'trailing-comma',
  summary: 'A line of a YAML list or map ends in a comma, as in JSON.',
  why: 'The whole template cannot be read, and CloudFormation rejects it.',
  severity: 'error',
  errorMessages: ['template-unreadable'],
  fix: 'safe',
  fixSafety:
    'The comma goes, and nothing else. It is only taken away where the text can be read without it, by two other parsers too. All other fixes wait for that.',
  notes:
    'A comma after a quoted text or a flow collection is meant (`"a",`, `[a, b],`). In `- a,` it is a part of the text to YAML.',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html'],

  *checkLauncher(launcher) {
    yield* judge(launcher.at.document, [launcher]);
  },

  *checkTemplate(template) {
    yield* judge(template.declarations.document, []);
  },
};

function* judge(document: Document, launchers: readonly Launcher[]): Iterable<Verdict> {
  for (const typo of document.typos) {
    if (typo.kind !== 'comma') continue;
    yield {
      at: { document, path: [], range: typo.range },
      message: say`The comma after \`${typo.before}\` keeps the whole template from being read: YAML has no commas at the ends of lines.`,
      for: launchers,
      fix: { title: say`Take the comma away`, safety: 'safe', edits: [], repair: [typo] },
    };
  }
}

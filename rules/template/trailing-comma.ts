import { type Launcher, type Rule, say, type Verdict } from '../../src/rule/index.ts';
import type { Document } from '../../src/rule/template.ts';

export const trailingComma: Rule = {
  id: 'trailing-comma',
  summary: 'A line of a YAML list or map ends in a comma, as in JSON.',
  why: 'The whole template is unreadable, and CloudFormation rejects it.',
  severity: 'error',
  errorMessages: ['template-unreadable'],
  fix: 'safe',
  fixSafety:
    'Only the comma is removed, and only if the text is readable without it, also by two other parsers. All other fixes wait for that.',
  notes:
    'This concerns a comma after a quoted string or a flow collection (`"a",`, `[a, b],`). In `- a,` the comma is part of the text.',
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
      message: say`The comma after \`${typo.before}\` makes the whole template unreadable: YAML has no commas at the end of lines.`,
      for: launchers,
      fix: { title: say`Remove the comma`, safety: 'safe', edits: [], repair: [typo] },
    };
  }
}

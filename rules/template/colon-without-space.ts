import { type Launcher, type Rule, say, type Verdict } from '../../src/rule/index.ts';
import type { Document } from '../../src/rule/template.ts';

export const colonWithoutSpace: Rule = {
  id: 'colon-without-space',
  summary: 'A key in YAML has no space after its colon, or a full-width colon (U+FF1A).',
  why: 'YAML takes the colon for a letter of the text around it, so the line is no entry of a map: the template cannot be read, or CloudFormation rejects it.',
  severity: 'error',
  errorMessages: ['template-unreadable', 'property-unsupported'],
  fix: 'safe',
  fixSafety:
    'The colon becomes a colon and a space, and nothing else changes. It only changes where the template cannot be read with it, or where it stands in all lines of what has to be a map, and where two other parsers read the same afterwards.',
  notes:
    'Colons in values (`s3:GetObject`, `arn:aws:…`), in quoted texts, blocks of text and comments stay as they are.',
  sources: [
    'https://yaml.org/spec/1.2.2/#733-plain-style',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
  ],

  *checkLauncher(launcher) {
    yield* judge(launcher.at.document, [launcher]);
  },

  *checkTemplate(template) {
    yield* judge(template.declarations.document, []);
  },
};

function* judge(document: Document, launchers: readonly Launcher[]): Iterable<Verdict> {
  for (const typo of document.typos) {
    const { kind, before, range } = typo;
    if (kind !== 'full-width colon' && kind !== 'colon without space') continue;
    yield {
      at: { document, path: [], range },
      message:
        kind === 'full-width colon'
          ? say`After \`${before}\` stands a full-width colon (U+FF1A), which is a letter to YAML: the line is no entry of a map.`
          : say`After \`${before}\` the colon has no space behind it, so YAML takes it for a letter: the line is no entry of a map.`,
      for: launchers,
      fix: { title: say`Write \`: \``, safety: 'safe', edits: [], repair: [typo] },
    };
  }
}

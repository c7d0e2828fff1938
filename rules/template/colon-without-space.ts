import { type Launcher, type Rule, say, type Verdict } from '../../src/rule/index.ts';
import type { Document } from '../../src/rule/template.ts';

export const colonWithoutSpace: Rule = {
  id: 'colon-without-space',
  summary: 'A YAML key has no space after its colon, or a full-width colon (U+FF1A).',
  why: 'YAML reads the colon as part of the text, so the line is not a map entry: the template is unreadable, or CloudFormation rejects it.',
  severity: 'error',
  errorMessages: ['template-unreadable', 'property-unsupported'],
  fix: 'safe',
  fixSafety:
    'The colon becomes a colon and a space, and nothing else changes. This only applies if the template is unreadable with it, or if all lines of what must be a map have it, and if two other parsers agree on the result.',
  notes:
    'Colons in values (`s3:GetObject`, `arn:aws:…`), quoted strings, block scalars and comments are left alone.',
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
          ? say`There is a full-width colon (U+FF1A) after \`${before}\`, which YAML reads as text: the line is not a map entry.`
          : say`There is no space after the colon of \`${before}\`, so YAML reads it as text: the line is not a map entry.`,
      for: launchers,
      fix: { title: say`Replace it with \`: \``, safety: 'safe', edits: [], repair: [typo] },
    };
  }
}

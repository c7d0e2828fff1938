import { type Launcher, type Rule, type Sentence, say, type Verdict } from '../../src/rule/index.ts';
import type { Document, Slip } from '../../src/rule/template.ts';

export const fullWidthSpace: Rule = {
  id: 'full-width-space',
  summary: 'There is a full-width space (U+3000) where YAML requires a space.',
  why: 'YAML does not treat it as whitespace: a comment becomes part of the value before it, a key is no longer a key. Most editors do not show it.',
  severity: 'error',
  errorMessages: ['template-unreadable', 'property-unsupported'],
  fix: 'safe',
  fixSafety:
    'Each full-width space becomes a regular space, and nothing else changes. This only applies to spaces directly before `#`, at the end of a line, next to the `:` or `-` of a block, and in an indentation that makes the template unreadable, on lines that are otherwise ASCII. Japanese prose, quoted strings, block scalars and comments are left alone.',
  notes: '`irregular-whitespace` reports no-break spaces (U+00A0) and tabs.',
  sources: [
    'https://yaml.org/spec/1.2.2/#white-space-characters',
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
    if (!typo.written.includes('\u3000')) continue;
    yield {
      at: { document, path: [], range: typo.range },
      message: say`${place(typo)} there is a full-width space (U+3000), which YAML does not treat as whitespace: ${consequence(typo)}.`,
      for: launchers,
      fix: { title: say`Replace it with a space`, safety: 'safe', edits: [], repair: [typo] },
    };
  }
}

function place({ kind, before }: Slip): Sentence {
  if (before !== '') return say`After \`${before}\``;
  return kind === 'space before comment' ? say`Before the comment` : say`Here`;
}

function consequence({ kind }: Slip): Sentence {
  if (kind === 'space before comment') return say`the comment is read as part of the value`;
  return kind === 'space at end'
    ? say`it is read as the last character of the value`
    : say`it is read as part of the text around it`;
}

import { type Launcher, type Rule, type Sentence, say, type Verdict } from '../../src/rule/index.ts';
import type { Document, Slip } from '../../src/rule/template.ts';

export const fullWidthSpace: Rule = {
  id: 'full-width-space',
  summary: 'A full-width space (U+3000) stands where YAML needs a blank.',
  why: 'YAML takes it for a letter: a comment becomes a part of the value before it, a key is no key. It cannot be seen in most editors.',
  severity: 'error',
  errorMessages: ['template-unreadable', 'property-unsupported'],
  fix: 'safe',
  fixSafety:
    'Each full-width space becomes a blank, and nothing else changes. Only spaces directly before `#`, at the end of a line, beside the `:` or `-` of a block, and in an indentation that keeps the template from being read, on lines that are otherwise ASCII: Japanese prose, quoted texts, blocks of text and comments keep theirs.',
  notes: 'No-break spaces (U+00A0) and tabs are findings of `irregular-whitespace`.',
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
      message: say`${place(typo)} stands a full-width space (U+3000), which is no blank to YAML: ${consequence(typo)}.`,
      for: launchers,
      fix: { title: say`Write a blank in its place`, safety: 'safe', edits: [], repair: [typo] },
    };
  }
}

function place({ kind, before }: Slip): Sentence {
  if (before !== '') return say`After \`${before}\``;
  return kind === 'space before comment' ? say`Before the comment` : say`Here`;
}

function consequence({ kind }: Slip): Sentence {
  if (kind === 'space before comment') return say`the comment is read as a part of the value`;
  return kind === 'space at end'
    ? say`it is read as the last letter of the value`
    : say`it is read as a letter of the text around it`;
}

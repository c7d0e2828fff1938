import { type Launcher, type Rule, type Sentence, say, type Verdict } from '../../src/rule/index.ts';
import type { Document, Slip } from '../../src/rule/template.ts';

export const fullWidthSpace: Rule = {
  id: 'full-width-space',
  summary: 'A full-width space (U+3000) stands where YAML needs a blank.',
  why: 'YAML takes it for a letter: a comment becomes a part of the value before it, a key is no key. It cannot be seen in most editors.',
  severity: 'error',
  fix: 'safe',
  fixSafety:
    'Each full-width space becomes a blank, and nothing else changes. Only spaces directly before `#`, or beside the `:` or `-` of a block, on lines that are otherwise ASCII: Japanese prose, quoted texts, blocks of text and comments keep theirs.',
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
    if (typo.kind === 'comma') continue;
    yield {
      at: { document, path: [], range: typo.range },
      message: say`${place(typo)} stands a full-width space (U+3000), which is no blank to YAML: ${consequence(typo)}.`,
      for: launchers,
      fix: { title: say`Write a blank in its place`, safety: 'safe', edits: [], repair: typo },
    };
  }
}

function place({ kind, before }: Slip): Sentence {
  if (before !== '') return say`After \`${before}\``;
  return kind === 'space before comment' ? say`Before the comment` : say`Here`;
}

function consequence({ kind }: Slip): Sentence {
  return kind === 'space before comment'
    ? say`the comment is read as a part of the value`
    : say`it is read as a letter of the text around it`;
}

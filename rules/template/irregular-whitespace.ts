import { type Launcher, type Rule, type Sentence, say, type Verdict } from '../../src/rule/index.ts';
import type { Document, Slip } from '../../src/rule/template.ts';

export const irregularWhitespace: Rule = {
  id: 'irregular-whitespace',
  summary: 'A no-break space (U+00A0) or a tab (U+0009) stands where YAML needs a space.',
  why: 'A no-break space is a letter to YAML, and a tab is not allowed in an indentation: the template cannot be read, or a value gets a letter that nobody sees. Text that is copied from a web page or a document often has them.',
  severity: 'error',
  errorMessages: ['template-unreadable'],
  fix: 'safe',
  fixSafety:
    'Each no-break space becomes a space, and nothing else changes; Japanese prose, quoted texts, blocks of text and comments keep theirs. Tabs are only replaced where the template then says the same at every tab width (2, 4 and 8) at which it can be read.',
  notes: 'The full-width space (U+3000) is a finding of `full-width-space`.',
  sources: [
    'https://yaml.org/spec/1.2.2/#white-space-characters',
    'https://yaml.org/spec/1.2.2/#61-indentation-spaces',
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
  for (const typos of groups(document.typos)) {
    const [typo] = typos;
    if (!typo) continue;
    const title = typo.kind === 'tab' ? say`Indent with spaces` : say`Write spaces instead`;
    yield {
      at: { document, path: [], range: typo.range },
      message: defect(typo, typos.length),
      for: launchers,
      fix: { title, safety: 'safe', edits: [], repair: typos },
    };
  }
}

/** Indentations are told at once, since all of them come from one editor, or one copy. */
function groups(typos: readonly Slip[]): readonly (readonly Slip[])[] {
  const own = typos.filter(({ written }) => /^[\t \u00A0]+$/.test(written));
  const isIndentation = ({ kind }: Slip): boolean => kind === 'space in indentation';
  return [
    own.filter(each => each.kind === 'tab'),
    own.filter(isIndentation),
    ...own.filter(each => each.kind !== 'tab' && !isIndentation(each)).map(each => [each]),
  ];
}

function defect({ kind, before }: Slip, lines: number): Sentence {
  if (kind === 'tab')
    return lines > 1
      ? say`${lines} lines are indented with tabs (U+0009), where YAML only allows spaces: the template cannot be read.`
      : say`This line is indented with a tab (U+0009), where YAML only allows spaces: the template cannot be read.`;
  if (kind === 'space in indentation')
    return lines > 1
      ? say`${lines} lines are indented with no-break spaces (U+00A0), which are letters to YAML: the template cannot be read.`
      : say`This line is indented with a no-break space (U+00A0), which is a letter to YAML: the template cannot be read.`;
  return before === ''
    ? say`A no-break space (U+00A0) stands here, which is a letter to YAML: it becomes part of the text beside it.`
    : say`A no-break space (U+00A0) stands after \`${before}\`, which is a letter to YAML: it becomes part of the text beside it.`;
}

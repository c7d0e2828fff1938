import { type Launcher, type Rule, type Sentence, say, type Verdict } from '../../src/rule/index.ts';
import type { Document, Slip } from '../../src/rule/template.ts';

export const irregularWhitespace: Rule = {
  id: 'irregular-whitespace',
  summary: 'There is a no-break space (U+00A0) or a tab (U+0009) where YAML requires a space.',
  why: 'YAML does not treat a no-break space as whitespace, and does not allow tabs in the indentation: the template is unreadable, or a value gets an invisible character. Text copied from web pages and documents often has them.',
  severity: 'error',
  errorMessages: ['template-unreadable'],
  fix: 'safe',
  fixSafety:
    'Each no-break space becomes a regular space, and nothing else changes; Japanese prose, quoted strings, block scalars and comments are left alone. Tabs are only replaced if the result means the same at every tab width (2, 4 and 8) at which the template is readable.',
  notes: '`full-width-space` reports full-width spaces (U+3000).',
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
    const title = typo.kind === 'tab' ? say`Indent with spaces` : say`Replace with spaces`;
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
      ? say`${lines} lines are indented with tabs (U+0009); YAML only allows spaces, so the template is unreadable.`
      : say`This line is indented with a tab (U+0009); YAML only allows spaces, so the template is unreadable.`;
  if (kind === 'space in indentation')
    return lines > 1
      ? say`${lines} lines are indented with no-break spaces (U+00A0), which YAML does not treat as whitespace: the template is unreadable.`
      : say`This line is indented with a no-break space (U+00A0), which YAML does not treat as whitespace: the template is unreadable.`;
  return before === ''
    ? say`There is a no-break space (U+00A0) here, which YAML does not treat as whitespace: it becomes part of the text next to it.`
    : say`There is a no-break space (U+00A0) after \`${before}\`, which YAML does not treat as whitespace: it becomes part of the text next to it.`;
}

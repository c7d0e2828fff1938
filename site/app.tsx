import { useCallback, useEffect, useState } from 'preact/hooks';
import { ChoicesForm } from './choices.tsx';
import { Comparison, type Proposal } from './comparison.tsx';
import { Diagram } from './diagram.tsx';
import { Editor, type Wish } from './editor.tsx';
import { ErrorMessage } from './error-message.tsx';
import { Findings } from './findings.tsx';
import { Helper } from './helper.ts';
import { shown as visible } from './invisible.ts';
import { type Choices, DEFAULT_CHOICES, type Finding, fixedBy } from './judgement.ts';
import { Masthead } from './masthead.tsx';
import { NextStepsList } from './next-steps.tsx';
import { type Message, Notice } from './notice.tsx';
import { ownLanguage, paint, type Theme } from './preferences.ts';
import { ReadinessList } from './readiness.tsx';
import { MOST_BYTES } from './share.ts';
import { Tabs } from './tabs.tsx';
import { useDrop } from './use-drop.ts';
import { useJudgement } from './use-judgement.ts';
import { useLink } from './use-link.ts';
import { useSettled } from './use-settled.ts';
import { useWorkspace } from './use-workspace.ts';
import { type Language, WORDS, type Words } from './words.ts';
import { areSame, fixed, freeName, renamed, typed, without } from './workspace.ts';

/** How long a person has to stop typing before the templates are judged again, in milliseconds. */
const PAUSE = 150;

/** How long something may take before it is said that it does, in milliseconds. */
const PATIENCE = 300;

/** Does what is not judging. */
const helper = new Helper();

const busy: Message = words => words.busy;
const failed: Message = words => words.failed;
const copied: Message = words => words.shared;
const inAddress: Message = words => words.sharedByAddress;
const REFUSED = {
  'too much': (words: Words): string => words.tooMuchShared,
  none: (words: Words): string => words.notShared,
} as const;

export function App() {
  const [language, setLanguage] = useState<Language>(ownLanguage);
  const [theme, setTheme] = useState<Theme>('auto');
  const { workspace, hasFormer, change, open, add, goBack } = useWorkspace();
  const [choices, setChoices] = useState<Choices>(DEFAULT_CHOICES);
  const [proposal, setProposal] = useState<Proposal>();
  const [applied, setApplied] = useState<Proposal>();
  const [wish, setWish] = useState<Wish>();
  const [message, setMessage] = useState<Message>();
  const say = useCallback((next: Message | undefined) => setMessage(() => next), []);
  const words = WORDS[language];
  const { files, shown } = workspace;

  const settled = useSettled(files, PAUSE);
  const judged = useJudgement(settled, choices, language);
  const { judgement } = judged;

  useEffect(() => paint(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const refuse = useCallback((why: 'too much' | 'none') => say(REFUSED[why]), [say]);
  useLink(helper, open, refuse);

  const read = useCallback(
    async (list: FileList) => {
      const all = [...list].map(each => ({ name: visible(each.name), size: each.size, file: each }));
      const large = all.filter(each => each.size > MOST_BYTES).map(each => each.name);
      say(large.length > 0 ? ({ tooLarge }) => tooLarge(large.join(', ')) : undefined);
      const fitting = all.filter(each => each.size <= MOST_BYTES);
      if (fitting.length > 0)
        add(await Promise.all(fitting.map(async ({ name, file }) => ({ name, text: await file.text() }))));
    },
    [add, say],
  );
  const isOver = useDrop(read);

  const show = (file: string, offset: number): void => {
    change(was => ({ ...was, shown: file }));
    setWish(was => ({ count: (was?.count ?? 0) + 1, offset }));
  };
  const showLine = (file: string, line: number): void => {
    const lines = files.find(each => each.name === file)?.text.split('\n') ?? [];
    show(
      file,
      lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0),
    );
  };
  /** What comes of something that may take long; nothing where it fails, which is said. */
  const wait = async <Result,>(work: Promise<Result>): Promise<Result | undefined> => {
    const timer = setTimeout(() => say(busy), PATIENCE);
    const [result, outcome] = await work.then(
      each => [each, undefined] as const,
      () => [undefined, failed] as const,
    );
    clearTimeout(timer);
    say(outcome);
    return result;
  };
  const propose = async (finding: Finding): Promise<void> => {
    // A fix is for the text that was judged; what was typed since is judged in a moment.
    if (judged.files !== files) return;
    const after = fixedBy(files, finding);
    const next = await wait(helper.ask('stepsAfter', files, after, choices, language));
    setProposal({ before: files, after, refused: [], next });
  };
  const proposeAll = async (): Promise<void> => {
    const fixes = await wait(helper.ask('fixAll', files, choices, language));
    if (!fixes) return;
    const texts = new Map(fixes.changed.map(each => [each.name, each.text]));
    const after = files.map(({ name, text }) => ({ name, text: texts.get(name) ?? text }));
    setProposal({ before: files, after, refused: fixes.refused, next: fixes.next });
  };
  const share = async (): Promise<void> => {
    const fragment = await wait(helper.ask('toFragment', files));
    if (fragment === undefined) return;
    history.replaceState(undefined, '', `#${fragment}`);
    const isCopied = await navigator.clipboard.writeText(location.href).then(
      () => true,
      () => false,
    );
    say(isCopied ? copied : inAddress);
  };

  const file = files.find(each => each.name === shown) ?? { name: shown, text: '' };
  return (
    <>
      <Masthead
        words={words}
        language={language}
        theme={theme}
        onLanguage={setLanguage}
        onTheme={setTheme}
        onExample={open}
        onFiles={read}
        onShare={share}
      />
      <main>
        <section class="text" aria-label={words.templates}>
          <Tabs
            workspace={workspace}
            words={words}
            onShow={name => change(was => ({ ...was, shown: name }))}
            onClose={name => change(was => without(was, name))}
            onRename={(from, to) => change(was => renamed(was, from, visible(to)))}
            onAdd={() => add([{ name: freeName(workspace), text: '' }])}
          />
          <Editor
            file={file}
            edition={workspace.edition}
            findings={judgement.findings}
            wish={wish}
            words={words}
            onText={text => change(was => typed(was, file.name, text))}
            onFix={propose}
          />
        </section>
        <div class="results">
          <Notice message={message} hasFormer={hasFormer} words={words} onBack={goBack} />
          <ReadinessList judgement={judgement} words={words} onLine={showLine} />
          {applied?.next && areSame(applied.after, files) && <NextStepsList next={applied.next} />}
          <Findings
            judged={judged}
            choices={choices}
            words={words}
            onShow={show}
            onFix={propose}
            onFixAll={proposeAll}
          />
          <ErrorMessage helper={helper} files={settled} language={language} words={words} onLine={showLine} />
          <Diagram source={judgement.diagram} words={words} />
          <ChoicesForm choices={choices} words={words} onChoices={setChoices} />
          <p class="privacy">{words.privacy}</p>
        </div>
      </main>
      {isOver && <div class="drop">{words.drop}</div>}
      {proposal && (
        <Comparison
          proposal={proposal}
          words={words}
          onDiscard={() => setProposal(undefined)}
          onApply={() => {
            change(was => fixed(was, proposal.before, proposal.after));
            setApplied(proposal);
            setProposal(undefined);
          }}
        />
      )}
    </>
  );
}

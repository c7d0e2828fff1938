import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Diagnostic } from '../src/index.ts';
import { ChoicesForm } from './choices.tsx';
import { Comparison, type Proposal } from './comparison.tsx';
import { Diagram } from './diagram.tsx';
import { Editor, type Wish } from './editor.tsx';
import { EXAMPLES } from './examples.ts';
import { Findings } from './findings.tsx';
import { type Choices, DEFAULT_CHOICES, judge, mend, mendOne, nextAfter } from './judge.ts';
import { Masthead } from './masthead.tsx';
import { NextStepsList } from './next-steps.tsx';
import { ownLanguage, paint, type Theme } from './preferences.ts';
import { ReadinessList } from './readiness.tsx';
import { fromFragment, toFragment } from './share.ts';
import { Tabs } from './tabs.tsx';
import { useDrop } from './use-drop.ts';
import { useSettled } from './use-settled.ts';
import { type Language, WORDS } from './words.ts';
import {
  areSame,
  EMPTY,
  type File,
  freeName,
  mended,
  opened,
  renamed,
  typed,
  type Workspace,
  withFiles,
  without,
} from './workspace.ts';

/** How long a person has to stop typing before the templates are judged again, in milliseconds. */
const PAUSE = 150;

export function App() {
  const [language, setLanguage] = useState<Language>(ownLanguage);
  const [theme, setTheme] = useState<Theme>('auto');
  const [workspace, setWorkspace] = useState<Workspace>(() => opened(EMPTY, EXAMPLES.stack));
  const [choices, setChoices] = useState<Choices>(DEFAULT_CHOICES);
  const [proposal, setProposal] = useState<Proposal>();
  const [applied, setApplied] = useState<Proposal>();
  const [wish, setWish] = useState<Wish>();
  const [notice, setNotice] = useState('');
  const words = WORDS[language];
  const { files, shown } = workspace;

  const settled = useSettled(files, PAUSE);
  const report = useMemo(() => judge(settled, choices), [settled, choices]);

  useEffect(() => paint(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const fragment = location.hash.slice(1);
      if (fragment === '' || document.getElementById(fragment)) return;
      const shared = await fromFragment(fragment);
      if (shared) setWorkspace(was => opened(was, shared));
      else setNotice(words.notShared);
    };
    void read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [words]);

  const add = useCallback((added: readonly File[]) => setWorkspace(was => withFiles(was, added)), []);
  const read = useCallback(
    async (list: FileList) =>
      add(await Promise.all([...list].map(async each => ({ name: each.name, text: await each.text() })))),
    [add],
  );
  const isOver = useDrop(read);

  const show = (file: string, offset: number): void => {
    setWorkspace(was => ({ ...was, shown: file }));
    setWish(was => ({ count: (was?.count ?? 0) + 1, offset }));
  };
  const showLine = (file: string, line: number): void => {
    const lines = files.find(each => each.name === file)?.text.split('\n') ?? [];
    show(
      file,
      lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0),
    );
  };
  const propose = (diagnostic: Diagnostic): void => {
    // A fix is for the text that was judged; what was typed since is judged in a moment.
    if (settled !== files) return;
    const after = mendOne(files, diagnostic);
    setProposal({ before: files, after, refused: [], next: nextAfter(report, after, choices) });
  };
  const proposeAll = async (): Promise<void> => {
    const { changed, report: after } = await mend(files, choices);
    const texts = new Map(changed.map(each => [each.file, each.after]));
    setProposal({
      before: files,
      after: files.map(each => ({ ...each, text: texts.get(each.name) ?? each.text })),
      refused: after.fixes.refused,
      next: after.nextSteps,
    });
  };
  const share = async (): Promise<void> => {
    history.replaceState(undefined, '', `#${await toFragment(files)}`);
    try {
      await navigator.clipboard.writeText(location.href);
      setNotice(words.shared);
    } catch {
      setNotice(words.sharedByAddress);
    }
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
        onExample={example => setWorkspace(was => opened(was, example))}
        onFiles={read}
        onShare={share}
      />
      <main>
        <section class="text" aria-label={words.templates}>
          <Tabs
            workspace={workspace}
            words={words}
            onShow={name => setWorkspace({ ...workspace, shown: name })}
            onClose={name => setWorkspace(without(workspace, name))}
            onRename={(from, to) => setWorkspace(renamed(workspace, from, to))}
            onAdd={() => add([{ name: freeName(workspace), text: '' }])}
          />
          <Editor
            file={file}
            edition={workspace.edition}
            report={report}
            wish={wish}
            words={words}
            onText={text => setWorkspace(was => typed(was, file.name, text))}
            onFix={propose}
          />
        </section>
        <div class="results">
          <p class="notice" role="status">
            {notice}
          </p>
          <ReadinessList report={report} words={words} onLine={showLine} />
          {applied?.next && areSame(applied.after, files) && (
            <NextStepsList next={applied.next} words={words} />
          )}
          <Findings
            report={report}
            choices={choices}
            words={words}
            onShow={show}
            onFix={propose}
            onFixAll={proposeAll}
          />
          <Diagram report={report} words={words} />
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
            setWorkspace(was => mended(was, proposal.after));
            setApplied(proposal);
            setProposal(undefined);
          }}
        />
      )}
    </>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { Helper } from './helper.ts';
import { type Choices, type Judgement, NOTHING } from './judgement.ts';
import type { Language } from './words.ts';
import type { File } from './workspace.ts';

/** How long judging what nobody wants to know any more may go on, and what was said before may stay, in milliseconds. */
const PATIENCE = 1000;

/** What is said of templates, once that is known. */
export interface Judged {
  readonly judgement: Judgement;
  /** The texts that it is about. */
  readonly files: readonly File[] | undefined;
  /** `busy`: nothing is known yet. */
  readonly state: 'done' | 'busy' | 'failed';
}

const BUSY: Judged = { judgement: NOTHING, files: undefined, state: 'busy' };

/** Judges templates beside the page. What was said before stays for a moment, so that nothing flickers. */
export function useJudgement(files: readonly File[], choices: Choices, language: Language): Judged {
  const helper = useRef<Helper>(undefined);
  helper.current ??= new Helper();
  const { current } = helper;
  const [judged, setJudged] = useState(BUSY);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => setJudged(BUSY), PATIENCE);
    const run = async (): Promise<void> => {
      await current.settle(PATIENCE);
      if (!isWanted) return;
      const judgement = await current.ask('judge', files, choices, language).catch(() => undefined);
      if (!isWanted) return;
      clearTimeout(timer);
      setJudged(judgement ? { judgement, files, state: 'done' } : { ...BUSY, state: 'failed' });
    };
    void run();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [current, files, choices, language]);
  return judged;
}

import { DEFAULT_OPTIONS, explainError, lint } from '../src/index.ts';
import { outcomeOf } from '../src/report/error-explanation.ts';
import type { Explained } from './explanation.ts';
import { documents, teller } from './judge.ts';
import type { OpenCheck } from './judgement.ts';
import type { Language } from './words.ts';
import type { File } from './workspace.ts';

type Explanation = ReturnType<typeof explainError>;
type Cause = Explanation['besides'][number];

const STATUSES = { fails: 'fail', undecided: 'unknown', 'not-visible': 'not-visible' } as const;

/** What an error message means, and its causes in all open templates. */
export function explain(files: readonly File[], text: string, language: Language): Explained {
  const tell = teller(language);
  const options = { ...DEFAULT_OPTIONS, pedantic: true, respectIgnores: false };
  const explanation = explainError(text, lint(documents(files), options));
  const open = (causes: readonly Cause[]): readonly OpenCheck[] =>
    causes.flatMap(({ ruleId, status, detail, file, line }) =>
      status === 'passes'
        ? []
        : [{ id: ruleId, status: STATUSES[status], detail: detail ? tell(detail) : '', file, line }],
    );
  return {
    messages: explanation.messages.map(({ name, meaning }) => ({
      name: typeof name === 'object' ? tell(name) : `${name}`,
      meaning: tell(meaning),
    })),
    outcome: tell(outcomeOf(explanation)),
    services: explanation.services.map(({ resource, file, causes }) => ({
      resource: tell(resource),
      file,
      open: open(causes),
      passed: [...new Set(causes.filter(each => each.status === 'passes').map(each => each.ruleId))],
    })),
    besides: open(explanation.besides),
    outside: explanation.outside.map(({ says, command }) => ({ text: tell(says), command })),
  };
}

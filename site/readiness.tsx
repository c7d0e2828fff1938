import type { Check, Readiness, Report } from '../src/index.ts';
import { Prose } from './prose.tsx';
import type { Words } from './words.ts';

const SIGNS: Readonly<Record<Readiness['verdict'] | Check['status'], string>> = {
  ready: '✓',
  pass: '✓',
  'not-ready': '✗',
  fail: '✗',
  undecided: '?',
  unknown: '?',
};

interface Properties {
  readonly report: Report;
  readonly words: Words;
  readonly onLine: (file: string, line: number) => void;
}

/** Whether `execute-command` will work on each service, with every check that says so. */
export function ReadinessList({ report, words, onLine }: Properties) {
  return (
    <section class="readiness" aria-labelledby="readiness-heading">
      <h2 id="readiness-heading">{words.readiness}</h2>
      {report.services.length === 0 && report.documents.length > 0 && <p>{words.noServices}</p>}
      {report.services.map(each => (
        <details key={`${each.file} ${each.resource}`} class={each.verdict}>
          <summary>
            <span class="sign" aria-hidden="true">
              {SIGNS[each.verdict]}
            </span>{' '}
            <strong>{each.resource}</strong> <span class="verdict">{words.verdicts[each.verdict]}</span>
          </summary>
          <ul>
            {each.checks.map(check => (
              <CheckLine key={check.id} check={check} words={words} onLine={onLine} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function CheckLine({
  check,
  words,
  onLine,
}: Pick<Properties, 'words' | 'onLine'> & { readonly check: Check }) {
  const { id, status, detail, file, line } = check;
  return (
    <li class={status}>
      <span class="sign" aria-hidden="true">
        {SIGNS[status]}
      </span>
      <div>
        <code>{id}</code> <span class="visually-hidden">{words.statuses[status]}</span>
        {detail && status !== 'pass' && (
          <p>
            <Prose text={detail} words={words} />{' '}
            {file !== undefined && line !== undefined && (
              <button type="button" class="link" onClick={() => onLine(file, line)}>
                {words.line(file, line)}
              </button>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

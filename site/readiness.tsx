import { useState } from 'preact/hooks';
import type { Judgement, OpenCheck, Standing } from './judgement.ts';
import { Listing } from './listing.tsx';
import { Prose } from './prose.tsx';
import type { Words } from './words.ts';

const SIGNS: Readonly<Record<Standing['verdict'] | OpenCheck['status'] | 'pass', string>> = {
  ready: '✓',
  pass: '✓',
  'not-ready': '✗',
  fail: '✗',
  undecided: '?',
  unknown: '?',
  'not-applicable': '–',
  'not-visible': '–',
  skipped: '–',
};

interface Properties {
  readonly judgement: Judgement;
  readonly words: Words;
  readonly onLine: (file: string, line: number) => void;
}

/** Whether `execute-command` will work on each service, with every check that says so. */
export function ReadinessList({ judgement, words, onLine }: Properties) {
  const { standings, templates } = judgement;
  return (
    <section class="readiness" aria-labelledby="readiness-heading">
      <h2 id="readiness-heading">{words.readiness}</h2>
      {standings.length === 0 && templates > 0 && <p>{words.noServices}</p>}
      {standings.length > 0 && (
        <ul>
          <Listing
            items={standings}
            words={words}
            show={each => (
              <Service key={`${each.file} ${each.resource}`} standing={each} words={words} onLine={onLine} />
            )}
          />
        </ul>
      )}
    </section>
  );
}

type ServiceProperties = Pick<Properties, 'words' | 'onLine'> & { readonly standing: Standing };

function Service({ standing, words, onLine }: ServiceProperties) {
  const { resource, verdict, answers, open, passed, outside } = standing;
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details class={verdict} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span class="sign" aria-hidden="true">
            {SIGNS[verdict]}
          </span>{' '}
          <strong>{resource}</strong> <span class="verdict">{words.verdicts[verdict]}</span>
          <span class="answers">
            <Prose text={answers} />
          </span>
        </summary>
        {isOpen && (
          <ul>
            {open.map(check => (
              <Open key={check.id} check={check} words={words} onLine={onLine} />
            ))}
            {passed.map(id => (
              <Passed key={id} id={id} words={words} />
            ))}
          </ul>
        )}
        {isOpen && (
          <div class="outside">
            <p class="outside-title">{words.outside}</p>
            <ul>
              {outside.map(each => (
                <li key={each}>
                  <Sign of="not-visible" />
                  <span>
                    <Prose text={each} />
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </details>
    </li>
  );
}

/** A check that does not pass, with the place that it is about. */
export function Open({
  check,
  words,
  onLine,
}: Pick<Properties, 'words' | 'onLine'> & { readonly check: OpenCheck }) {
  const { id, status, detail, file, line } = check;
  return (
    <li class={status}>
      <Sign of={status} />
      <div>
        <Name id={id} status={status} words={words} />
        {detail !== '' && (
          <p>
            <Prose text={detail} />{' '}
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

/** A rule by which a service passes. */
export function Passed({ id, words }: Pick<Properties, 'words'> & { readonly id: string }) {
  return (
    <li class="pass">
      <Sign of="pass" />
      <Name id={id} status="pass" words={words} />
    </li>
  );
}

function Sign({ of }: { readonly of: keyof typeof SIGNS }) {
  return (
    <span class="sign" aria-hidden="true">
      {SIGNS[of]}
    </span>
  );
}

interface NameProperties extends Pick<Properties, 'words'> {
  readonly id: string;
  readonly status: OpenCheck['status'] | 'pass';
}

function Name({ id, status, words }: NameProperties) {
  return (
    <span>
      <code>{id}</code> <span class="visually-hidden">{words.statuses[status]}</span>
    </span>
  );
}

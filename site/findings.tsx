import { type Choices, type Finding, isAllowed, type Judgement, type Remark } from './judgement.ts';
import { Listing } from './listing.tsx';
import { Prose } from './prose.tsx';
import type { Judged } from './use-judgement.ts';
import type { Words } from './words.ts';

interface Properties {
  readonly judged: Judged;
  readonly choices: Choices;
  readonly words: Words;
  readonly onShow: (file: string, offset: number) => void;
  readonly onFix: (finding: Finding) => void;
  readonly onFixAll: () => void;
}

export function Findings({ judged, choices, words, onShow, onFix, onFixAll }: Properties) {
  const { findings, leftOut } = judged.judgement;
  const fixable = findings.filter(each => isAllowed(each, choices)).length;
  return (
    <section class="findings" id="findings" aria-labelledby="findings-heading" tabIndex={-1}>
      <header>
        <h2 id="findings-heading">{words.findings}</h2>
        {fixable > 0 && (
          <button type="button" class="primary" onClick={onFixAll}>
            {words.fixAll(fixable)}
          </button>
        )}
      </header>
      <p class="summary" role="status">
        {summary(judged, words)}
      </p>
      <ol>
        <Listing
          items={findings}
          words={words}
          show={each => (
            <FindingItem key={keyOf(each)} finding={each} words={words} onShow={onShow} onFix={onFix} />
          )}
        />
      </ol>
      {leftOut.length > 0 && (
        <div class="left-out">
          <p>{words.leftOut}</p>
          <ul>
            {leftOut.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

type FindingProperties = Pick<Properties, 'words' | 'onShow' | 'onFix'> & { readonly finding: Finding };

function FindingItem({ finding, words, onShow, onFix }: FindingProperties) {
  const { severity, message, related, fix, ruleId, url } = finding;
  return (
    <li class={severity}>
      <p>
        <strong class="severity">{words.severities[severity]}</strong> <Prose text={message} />
      </p>
      <ul class="places">
        <li>
          <Line at={finding} words={words} onShow={onShow} />
        </li>
        {related.map(each => (
          <li key={`${each.file} ${each.start.offset} ${each.message}`}>
            <Line at={each} words={words} onShow={onShow} /> <Prose text={each.message} />
          </li>
        ))}
      </ul>
      <div class="actions">
        {fix && (
          <button type="button" onClick={() => onFix(finding)}>
            {words.fix}
            <span class="visually-hidden"> {fix.title}</span>
          </button>
        )}
        {fix && (
          <span class="title">
            <Prose text={fix.title} />
            {fix.safety === 'unsafe' && <em> ({words.unsafe})</em>}
          </span>
        )}
        <span class="links">
          <a
            href={`${words.rulesFolder}/${ruleId}.html`}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`${words.rule}: ${ruleId}`}
          >
            {ruleId}
          </a>
          <a href={url} target="_blank" rel="noopener noreferrer">
            {words.awsPage}
          </a>
        </span>
      </div>
    </li>
  );
}

interface LineProperties extends Pick<Properties, 'words' | 'onShow'> {
  readonly at: Remark;
}

function Line({ at: { file, start }, words, onShow }: LineProperties) {
  return (
    <button type="button" class="link" onClick={() => onShow(file, start.offset)}>
      {words.line(file, start.line)}
    </button>
  );
}

function summary({ judgement, state }: Judged, words: Words): string {
  const { others, unjudged } = judgement;
  const parts = [
    state === 'done' ? said(judgement, words) : words[state],
    others.length > 0 ? words.notTemplate(others.join(', ')) : '',
    unjudged.length > 0 ? words.unjudged(unjudged.join(', ')) : '',
  ];
  return parts.filter(each => each !== '').join(' ');
}

function said({ templates, others, findings, unjudged }: Judgement, words: Words): string {
  if (templates === 0) return others.length > 0 ? '' : words.empty;
  if (findings.length === 0) return unjudged.length > 0 ? '' : words.nothingFound;
  const count = (severity: Finding['severity']): number =>
    findings.filter(each => each.severity === severity).length;
  return words.counted(count('error'), count('warning'), count('info'));
}

function keyOf({ file, ruleId, start, message }: Finding): string {
  return [file, ruleId, start.offset, message].join('\n');
}

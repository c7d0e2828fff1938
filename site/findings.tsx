import type { Diagnostic, Report } from '../src/index.ts';
import { type Choices, isAllowed } from './judge.ts';
import { Prose } from './prose.tsx';
import type { Words } from './words.ts';

interface Properties {
  readonly report: Report;
  readonly choices: Choices;
  readonly words: Words;
  readonly onShow: (file: string, offset: number) => void;
  readonly onFix: (diagnostic: Diagnostic) => void;
  readonly onFixAll: () => void;
}

export function Findings({ report, choices, words, onShow, onFix, onFixAll }: Properties) {
  const { findings } = report;
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
        {summary(report, words)}
      </p>
      <ol>
        {findings.map(each => (
          <Finding key={keyOf(each)} diagnostic={each} words={words} onShow={onShow} onFix={onFix} />
        ))}
      </ol>
    </section>
  );
}

type FindingProperties = Pick<Properties, 'words' | 'onShow' | 'onFix'> & { readonly diagnostic: Diagnostic };

function Finding({ diagnostic, words, onShow, onFix }: FindingProperties) {
  const { severity, message, file, range, related, fix, ruleId, url } = diagnostic;
  return (
    <li class={severity}>
      <p>
        <strong class="severity">{words.severities[severity]}</strong> <Prose text={message} words={words} />
      </p>
      <ul class="places">
        <li>
          <Line file={file} start={range.start} words={words} onShow={onShow} />
        </li>
        {related.map(each => (
          <li key={`${each.file} ${each.range.start.offset} ${each.message}`}>
            <Line file={each.file} start={each.range.start} words={words} onShow={onShow} />{' '}
            <Prose text={each.message} words={words} />
          </li>
        ))}
      </ul>
      <div class="actions">
        {fix && (
          <button type="button" onClick={() => onFix(diagnostic)}>
            {words.fix}
            <span class="visually-hidden"> {words.tell(fix.title)}</span>
          </button>
        )}
        {fix && (
          <span class="title">
            <Prose text={fix.title} words={words} />
            {fix.safety === 'unsafe' && <em> ({words.unsafe})</em>}
          </span>
        )}
        <a href={url} target="_blank" rel="noopener noreferrer" aria-label={`${words.rule}: ${ruleId}`}>
          {ruleId}
        </a>
      </div>
    </li>
  );
}

interface LineProperties extends Pick<Properties, 'words' | 'onShow'> {
  readonly file: string;
  readonly start: { readonly line: number; readonly offset: number };
}

function Line({ file, start, words, onShow }: LineProperties) {
  return (
    <button type="button" class="link" onClick={() => onShow(file, start.offset)}>
      {words.line(file, start.line)}
    </button>
  );
}

function summary({ documents, findings, skipped }: Report, words: Words): string {
  const others = skipped.length > 0 ? words.notTemplate(skipped.join(', ')) : '';
  if (documents.length === 0) return others === '' ? words.empty : others;
  const count = (severity: Diagnostic['severity']): number =>
    findings.filter(each => each.severity === severity).length;
  const found =
    findings.length === 0
      ? words.nothingFound
      : words.counted(count('error'), count('warning'), count('info'));
  return [found, others].filter(each => each !== '').join(' ');
}

function keyOf({ file, ruleId, path, message }: Diagnostic): string {
  return [file, ruleId, ...path, message].join('\n');
}

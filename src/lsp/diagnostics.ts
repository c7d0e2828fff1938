import { resolve } from 'node:path';
import {
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type Diagnostic as Shown,
} from 'vscode-languageserver/node';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Words } from '../i18n/words.ts';
import { type Diagnostic, lint, rules } from '../index.ts';
import { describeConstruct } from '../report/construct-source.ts';
import { escapeControls } from '../report/escape-output.ts';
import { sentence } from '../report/finding-text.ts';
import { TOOL } from '../report/view.ts';
import type { Folder } from './folder.ts';
import type { Source } from './source.ts';
import { pathOf, uriOf } from './uris.ts';

/** A finding, and where it is in the text as that is now. */
export interface Placed {
  readonly finding: Diagnostic;
  readonly range: Range;
}

/**
 * What there is to say about a file: of a text that cannot be read also what was said before, where that still stands.
 */
export function placedIn(folder: Folder, source: Source): readonly Placed[] {
  const { options } = folder;
  const findings = folder.judgementOf(source)?.report.findings ?? [];
  const placed = findings.flatMap(finding => {
    const range = finding.file === source.name ? rangeOf(source, finding) : undefined;
    return range ? [{ finding, range }] : [];
  });
  if (!options || !source.isBehind) return placed;
  const faults = lint([source.parse()], options).findings;
  return [
    ...faults.map(finding => ({ finding, range: source.rangeNow(stretchOf(finding)) })),
    ...placed.map(({ finding, range }) => ({ finding: { ...finding, fix: undefined }, range })),
  ];
}

/** Editors get slow with more. */
const MOST_SHOWN = 1000;

/** All that an editor shows of a file: of too many findings the errors, and how many are left out. */
export function diagnosticsOf(folder: Folder, source: Source, words: Words): Shown[] {
  if (source.isTooLarge) return [note(TOO_LARGE, DiagnosticSeverity.Warning, words)];
  const placed = placedIn(folder, source);
  const isAll = placed.length <= MOST_SHOWN;
  const first = isAll ? placed : worstFirst(placed).slice(0, MOST_SHOWN - 1);
  const left = say`${placed.length - first.length} more findings in this file are not shown.`;
  const rest = isAll ? [] : [note(left, DiagnosticSeverity.Information, words)];
  return [...first.map(each => shown(each, folder, words)), ...rest];
}

const TOO_LARGE = say`This file is larger than 2 MB and is not checked. CloudFormation takes templates of up to 1 MB.`;

/** About a file as a whole. */
function note(said: Sentence, severity: DiagnosticSeverity, words: Words): Shown {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity, source: TOOL.name, message: words(said) };
}

function worstFirst(placed: readonly Placed[]): readonly Placed[] {
  const rank = ({ finding }: Placed): number => SEVERITIES[finding.severity];
  return [...placed].sort((a, b) => rank(a) - rank(b));
}

const SEVERITIES: Readonly<Record<Diagnostic['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const SUPERFLUOUS: ReadonlySet<string> = new Set(
  rules.filter(each => each.findsSuperfluous).map(each => each.id),
);

/** As an editor shows it. */
export function shown({ finding, range }: Placed, folder: Folder, words: Words): Shown {
  const { ruleId, severity, url } = finding;
  return {
    range,
    severity: SEVERITIES[severity],
    code: ruleId,
    codeDescription: { href: url },
    source: TOOL.name,
    message: sentence(finding, words),
    ...(SUPERFLUOUS.has(ruleId) && { tags: [DiagnosticTag.Unnecessary] }),
    relatedInformation: [
      ...sourceInformation(finding, folder, words),
      ...finding.related.flatMap(each => {
        const source = folder.files.named(each.file);
        const there = source && rangeOf(source, each);
        return there
          ? [{ location: { uri: source.uri, range: there }, message: escapeControls(words(each.message)) }]
          : [];
      }),
    ],
  };
}

/** Where the app makes what a finding is about. */
function sourceInformation(
  { file, resource }: Diagnostic,
  folder: Folder,
  words: Words,
): DiagnosticRelatedInformation[] {
  const template = folder.files.named(file);
  const path = template && pathOf(template.uri);
  if (!template || path === undefined || resource === undefined) return [];
  const source = folder.setUp?.sourceOf(path, template.judged, resource);
  return (source?.frames ?? []).map(each => {
    const start = { line: each.line - 1, character: each.column - 1 };
    return {
      location: { uri: uriOf(resolve(folder.path, each.file)), range: { start, end: start } },
      message: source ? escapeControls(words(describeConstruct(source))) : '',
    };
  });
}

function rangeOf(source: Source, { range }: Pick<Diagnostic, 'range'>): Range | undefined {
  return source.rangeOf(stretchOf({ range }));
}

function stretchOf({ range }: Pick<Diagnostic, 'range'>): { start: number; end: number } {
  return { start: range.start.offset, end: range.end.offset };
}

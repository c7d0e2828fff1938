import type {
  ArtifactLocation,
  Fix,
  Invocation,
  Location,
  Log,
  Notification,
  Region,
  Replacement,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { type Sentence, say } from '../i18n/sentence.ts';
import type { Diagnostic, FileSplice, Report, SourceFrame, Span } from '../lint/report.ts';
import type { Rule, Severity } from '../rule/types.ts';
import { Positions } from '../syntax/position.ts';
import { escapeControls, escapeControlsInJson, withoutLinks } from './escape-output.ts';
import { sentenceWithRefusal } from './fix-text.ts';
import { lineHashes } from './line-hash.ts';
import { TOOL, type View } from './view.ts';
import { omitted, worstFindings } from './worst.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

const ROOT = '%SRCROOT%';

/**
 * SARIF 2.1.0, with what code scanning on GitHub asks for:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
 */
export function sarif(report: Report, view: View): string {
  const { rules, version, rulePages } = view;
  const findings = worstFindings(report.findings, view.most);
  const left = omitted(report.findings, findings);
  const files = new Map(report.documents.map(({ file, text }) => [file, new File(text)]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: TOOL.name,
            informationUri: rulePages === undefined ? TOOL.url : `${rulePages}/index.html`,
            version,
            semanticVersion: version,
            rules: rules.map(describe),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        ...(left && { invocations: [notified(left)] }),
        results: findings.map(each => result(each, files, view)),
      },
    ],
  };
  return `${escapeControlsInJson(JSON.stringify(log, null, 2))}\n`;
}

function notified(said: Sentence): Invocation {
  const notification: Notification = { level: 'warning', message: { text: String(said) } };
  return { executionSuccessful: true, toolExecutionNotifications: [notification] };
}

/** A template that findings are in; what it takes long to know of it is found out on demand. */
class File {
  readonly #text: string;
  #positions: Positions | undefined;
  #hashes: ReadonlyMap<number, string> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  region(start: number, end: number): Region {
    this.#positions ??= new Positions(this.#text);
    return region({ start: this.#positions.at(start), end: this.#positions.at(end) });
  }

  hash(line: number): string | undefined {
    this.#hashes ??= lineHashes(this.#text);
    return this.#hashes.get(line);
  }
}

function describe({ id, summary, why, severity, fix, sources }: Rule): ReportingDescriptor {
  const cure = fix === 'none' ? '' : ` ecs-exec-lint has ${fix === 'safe' ? 'a' : 'an unsafe'} fix for it.`;
  const links = sources.map(each => `- <${each}>`).join('\n');
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: {
      text: `${summary} ${why}${cure}\n\n${sources.join('\n')}`,
      markdown: `${summary}\n\n${why}${cure}\n\n${links}`,
    },
    helpUri: sources[0],
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['aws', 'ecs', 'cloudformation'],
      precision: 'high',
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  };
}

function result(diagnostic: Diagnostic, files: ReadonlyMap<string, File>, view: View): Result {
  const { ruleId, severity, file, range, resource, sure, fixRefused, source } = diagnostic;
  const hash = files.get(file)?.hash(range.start.line);
  const fixes = fixesOf(diagnostic, files, view);
  return {
    ruleId,
    ruleIndex: view.rules.findIndex(each => each.id === ruleId),
    level: LEVELS[severity],
    message: { text: withoutLinks(sentenceWithRefusal(diagnostic)) },
    locations: [
      {
        ...(source?.frames[0] ? atFrame(source.frames[0], view) : physical(file, range, view)),
        ...(resource !== undefined && {
          logicalLocations: [{ name: escapeControls(resource), kind: 'resource' }],
        }),
      },
    ],
    ...relatedTo(diagnostic, view),
    ...(hash !== undefined && { partialFingerprints: { primaryLocationLineHash: hash } }),
    ...(fixes.length > 0 && { fixes }),
    properties: { sure, ...(fixRefused && { fixRefused: escapeControls(String(fixRefused)) }) },
  };
}

/** Where a construct is made comes first, and the template that is made of it among what is related. */
function relatedTo(
  { file, range, related, source }: Diagnostic,
  view: View,
): Pick<Result, 'relatedLocations'> {
  const [made, called] = source?.frames ?? [];
  const all = [
    ...(called ? [{ message: say`created here`, location: atFrame(called, view) }] : []),
    ...(made ? [{ message: say`the template says so here`, location: physical(file, range, view) }] : []),
    ...related.map(each => ({ message: each.message, location: physical(each.file, each.range, view) })),
  ];
  if (all.length === 0) return {};
  return {
    relatedLocations: all.map(({ message, location }, id) => ({
      id,
      message: { text: withoutLinks(escapeControls(String(message))) },
      ...location,
    })),
  };
}

function atFrame({ file, line, column }: SourceFrame, view: View): Location {
  const region = { startLine: line, startColumn: column };
  return { physicalLocation: { artifactLocation: artifact(file, view), region } };
}

function physical(file: string, range: Span, view: View): Location {
  return { physicalLocation: { artifactLocation: artifact(file, view), region: region(range) } };
}

function artifact(file: string, { fromRoot }: View): ArtifactLocation {
  const path = fromRoot(file)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return path.startsWith('/') ? { uri: `file://${path}` } : { uri: path, uriBaseId: ROOT };
}

function region({ start, end }: Span): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixesOf({ fix }: Diagnostic, files: ReadonlyMap<string, File>, view: View): Fix[] {
  if (!fix || fix.splices.length === 0) return [];
  const caution = fix.safety === 'safe' ? '' : ' (unsafe: it may override a deliberate setting)';
  return [
    {
      description: { text: withoutLinks(`${escapeControls(String(fix.title))}${caution}`) },
      artifactChanges: [...new Set(fix.splices.map(each => each.file))].map(file => ({
        artifactLocation: artifact(file, view),
        replacements: fix.splices.flatMap(splice => replacement(splice, file, files)),
      })),
    },
  ];
}

function replacement(splice: FileSplice, file: string, files: ReadonlyMap<string, File>): Replacement[] {
  const text = splice.file === file ? files.get(file) : undefined;
  if (!text) return [];
  return [{ deletedRegion: text.region(splice.start, splice.end), insertedContent: { text: splice.text } }];
}

import { outsideLoops } from '../cfn/template/foreach.ts';
import type { Launcher } from '../ecs/launchers/launcher.ts';
import { type Said, type Sentence, say } from '../i18n/sentence.ts';
import type { Finding, Rule } from '../rule/types.ts';
import type { Document } from '../syntax/document.ts';
import { type Path, type Place, rangeOf } from '../syntax/place.ts';
import { Positions } from '../syntax/position.ts';
import { questionsOf, severityOf } from './impact.ts';
import type { Diagnostic, Span } from './report.ts';
import type { Assignment } from './scenario.ts';

/** Turns findings into diagnostics: paths become lines and columns. */
export class Diagnoser {
  readonly #positions = new Map<Document, Positions>();

  diagnose(rule: Rule, finding: Finding, scenarios: readonly Assignment[]): Diagnostic {
    const at = inFile(finding.at);
    const sure = finding.unsure === undefined;
    return {
      ruleId: rule.id,
      severity: severityOf(rule, finding),
      message: finding.unsure === undefined ? finding.message : likely(finding.message, finding.unsure),
      file: at.document.file,
      range: this.span(at),
      path: at.path,
      resource: resourceOf(at),
      sure,
      scenarios,
      related: (finding.related ?? []).map(({ message, at: place }) => {
        const there = inFile(place);
        return { message, file: there.document.file, path: there.path, range: this.span(there) };
      }),
      launchers: finding.for.map(launcherKey),
      blocks: finding.blocks ?? rule.blocks,
      prevents: questionsOf(rule, finding)[0],
      fix: finding.fix && { ...finding.fix, splices: [] },
      ...(finding.fixedBy && { fixedBy: finding.fixedBy }),
      ...(finding.fixRefused && { fixRefused: finding.fixRefused }),
      url: rule.sources[0],
    };
  }

  span(place: Place): Span {
    const { document } = inFile(place);
    const positions = this.#positions.get(document) ?? new Positions(document.text);
    this.#positions.set(document, positions);
    const { start, end } = rangeOf(place);
    return { start: positions.at(start), end: positions.at(end) };
  }
}

function likely(message: Sentence, why: Sentence): Sentence {
  return say`${message} This is likely, not certain: ${why}.`;
}

/** What a diagnostic says, but for its doubt. */
export function withoutDoubt({ message, sure }: Diagnostic): Said {
  return sure ? message : (message.values[0] ?? message);
}

/** The place in the file of what stands in a text inside it. */
export function inFile(place: Place): Place {
  return place.document.within ? inFile(place.document.within) : place;
}

/** The logical id of the resource that a place in a file is about. */
export function resourceOf({ path }: Pick<Place, 'path'>): string | undefined {
  const [section, id] = outsideLoops(path);
  return section === 'Resources' && typeof id === 'string' ? id : undefined;
}

/** Tells a launcher from all others of a report. */
export function launcherKey({ at: { document }, id }: Pick<Launcher, 'at' | 'id'>): string {
  return launcherKeyOf(inFile({ document, path: [] }).document.file, id);
}

/** The same by the name of its file and its logical id. */
export function launcherKeyOf(file: string, id: string): string {
  return JSON.stringify([file, id]);
}

/** The file and id that a key of `launcherKey` is made of. */
export function launcherIn(key: string): { readonly file: string; readonly id: string } {
  const [file, id]: [string, string] = JSON.parse(key);
  return { file, id };
}

/** Tells the resource that something in a file is about from all others of a report. */
export function resourceKey(file: string, path: Path): string {
  return JSON.stringify([file, resourceOf({ path })]);
}

export function resourceKeyAt(place: Place): string {
  const { document, path } = inFile(place);
  return resourceKey(document.file, path);
}

import { Scenarios } from '../cfn/scenario/explore.ts';
import { route, type Station, type Step } from '../ecs/route.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { type Diagnoser, inFile } from './diagnose.ts';
import { type Judgements, within } from './judge.ts';
import type { Check, Link, Part, Picture, Readiness, Span } from './report.ts';
import { type Findings, whereOf } from './scenario.ts';
import { launcherOf, type Subject } from './subject.ts';

/** What the sessions of all judged launchers depend on, across templates, in the order of the launchers. */
export function picture(
  { judged, unjudged }: Judgements,
  services: readonly Readiness[],
  diagnoser: Diagnoser,
): Picture {
  const drawing = new Drawing(services, diagnoser);
  for (const { stack, document, launchers } of judged) {
    const scenarios = new Scenarios(stack);
    for (const subject of launchers) within(unjudged, document, () => drawing.add(subject, scenarios));
  }
  return drawing.finish();
}

interface DrawnLink extends Omit<Link, 'scenarios'> {
  readonly found: Findings[];
}

class Drawing {
  readonly #standings: ReadonlyMap<string, Readiness>;
  readonly #checks: readonly Check[];
  readonly #diagnoser: Diagnoser;
  readonly #parts: Part[] = [];
  readonly #indices = new Map<string, number>();
  readonly #links = new Map<string, DrawnLink>();

  constructor(services: readonly Readiness[], diagnoser: Diagnoser) {
    this.#standings = new Map(services.map(each => [key(each.file, each.resource), each]));
    this.#checks = services.flatMap(each => each.checks).filter(each => each.severity === 'error');
    this.#diagnoser = diagnoser;
  }

  add(subject: Subject, scenarios: Scenarios): void {
    const { at, id, noun } = subject;
    this.#index({ kind: 'launcher', name: id, at, namedAt: at }, noun);
    const { answers } = scenarios.explore(template => {
      const launcher = launcherOf(template, subject);
      return launcher && route(launcher);
    });
    const taken = answers.map(({ value = [], scenario }) => ({ ways: new Ways(value), scenario }));
    const steps = new Map(answers.flatMap(({ value = [] }) => value.map(step => [stepKey(step), step])));
    for (const step of steps.values()) {
      const where = (holds: (ways: Ways) => boolean): Findings['holding'] =>
        taken.filter(each => holds(each.ways)).map(each => each.scenario);
      this.#link(step, noun).found.push({
        holding: where(ways => ways.take(step)),
        others: where(ways => ways.comeTo(step.from) && !ways.take(step)),
        unasked: where(ways => !ways.comeTo(step.from)),
      });
    }
  }

  finish(): Picture {
    const links = [...this.#links.values()].map(({ found, ...link }) => ({
      ...link,
      scenarios: whereOf(found),
    }));
    return { parts: this.#parts, links };
  }

  #link(step: Step, noun: Sentence): DrawnLink {
    const name = stepKey(step);
    const known = this.#links.get(name);
    if (known) return known;
    const link = {
      from: this.#index(step.from, noun),
      to: this.#index(step.to, noun),
      as: step.as,
      found: [],
    };
    this.#links.set(name, link);
    return link;
  }

  #index(station: Station, noun: Sentence): number {
    const name = stationKey(station);
    const known = this.#indices.get(name);
    if (known !== undefined) return known;
    this.#indices.set(name, this.#parts.length);
    return this.#parts.push(this.#part(station, noun)) - 1;
  }

  #part({ kind, name, why, at }: Station, noun: Sentence): Part {
    const common = { kind, noun: kind === 'launcher' ? noun : undefined, name, why };
    const unseen = { file: undefined, line: undefined, verdict: undefined, because: [] };
    if (!at) return { ...common, ...unseen };
    const { file } = inFile(at).document;
    const { line } = this.#diagnoser.span(at).start;
    const standing = kind === 'launcher' ? this.#standings.get(key(file, name)) : undefined;
    const checks = standing?.checks.filter(each => each.severity === 'error') ?? this.#checksIn(at);
    const failed = checks.filter(each => each.status === 'fail');
    const because = failed.length > 0 ? failed : checks.filter(each => each.status === 'unknown');
    const verdict = failed.length > 0 ? 'not-ready' : because.length > 0 ? 'undecided' : 'ready';
    const ids = new Set(because.map(each => each.id));
    return { ...common, file, line, verdict, because: [...ids] };
  }

  /** What is said of the lines of a resource, for whichever launcher. */
  #checksIn(at: Place): readonly Check[] {
    const { file } = inFile(at).document;
    const { start, end } = this.#linesOf(at);
    return this.#checks.filter(
      ({ file: where, line = 0 }) => where === file && start.line <= line && line <= end.line,
    );
  }

  #linesOf(at: Place): Span {
    const node = nodeAt(at);
    const key = this.#diagnoser.span(at);
    if (!node) return key;
    const { end } = this.#diagnoser.span({ ...at, range: node.range });
    return { start: key.start, end };
  }
}

/** The steps of one launcher in one scenario. */
class Ways {
  readonly #steps: ReadonlySet<string>;
  readonly #stations: ReadonlySet<string>;

  constructor(steps: readonly Step[]) {
    this.#steps = new Set(steps.map(stepKey));
    this.#stations = new Set(steps.flatMap(({ from, to }) => [from, to]).map(stationKey));
  }

  take(step: Step): boolean {
    return this.#steps.has(stepKey(step));
  }

  comeTo(station: Station): boolean {
    return this.#stations.has(stationKey(station));
  }
}

function key(file: string, name: string): string {
  return JSON.stringify([file, name]);
}

/** What is in no template is the same when the same is said of it in the same template. */
function stationKey({ kind, name, why, at, namedAt }: Station): string {
  if (!at) return JSON.stringify([kind, name, why, namedAt && inFile(namedAt).document.file]);
  return JSON.stringify([kind, name, inFile(at).document.file, inFile(at).path]);
}

function stepKey({ from, as, to }: Step): string {
  return JSON.stringify([stationKey(from), as, stationKey(to)]);
}

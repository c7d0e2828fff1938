import { Scenarios } from '../cfn/scenario/scenarios.ts';
import type { TemplateSet } from '../cfn/scenario/template-set.ts';
import { type Dependency, type DependencyEdge, sessionDependencies } from '../ecs/session-dependencies.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { nodeAt, type Place } from '../syntax/place.ts';
import { type Diagnoser, inFile } from './diagnose.ts';
import { type Judgements, within } from './judge.ts';
import type { Check, DependencyGraph, GraphEdge, GraphNode, Readiness, Span } from './report.ts';
import { type Findings, whereOf } from './scenario.ts';
import { launcherOf, type Subject } from './subject.ts';

/** What the sessions of all judged launchers depend on, across templates, in the order of the launchers. */
export function dependencyGraph(
  { judged, unjudged }: Judgements,
  services: readonly Readiness[],
  diagnoser: Diagnoser,
  system: TemplateSet,
): DependencyGraph {
  const drawing = new GraphBuilder(services, diagnoser, system);
  for (const { stack, document, launchers } of judged) {
    const scenarios = new Scenarios(stack);
    for (const subject of launchers) within(unjudged, document, () => drawing.add(subject, scenarios));
  }
  return drawing.finish();
}

interface BuiltEdge extends Omit<GraphEdge, 'scenarios'> {
  readonly found: Findings[];
}

class GraphBuilder {
  readonly #standings: ReadonlyMap<string, Readiness>;
  readonly #checks: readonly Check[];
  readonly #diagnoser: Diagnoser;
  readonly #system: TemplateSet;
  readonly #nodes: GraphNode[] = [];
  readonly #indices = new Map<string, number>();
  readonly #edges = new Map<string, BuiltEdge>();

  constructor(services: readonly Readiness[], diagnoser: Diagnoser, system: TemplateSet) {
    this.#system = system;
    this.#standings = new Map(services.map(each => [key(each.file, each.resource), each]));
    this.#checks = services.flatMap(each => each.checks).filter(each => each.severity === 'error');
    this.#diagnoser = diagnoser;
  }

  add(subject: Subject, scenarios: Scenarios): void {
    const { at, id, noun } = subject;
    this.#index({ kind: 'launcher', name: id, at, namedAt: at }, noun);
    const { answers } = scenarios.explore(template => {
      const launcher = launcherOf(template, subject);
      return launcher && sessionDependencies(launcher);
    });
    const taken = answers.map(({ value = [], scenario }) => ({ ways: new Ways(value), scenario }));
    const steps = new Map(answers.flatMap(({ value = [] }) => value.map(edge => [edgeKey(edge), edge])));
    for (const edge of steps.values()) {
      const where = (holds: (ways: Ways) => boolean): Findings['holding'] =>
        taken.filter(each => holds(each.ways)).map(each => each.scenario);
      this.#edge(edge, noun).found.push({
        holding: where(ways => ways.take(edge)),
        others: where(ways => ways.comeTo(edge.from) && !ways.take(edge)),
        unasked: where(ways => !ways.comeTo(edge.from)),
      });
    }
  }

  finish(): DependencyGraph {
    const edges = [...this.#edges.values()].map(({ found, ...link }) => ({
      ...link,
      scenarios: whereOf(found),
    }));
    return { nodes: this.#nodes, edges };
  }

  #edge(edge: DependencyEdge, noun: Sentence): BuiltEdge {
    const name = edgeKey(edge);
    const known = this.#edges.get(name);
    if (known) return known;
    const link = {
      from: this.#index(edge.from, noun),
      to: this.#index(edge.to, noun),
      as: edge.as,
      found: [],
    };
    this.#edges.set(name, link);
    return link;
  }

  #index(dependency: Dependency, noun: Sentence): number {
    const name = dependencyKey(dependency);
    const known = this.#indices.get(name);
    if (known !== undefined) return known;
    this.#indices.set(name, this.#nodes.length);
    return this.#nodes.push(this.#node(dependency, noun)) - 1;
  }

  #node({ kind, name, why, at }: Dependency, noun: Sentence): GraphNode {
    const common = { kind, noun: kind === 'launcher' ? noun : undefined, name, why };
    const unseen = { file: undefined, line: undefined, verdict: undefined, because: [] };
    if (!at || this.#system.isReadOnly(inFile(at).document)) return { ...common, ...unseen };
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
  readonly #edges: ReadonlySet<string>;
  readonly #dependencies: ReadonlySet<string>;

  constructor(steps: readonly DependencyEdge[]) {
    this.#edges = new Set(steps.map(edgeKey));
    this.#dependencies = new Set(steps.flatMap(({ from, to }) => [from, to]).map(dependencyKey));
  }

  take(edge: DependencyEdge): boolean {
    return this.#edges.has(edgeKey(edge));
  }

  comeTo(dependency: Dependency): boolean {
    return this.#dependencies.has(dependencyKey(dependency));
  }
}

function key(file: string, name: string): string {
  return JSON.stringify([file, name]);
}

/** What is in no template is the same when the same is said of it in the same template. */
function dependencyKey({ kind, name, why, at, namedAt }: Dependency): string {
  if (!at) return JSON.stringify([kind, name, why, namedAt && inFile(namedAt).document.file]);
  return JSON.stringify([kind, name, inFile(at).document.file, inFile(at).path]);
}

function edgeKey({ from, as, to }: DependencyEdge): string {
  return JSON.stringify([dependencyKey(from), as, dependencyKey(to)]);
}

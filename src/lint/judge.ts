import { Declarations } from '../cfn/declarations.ts';
import { type Explored, type Scenario, Scenarios } from '../cfn/explore.ts';
import { Cluster } from '../ecs/cluster.ts';
import type { Launcher } from '../ecs/launcher.ts';
import { Service } from '../ecs/service.ts';
import type { Rule, Settings, Verdict } from '../rule.ts';
import type { Document } from '../syntax/document.ts';
import { identity } from './identity.ts';
import { settleLoops } from './loops.ts';
import { isInScope, launcherOf, type Scope, type Subject, scopeOf, subjects } from './subject.ts';

/** What a rule says about a launcher, a cluster or the template, and in which of the scenarios it was asked in. */
export interface Judgement {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly holding: readonly Scenario[];
  readonly others: readonly Scenario[];
  /** Those in which the rule had nothing to judge: the service does not exist, or does not have exec on. */
  readonly unasked: readonly Scenario[];
}

export interface Judged {
  readonly document: Document;
  readonly judgements: readonly Judgement[];
  /** The launchers that were judged, in the order of the template. */
  readonly launchers: readonly Subject[];
}

/** Asks every rule about every launcher and cluster of a document, in every scenario that makes a difference. */
export function judge(
  document: Document,
  rules: readonly Rule[],
  settings: Settings,
  parameters: Readonly<Record<string, string>>,
): Judged {
  return new Judge(document, settings, parameters).judge(rules);
}

class Judge {
  readonly #document: Document;
  readonly #settings: Settings;
  readonly #declarations: Declarations;
  readonly #scenarios: Scenarios;

  constructor(document: Document, settings: Settings, parameters: Readonly<Record<string, string>>) {
    this.#document = document;
    this.#settings = settings;
    this.#declarations = new Declarations(document, parameters);
    this.#scenarios = new Scenarios(this.#declarations);
  }

  judge(rules: readonly Rule[]): Judged {
    const isRequired = this.#settings.exec === 'required';
    const clusters = isRequired ? this.#declarations.ofType('AWS::ECS::Cluster') : [];
    const judged = subjects(this.#scenarios).map(subject => ({
      subject,
      scope: scopeOf(subject, this.#scenarios, this.#settings),
    }));
    const judgements = [
      ...judged.flatMap(({ subject, scope }) => this.#launcher(subject, scope, rules)),
      ...clusters.flatMap(({ id }) => rules.flatMap(rule => this.#cluster(id, rule))),
      ...rules.flatMap(rule => this.#template(rule)),
    ];
    const launchers = judged.filter(({ scope }) => scope !== 'never').map(({ subject }) => subject);
    return { document: this.#document, judgements: settleLoops(judgements), launchers };
  }

  #launcher(subject: Subject, scope: Scope, rules: readonly Rule[]): readonly Judgement[] {
    return rules.flatMap(rule => {
      if (scope === 'never' && rule.scope !== 'all') return [];
      const explored = this.#scenarios.explore(template => {
        const launcher = launcherOf(template, subject);
        if (!launcher || !(rule.scope === 'all' || isInScope(launcher, scope))) return undefined;
        return ask(rule, launcher, this.#settings);
      });
      return [...collect(rule, explored), ...this.#unexplored(subject, rule, explored)];
    });
  }

  #cluster(id: string, rule: Rule): readonly Judgement[] {
    const explored = this.#scenarios.explore(template => {
      const resource = template.resource(id);
      if (!resource || !rule.checkCluster) return undefined;
      return [...rule.checkCluster(new Cluster(resource), this.#settings, [])];
    });
    return collect(rule, explored);
  }

  #template(rule: Rule): readonly Judgement[] {
    if (!rule.checkTemplate) return [];
    const explored = this.#scenarios.explore(template => [
      ...(rule.checkTemplate?.(template, this.#settings) ?? []),
    ]);
    return collect(rule, explored);
  }

  /** Where there are more scenarios than are looked at, those that were not are unknown. */
  #unexplored(subject: Subject, rule: Rule, explored: Explored<unknown>): readonly Judgement[] {
    if (explored.complete) return [];
    const found = this.#scenarios
      .explore(template => launcherOf(template, subject))
      .answers.flatMap(each => each.value ?? []);
    const [launcher] = found;
    if (!launcher) return [];
    const undecided = `More conditions meet in \`${subject.id}\` than are looked at.`;
    const verdict = { at: launcher.at, undecided, for: [launcher] };
    return [{ rule, verdict, holding: [], others: [], unasked: [] }];
  }
}

/** Nothing where the rule does not ask about such a launcher at all. */
function ask(rule: Rule, launcher: Launcher, settings: Settings): readonly Verdict[] | undefined {
  if (rule.checkLauncher) return [...rule.checkLauncher(launcher, settings)];
  if (rule.checkService && launcher instanceof Service) return [...rule.checkService(launcher, settings)];
  const cluster = rule.checkCluster ? launcher.cluster() : undefined;
  if (!rule.checkCluster || cluster?.is !== 'known' || cluster.unsure !== undefined) return undefined;
  return [...rule.checkCluster(cluster.value, settings, [launcher])];
}

/** One judgement for what a rule says in several scenarios. */
function collect(rule: Rule, explored: Explored<readonly Verdict[] | undefined>): readonly Judgement[] {
  const asked = explored.answers.filter(each => each.value !== undefined);
  const unasked = explored.answers.filter(each => each.value === undefined).map(each => each.scenario);
  const groups = new Map<string, { verdict: Verdict; holding: Set<Scenario> }>();
  for (const { value, scenario } of asked) {
    for (const verdict of value ?? []) {
      const key = identity(verdict);
      const group = groups.get(key);
      if (group) group.holding.add(scenario);
      else groups.set(key, { verdict, holding: new Set([scenario]) });
    }
  }
  return [...groups.values()].map(({ verdict, holding }) => {
    const others = asked.map(each => each.scenario).filter(each => !holding.has(each));
    return { rule, verdict, holding: [...holding], others, unasked };
  });
}

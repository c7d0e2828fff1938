import { BudgetExceeded } from '../cfn/scenario/budget.ts';
import { type Explored, type ExploredAnswer, type Scenario, Scenarios } from '../cfn/scenario/scenarios.ts';
import type { Stack } from '../cfn/scenario/stack.ts';
import type { Launcher } from '../ecs/launchers/launcher.ts';
import { Service } from '../ecs/launchers/service.ts';
import { Cluster } from '../ecs/model/cluster.ts';
import { say } from '../i18n/sentence.ts';
import type { Rule, Settings, Verdict } from '../rule/types.ts';
import type { Reason } from '../suppress/suppression.ts';
import type { Document } from '../syntax/document.ts';
import { aboutGiven } from './account-verdicts.ts';
import { type Unupdatable, unupdatable } from './code-deploy-fixes.ts';
import { identityInLoop, isPartOf } from './dedupe.ts';
import type { ReasonToIgnore } from './ignores.ts';
import { settleLoops } from './loops.ts';
import { type Group, mergeBranches } from './merge-branches.ts';
import { type SessionFacts, sessionFacts } from './session-facts.ts';
import { isInScope, launcherOf, type Scope, type Subject, scopeOf, subjects } from './subject.ts';
import { type LeftService, leftServices } from './unchecked-services.ts';

/** What a rule says about a launcher, a cluster or the template, and in which of the scenarios it was asked in. */
export interface Judgement {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly holding: readonly Scenario[];
  readonly others: readonly Scenario[];
  /** Those in which the rule had nothing to judge: the service does not exist, or does not have exec on. */
  readonly unasked: readonly Scenario[];
}

export interface JudgedLauncher extends Subject {
  readonly facts: SessionFacts;
}

export interface Judged {
  readonly stack: Stack;
  readonly document: Document;
  readonly judgements: readonly Judgement[];
  /** The launchers that were judged, in the order of the template. */
  readonly launchers: readonly JudgedLauncher[];
  /** What fixes cannot change without another deployment by CodeDeploy. */
  readonly unupdatable: Unupdatable;
  /** The services that were not. */
  readonly unchecked: readonly LeftService[];
}

/** Asks every rule about every launcher and cluster of some stacks, in every scenario that makes a difference. */
export function judge(
  stacks: readonly Stack[],
  rules: readonly Rule[],
  settings: Settings,
  ignored: ReasonToIgnore,
  onProgress?: (judged: number, total: number) => void,
): Judgements {
  const unjudged = new Set<Document>();
  const bySubject = rulesBySubject(rules);
  const judges = stacks.flatMap(stack =>
    within(unjudged, stack.document, () => new Judge(stack, bySubject, settings, ignored)),
  );
  const of = <T>(ask: (judge: Judge) => T): readonly T[] =>
    judges.flatMap(each => within(unjudged, each.document, () => ask(each)));
  const spared = new Set(of(each => each.clustersOf(true)).flat());
  const needed = spared.size > 0 ? of(each => each.clustersOf(false)).flat() : [];
  for (const key of needed) spared.delete(key);
  let count = 0;
  const judged = of(each => {
    onProgress?.(count++, judges.length);
    return each.judge(bySubject, spared);
  });
  return { judged: judged.filter(each => !unjudged.has(each.document)), unjudged };
}

/** Rules by what they are asked about. */
interface RulesBySubject {
  /** About launchers: that exec is on. */
  readonly demands: readonly Rule[];
  /** About launchers, all else. */
  readonly others: readonly Rule[];
  readonly clusterRules: readonly Rule[];
  readonly templateRules: readonly Rule[];
}

function rulesBySubject(rules: readonly Rule[]): RulesBySubject {
  return {
    demands: rules.filter(rule => rule.demandsExec),
    others: rules.filter(
      rule => !rule.demandsExec && (rule.checkLauncher || rule.checkService || rule.checkCluster),
    ),
    clusterRules: rules.filter(rule => rule.checkCluster),
    templateRules: rules.filter(rule => rule.checkTemplate),
  };
}

export interface Judgements {
  readonly judged: readonly Judged[];
  /** The templates that would have taken too much to judge. */
  readonly unjudged: Set<Document>;
}

/** The answer to a question about a template; nothing when it would take too much, now or before. */
export function within<T>(unjudged: Set<Document>, document: Document, ask: () => T): readonly T[] {
  if (unjudged.has(document)) return [];
  try {
    return [ask()];
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    unjudged.add(document);
    return [];
  }
}

/** A launcher, and what of it is judged. */
export interface Asked {
  readonly subject: Subject;
  readonly scope: Scope;
  /** What rules say that want exec to be on. */
  readonly demanded: readonly Judgement[];
  /** Why that is ignored, so that nobody asks for exec here. */
  readonly excuse: Reason | undefined;
}

class Judge {
  readonly #stack: Stack;
  readonly #settings: Settings;
  readonly #scenarios: Scenarios;
  readonly #asked: readonly Asked[];

  constructor(stack: Stack, { demands }: RulesBySubject, settings: Settings, ignored: ReasonToIgnore) {
    this.#stack = stack;
    this.#settings = settings;
    this.#scenarios = new Scenarios(stack);
    this.#asked = subjects(this.#scenarios).map(subject => {
      const demanded = this.#launcher(subject, 'everywhere', demands);
      const excuse = demanded.map(({ rule, verdict }) => ignored(rule, verdict.at)).find(each => each);
      const scope = scopeOf(subject, this.#scenarios, settings.exec, excuse !== undefined);
      return { subject, scope, demanded, excuse };
    });
  }

  get document(): Document {
    return this.#stack.document;
  }

  /** @param spared Clusters that are not judged for themselves, as `clustersOf` names them. */
  judge(rules: RulesBySubject, spared: ReadonlySet<string>): Judged {
    const { document, declarations } = this.#stack;
    const isRequired = this.#settings.exec === 'required';
    const clusters = isRequired ? declarations.ofType('AWS::ECS::Cluster').map(each => each.id) : [];
    const judgements = [
      ...this.#asked.flatMap(each => each.demanded),
      ...this.#asked.flatMap(({ subject, scope }) => this.#launcher(subject, scope, rules.others)),
      ...clusters
        .filter(id => !spared.has(clusterKey(document, id)))
        .flatMap(id => rules.clusterRules.flatMap(rule => this.#cluster(id, rule))),
      ...rules.templateRules.flatMap(rule => this.#template(rule)),
    ];
    const launchers = this.#asked
      .filter(({ scope }) => scope !== 'never')
      .map(({ subject }) => ({ ...subject, facts: sessionFacts(subject, this.#scenarios) }));
    return {
      stack: this.#stack,
      document,
      judgements: settleLoops(judgements),
      launchers,
      unchecked: leftServices(this.#stack, this.#asked, this.#settings),
      unupdatable: unupdatable(this.#scenarios),
    };
  }

  /** The clusters that launchers run in of which nobody asks for exec, or those of all others. */
  clustersOf(isExcused: boolean): readonly string[] {
    const asked = this.#asked.filter(each => (each.excuse !== undefined) === isExcused);
    return asked.flatMap(({ subject }) => {
      const { answers } = this.#scenarios.explore(template => launcherOf(template, subject)?.cluster());
      return answers.flatMap(({ value }) =>
        value?.is === 'known' ? [clusterKey(value.value.at.document, value.value.id)] : [],
      );
    });
  }

  #launcher(subject: Subject, scope: Scope, rules: readonly Rule[]): readonly Judgement[] {
    return rules.flatMap(rule => {
      if (scope === 'never' && rule.scope !== 'all') return [];
      const explored = this.#scenarios.explore(template => {
        const launcher = launcherOf(template, subject);
        if (!launcher || !(rule.scope === 'all' || isInScope(launcher, scope))) return undefined;
        const verdicts = ask(rule, launcher, this.#settings);
        return verdicts && aboutGiven(this.#stack.system, rule, verdicts);
      });
      const judgements = collect(rule, explored);
      return explored.complete ? judgements : [...judgements, ...this.#unexplored(subject, rule)];
    });
  }

  #cluster(id: string, rule: Rule): readonly Judgement[] {
    const explored = this.#scenarios.explore(template => {
      const resource = template.resource(id);
      if (!resource || !rule.checkCluster) return undefined;
      return aboutGiven(this.#stack.system, rule, [
        ...rule.checkCluster(new Cluster(resource), this.#settings, []),
      ]);
    });
    return collect(rule, explored);
  }

  #template(rule: Rule): readonly Judgement[] {
    const explored = this.#scenarios.explore(template =>
      aboutGiven(this.#stack.system, rule, [...(rule.checkTemplate?.(template, this.#settings) ?? [])]),
    );
    return collect(rule, explored);
  }

  /** Where there are more scenarios than are looked at, those that were not are unknown. */
  #unexplored(subject: Subject, rule: Rule): readonly Judgement[] {
    const found = this.#scenarios
      .explore(template => launcherOf(template, subject))
      .answers.flatMap(each => each.value ?? []);
    const [launcher] = found;
    if (!launcher) return [];
    const undecided = say`Too many conditions affect \`${subject.id}\` to check all combinations.`;
    const verdict = { at: launcher.at, undecided, for: [launcher] };
    return [{ rule, verdict, holding: [], others: [], unasked: [] }];
  }
}

function clusterKey({ file }: Document, id: string): string {
  return JSON.stringify([file, id]);
}

/** Nothing where the rule does not ask about such a launcher at all. */
function ask(rule: Rule, launcher: Launcher, settings: Settings): readonly Verdict[] | undefined {
  const inapplicable = rule.appliesTo?.(launcher);
  if (inapplicable) {
    const { inapplicable: is, why } = inapplicable;
    return [{ inapplicable: is, why, at: launcher.at, for: [launcher] }];
  }
  if (rule.checkLauncher) return [...rule.checkLauncher(launcher, settings)];
  if (rule.checkService && launcher instanceof Service) return [...rule.checkService(launcher, settings)];
  return rule.checkCluster ? askOfCluster(rule, launcher, settings) : undefined;
}

function askOfCluster(rule: Rule, launcher: Launcher, settings: Settings): readonly Verdict[] {
  const cluster = launcher.cluster();
  if (cluster.is === 'known' && cluster.unsure === undefined)
    return [...(rule.checkCluster?.(cluster.value, settings, [launcher]) ?? [])];
  const hidden = cluster.is === 'unknown' ? cluster.why : cluster.unsure;
  const why = hidden ?? say`it runs in no cluster`;
  const inapplicable = hidden === undefined ? 'not-applicable' : 'not-visible';
  return [{ inapplicable, why, at: launcher.at, for: [launcher] }];
}

/**
 * One judgement for what a rule says in several scenarios. Where other stacks have a part in it, each with scenarios of
 * its own, only that is certain which they all agree about.
 */
function collect(rule: Rule, explored: Explored<readonly Verdict[] | undefined>): readonly Judgement[] {
  if (explored.answers.every(({ value = [] }) => value.length === 0)) return [];
  const [only, another] = explored.answers;
  const [verdict, second] = only?.value ?? [];
  if (only && !another && verdict && !second)
    return [{ rule, verdict, holding: [only.scenario], others: [], unasked: [] }];
  const asked = explored.answers.filter(each => each.value !== undefined);
  const unasked = explored.answers.filter(each => each.value === undefined).map(each => each.scenario);
  const groups = new Map<string, Group>();
  for (const { value, scenario } of asked) {
    for (const verdict of value ?? []) {
      const key = identityInLoop(verdict);
      const group = groups.get(key);
      if (group) group.holding.add(scenario);
      else groups.set(key, { verdict, holding: new Set([scenario]) });
    }
  }
  return mergeBranches(mergeCumulative([...groups.values()])).map(({ verdict, holding }) => {
    const others = asked.map(each => each.scenario).filter(each => !holding.has(each));
    const said = areOfOneMind(asked, holding) ? verdict : doubt(verdict);
    return { rule, verdict: said, holding: [...holding], others, unasked };
  });
}

/** Of a finding that sums up other items in other scenarios, the one with most of them stands for the others. */
function mergeCumulative(groups: readonly Group[]): readonly Group[] {
  const merged: Group[] = [];
  for (const group of [...groups].sort((a, b) => editCount(b) - editCount(a))) {
    const longer = merged.find(each => isPartOf(group.verdict, each.verdict));
    if (longer) for (const scenario of group.holding) longer.holding.add(scenario);
    else merged.push(group);
  }
  return groups.filter(each => merged.includes(each));
}

function editCount({ verdict }: Group): number {
  return 'message' in verdict ? (verdict.fix?.edits.length ?? 0) : 0;
}

/** Whether what was found does not depend on the scenario that another stack happens to be in. */
function areOfOneMind(asked: readonly ExploredAnswer<unknown>[], holding: ReadonlySet<Scenario>): boolean {
  if (!asked.some(each => each.isShared)) return true;
  const keyOf = (scenario: Scenario): string => JSON.stringify([...scenario].sort());
  const found = new Set([...holding].map(keyOf));
  return asked.every(({ scenario }) => holding.has(scenario) || !found.has(keyOf(scenario)));
}

function doubt(verdict: Verdict): Verdict {
  if (!('message' in verdict)) return verdict;
  const { at, message, blocks } = verdict;
  const undecided = say`This depends on conditions of another template: ${message}`;
  return {
    at,
    undecided,
    for: verdict.for,
    ...(verdict.severity && { severity: verdict.severity }),
    ...(blocks && { blocks }),
  };
}

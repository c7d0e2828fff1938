import { Declarations } from '../cfn/declarations.ts';
import { type Explored, type Scenario, Scenarios } from '../cfn/explore.ts';
import type { Template } from '../cfn/template.ts';
import { Cluster } from '../ecs/cluster.ts';
import { SERVICE_TYPES, Service } from '../ecs/service.ts';
import type { Rule, Settings, Verdict } from '../rule.ts';
import type { Document } from '../syntax/document.ts';
import type { Place } from '../syntax/place.ts';
import { identity } from './identity.ts';
import { settleLoops } from './loops.ts';

/** What a rule says about a service, a cluster or the template, and in which of the scenarios it was asked in. */
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
  /** The services that were judged, in the order of the template. */
  readonly services: readonly { readonly id: string; readonly at: Place }[];
}

/** Asks every rule about every service and cluster of a document, in every scenario that makes a difference. */
export function judge(document: Document, rules: readonly Rule[], settings: Settings): Judged {
  return new Judge(document, settings).judge(rules);
}

class Judge {
  readonly #document: Document;
  readonly #settings: Settings;
  readonly #declarations: Declarations;
  readonly #scenarios: Scenarios;

  constructor(document: Document, settings: Settings) {
    this.#document = document;
    this.#settings = settings;
    this.#declarations = new Declarations(document);
    this.#scenarios = new Scenarios(this.#declarations);
  }

  judge(rules: readonly Rule[]): Judged {
    const services = this.#ids(SERVICE_TYPES);
    const clusters = this.#settings.exec === 'required' ? this.#ids(['AWS::ECS::Cluster']) : [];
    const judgements = [
      ...services.flatMap(id => this.#service(id, rules)),
      ...clusters.flatMap(id => rules.flatMap(rule => this.#cluster(id, rule))),
      ...rules.flatMap(rule => this.#template(rule)),
    ];
    const places = services.flatMap(id => {
      const declaration = this.#declarations.resources.get(id);
      return declaration ? [{ id, at: declaration.at }] : [];
    });
    return { document: this.#document, judgements: settleLoops(judgements), services: places };
  }

  #ids(types: readonly string[]): readonly string[] {
    const resources = [...this.#declarations.resources.values()];
    return resources.filter(each => types.includes(each.type)).map(each => each.id);
  }

  #service(id: string, rules: readonly Rule[]): readonly Judgement[] {
    const isEverOn = this.#scenarios.explore(template => serviceOf(template, id)?.execPossible() ?? false);
    const never = isEverOn.complete && isEverOn.answers.every(each => !each.value);
    const expected = never && this.#settings.exec === 'required';
    return rules.flatMap(rule => {
      const explored = this.#scenarios.explore(template => {
        const service = serviceOf(template, id);
        if (!service || !rule.checkService) return undefined;
        if (rule.scope !== 'all' && !expected && !service.execPossible()) return undefined;
        return [...rule.checkService(service, this.#settings)];
      });
      return [...collect(rule, explored), ...this.#unexplored(id, rule, explored)];
    });
  }

  #cluster(id: string, rule: Rule): readonly Judgement[] {
    const explored = this.#scenarios.explore(template => {
      const resource = template.resource(id);
      if (!resource || !rule.checkCluster) return undefined;
      return [...rule.checkCluster(new Cluster(resource), this.#settings)];
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
  #unexplored(id: string, rule: Rule, explored: Explored<unknown>): readonly Judgement[] {
    if (explored.complete) return [];
    const found = this.#scenarios
      .explore(template => serviceOf(template, id))
      .answers.flatMap(each => each.value ?? []);
    const [service] = found;
    if (!service) return [];
    const undecided = `More conditions meet in \`${id}\` than are looked at.`;
    return [
      { rule, verdict: { at: service.at, undecided, for: [service] }, holding: [], others: [], unasked: [] },
    ];
  }
}

function serviceOf(template: Template, id: string): Service | undefined {
  const resource = template.resource(id);
  return resource && new Service(resource);
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

import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { every, negate } from '../../util/three-valued.ts';
import { callAt, textAt } from '../functions/intrinsic.ts';
import type { Declarations } from '../template/declarations.ts';

/** The values that a parameter may have in a scenario: one where the scenario has settled it. */
export type Options = (parameter: string) => readonly string[];

/**
 * Whether the `Rules` of a template reject every deployment that a scenario stands for.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function isRejected(declarations: Declarations, options: Options): boolean {
  const rules = { document: declarations.document, path: ['Rules'] };
  const node = nodeAt(rules);
  if (node?.kind !== 'mapping') return false;
  const assertions = new Assertions(options);
  return node.entries.some(({ key }) => assertions.fail(child(rules, key)));
}

/** Answers nothing where it cannot be told yet. */
class Assertions {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  fail(rule: Place): boolean {
    const condition = child(rule, 'RuleCondition');
    if (nodeAt(condition) && this.#holds(condition) !== true) return false;
    return itemsOf(child(rule, 'Assertions')).some(each => this.#holds(child(each, 'Assert')) === false);
  }

  #holds(at: Place): boolean | undefined {
    const call = callAt(at);
    const [first, second] = call?.items ?? [];
    if (!call || !first) return undefined;
    switch (call.name) {
      case 'Fn::And':
        return every(call.items.map(item => this.#holds(item)));
      case 'Fn::Or':
        return negate(every(call.items.map(item => negate(this.#holds(item)))));
      case 'Fn::Not':
        return negate(this.#holds(first));
      case 'Fn::Equals':
        return isSame(this.#read(first), this.#read(second));
      case 'Fn::Contains':
        return isIn(this.#read(second), this.#all(first));
      case 'Fn::EachMemberEquals':
        return every(this.#all(first).map(each => isSame(each, this.#read(second))));
      case 'Fn::EachMemberIn':
        return every(this.#all(first).map(each => isIn(each, this.#all(second))));
      default:
        return undefined;
    }
  }

  /** All that a literal or a parameter may be. */
  #read(at: Place | undefined): readonly string[] | undefined {
    const written = textAt(at);
    if (written !== undefined) return [written];
    const call = at && callAt(at);
    const name = call?.name === 'Ref' ? textAt(call.argument) : undefined;
    return name === undefined ? undefined : this.#options(name);
  }

  #all(at: Place | undefined): readonly (readonly string[] | undefined)[] {
    const items = at ? itemsOf(at) : [];
    return items.length > 0 ? items.map(item => this.#read(item)) : [undefined];
  }
}

function itemsOf(at: Place): readonly Place[] {
  const node = nodeAt(at);
  return node?.kind === 'sequence' ? node.items.map((_, i) => child(at, i)) : [];
}

function isSame(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean | undefined {
  if (!a || !b) return undefined;
  if (!a.some(each => b.includes(each))) return false;
  return a.length === 1 && b.length === 1 ? true : undefined;
}

function isIn(
  value: readonly string[] | undefined,
  list: readonly (readonly string[] | undefined)[],
): boolean | undefined {
  const certain = list.flatMap(each => (each?.length === 1 ? each : []));
  if (value?.every(each => certain.includes(each))) return true;
  return negate(every(list.map(each => negate(isSame(value, each)))));
}

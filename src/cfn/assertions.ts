import { child, nodeAt, type Place } from '../syntax/place.ts';
import type { Declarations } from './declarations.ts';
import { callAt, textAt } from './intrinsic.ts';

/** The value of a parameter where the scenario has settled it; a mark for one that nothing names. */
export type Settled = (parameter: string) => string | undefined;

/**
 * Whether the `Rules` of a template reject a deployment, as far as settled parameters tell.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function isRejected(declarations: Declarations, settled: Settled): boolean {
  const rules = { document: declarations.document, path: ['Rules'] };
  const node = nodeAt(rules);
  if (node?.kind !== 'mapping') return false;
  const assertions = new Assertions(settled);
  return node.entries.some(({ key }) => assertions.fail(child(rules, key)));
}

/** Answers nothing where it cannot be told yet. */
class Assertions {
  readonly #settled: Settled;

  constructor(settled: Settled) {
    this.#settled = settled;
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

  /** A literal, or a parameter that is settled. */
  #read(at: Place | undefined): string | undefined {
    const written = textAt(at);
    if (written !== undefined || !at) return written;
    const call = callAt(at);
    const name = call?.name === 'Ref' ? textAt(call.argument) : undefined;
    return name === undefined ? undefined : this.#settled(name);
  }

  #all(at: Place | undefined): readonly (string | undefined)[] {
    const items = at ? itemsOf(at) : [];
    return items.length > 0 ? items.map(item => this.#read(item)) : [undefined];
  }
}

function itemsOf(at: Place): readonly Place[] {
  const node = nodeAt(at);
  return node?.kind === 'sequence' ? node.items.map((_, i) => child(at, i)) : [];
}

function isSame(a: string | undefined, b: string | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a === b;
}

function isIn(value: string | undefined, list: readonly (string | undefined)[]): boolean | undefined {
  if (value !== undefined && list.includes(value)) return true;
  return value === undefined || list.includes(undefined) ? undefined : false;
}

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function negate(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

import { isArray, isObject, type Json } from '../../syntax/json-value.ts';
import { child, type Place } from '../../syntax/place.ts';
import { getOrInsertComputed, memoize } from '../../util/memoize.ts';
import { placeholdersIn } from '../functions/placeholder.ts';
import { qualifiedName } from '../functions/qualified-name.ts';
import { BudgetExceeded } from './budget.ts';
import { Scenarios } from './scenarios.ts';
import type { Stack } from './stack.ts';

/** Which stacks mention the resources of others, in any scenario: who asks for a resource's users need not ask all. */
export class CrossStackMentions {
  readonly #stacks = new Map<string, Set<Stack>>();
  /** Those of which it would take too much to find out. */
  readonly #unread = new Set<Stack>();
  readonly #asked = new Map<string, readonly Stack[]>();

  constructor(stacks: readonly Stack[]) {
    const scenarios = memoize((stack: Stack) => new Scenarios(stack));
    for (const stack of stacks) {
      try {
        for (const { at, within } of incoming(stack))
          for (const { value } of scenarios(within).explore(template => template.symbolic(at)).answers)
            if (value.is === 'known') this.#add(stack, resourcesIn(value.value, within.key));
      } catch (error) {
        if (!(error instanceof BudgetExceeded)) throw error;
        this.#unread.add(stack);
      }
    }
  }

  /** The other stacks that may mention a resource of a stack: all, or those that have resources of a type. */
  of(stack: Stack, id: string, type: string | undefined): readonly Stack[] {
    const key = JSON.stringify([stack.key, id, type]);
    return getOrInsertComputed(this.#asked, key, () => this.#find(stack, id, type));
  }

  #find(stack: Stack, id: string, type: string | undefined): readonly Stack[] {
    if (type !== undefined)
      return this.of(stack, id, undefined).filter(each => each.declarations.ofType(type).length > 0);
    const mentioning = new Set([...(this.#stacks.get(nameOf(stack.key, id)) ?? []), ...this.#unread]);
    mentioning.delete(stack);
    return [...mentioning];
  }

  #add(stack: Stack, resources: readonly MentionedResource[]): void {
    for (const { key, id } of resources) {
      if (key === stack.key) continue;
      getOrInsertComputed(this.#stacks, nameOf(key, id), () => new Set()).add(stack);
    }
  }
}

interface IncomingValue {
  readonly at: Place;
  /** The stack in whose template it is written. */
  readonly within: Stack;
}

/** Where a stack gets values of other stacks: what it imports, what its parent gives, and what those inside put out. */
function incoming(stack: Stack): readonly IncomingValue[] {
  const { declarations, parent, children } = stack;
  const given = [...declarations.parameters.keys()].flatMap(name => stack.passed(name) ?? []);
  return [
    ...declarations.references.imports.map(at => ({ at, within: stack })),
    ...(parent ? given.map(at => ({ at, within: parent.stack })) : []),
    ...[...children.values()].flatMap(inside =>
      [...inside.declarations.outputs.values()].map(at => ({ at: child(at, 'Value'), within: inside })),
    ),
  ];
}

/** A resource that a value mentions, and the key of its stack. */
export interface MentionedResource {
  readonly key: string;
  readonly id: string;
}

/** The resources that a symbolic value of the stack `own` is made of. */
export function resourcesIn(value: Json, own: string): readonly MentionedResource[] {
  if (isArray(value)) return value.flatMap(item => resourcesIn(item, own));
  if (isObject(value)) return Object.values(value).flatMap(item => resourcesIn(item, own));
  return placeholdersIn(String(value)).map(written => {
    const { key = own, name } = qualifiedName(written);
    return { key, id: name.replace(/\..*/s, '') };
  });
}

function nameOf(key: string, id: string): string {
  return `${key} ${id}`;
}

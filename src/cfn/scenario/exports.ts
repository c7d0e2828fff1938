import { child, nodeAt, type Place } from '../../syntax/place.ts';
import { openName } from '../functions/qualified-name.ts';
import { Scenarios } from './scenarios.ts';
import type { Stack } from './stack.ts';

/** An output that other stacks may import. */
export interface Export {
  readonly stack: Stack;
  readonly output: string;
  readonly at: Place;
}

/** All exports by their names, in which what is only known once deployed is left open, and by the names they are known to get. */
export function exportsOf(stacks: readonly Stack[]): ReadonlyMap<string, readonly Export[]> {
  const exports = new Map<string, Export[]>();
  for (const stack of stacks) {
    for (const [output, at] of stack.declarations.outputs) {
      for (const name of namesOf(stack, child(at, 'Export', 'Name'))) {
        const same = exports.get(name) ?? [];
        exports.set(name, [...same, { stack, output, at }]);
      }
    }
  }
  return exports;
}

function namesOf(stack: Stack, at: Place): readonly string[] {
  if (!nodeAt(at)) return [];
  const { answers } = new Scenarios(stack).explore(template => template.symbolic(at));
  const names = answers.flatMap(({ value }) =>
    value.is === 'known' && typeof value.value === 'string'
      ? [openName(value.value), openName(stack.withStackName(value.value))]
      : [],
  );
  return [...new Set(names)];
}

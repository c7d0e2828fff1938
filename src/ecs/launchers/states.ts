import type { Template } from '../../cfn/scenario/template.ts';
import type { Value } from '../../cfn/value.ts';
import { nodeAt, type Place } from '../../syntax/place.ts';

export interface State {
  readonly name: string;
  readonly at: Place;
}

const RUN_TASK = /:states:::(?:aws-sdk:)?ecs:runTask(?:\.\w+)?$/;

/** The states of a definition that start tasks, also those inside `Parallel` and `Map` states. */
export function runTaskStates(template: Template, definition: Place): readonly State[] {
  return statesIn(template, definition).flatMap(state => {
    const resource = template.symbolic(state.at, 'Resource');
    const starts =
      resource.is === 'known' && typeof resource.value === 'string' && RUN_TASK.test(resource.value);
    return [...(starts ? [state] : []), ...inner(template, state.at)];
  });
}

function statesIn(template: Template, machine: Place): readonly State[] {
  const states = template.find(machine, 'States');
  const node = states.is === 'known' ? nodeAt(states.value) : undefined;
  if (node?.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key }) => {
    const at = template.find(states.at, key);
    return at.is === 'known' ? [{ name: key, at: at.value }] : [];
  });
}

function inner(template: Template, state: Place): readonly State[] {
  const branches = template.items(state, 'Branches');
  const iterators: Value<Place>[] = ['ItemProcessor', 'Iterator'].map(key => template.find(state, key));
  const machines = [
    ...(branches.is === 'known' ? branches.value : []),
    ...iterators.flatMap(each => (each.is === 'known' ? [each.value] : [])),
  ];
  return machines.flatMap(each => runTaskStates(template, each));
}

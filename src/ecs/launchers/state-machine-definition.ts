import { replaceInBraces } from '../../cfn/functions/braces.ts';
import { intrinsic, text } from '../../cfn/functions/intrinsic.ts';
import { placeholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import { embed } from '../../syntax/embed.ts';
import { child, nodeAt, type Place } from '../../syntax/place.ts';

/** Stands for a part of a definition that cannot be computed: it names nothing. */
const SOMETHING = placeholder('');

/** A value without quotes that is put in when the stack is deployed: `"TaskCount": ${Count}`. */
const BARE = new RegExp(`([:[,]\\s*)(\\$\\{[^}"]+\\}|${placeholder('[^"]*?')})(?=\\s*[,\\]}])`, 'g');

/** Where the root of a state machine's definition stands: in the template itself, or in a text inside it. */
export function definitionOf(machine: Resource): Value<Place> {
  const map = machine.find('Definition');
  if (map.is !== 'absent') return map;
  const { template } = machine;
  return andThen(machine.find('DefinitionString'), at => {
    if (intrinsic(nodeAt(at))?.name === 'Fn::ToJsonString') return known(child(at, 'Fn::ToJsonString'), at);
    const definition = definitionText(template, at);
    // Most state machines start no task, and need not be read.
    if (!definition?.includes('ecs:runTask'))
      return unknown(say`its definition shows no task that it starts`, at);
    const root =
      embed(at, definition) ??
      embed(
        at,
        replaceInBraces(definition, BARE, (_, before = '', value = '') => `${before}"${value}"`),
      );
    return root ? known(root, at) : unknown(say`its definition is not JSON`, at);
  });
}

/** The text, as far as it can be computed: one import among the parts that CDK joins must not hide the rest. */
function definitionText(template: Template, at: Place): string | undefined {
  const whole = template.symbolic(at);
  if (whole.is === 'known') return typeof whole.value === 'string' ? whole.value : undefined;
  const call = intrinsic(nodeAt(at));
  if (call?.argument.kind !== 'sequence') return undefined;
  const first = text(call.argument.items[0]);
  const rest = child(at, call.name, 1);
  if (call.name === 'Fn::Sub')
    return (
      first && replaceInBraces(first, /\$\{([^}!]+)\}/g, (_, name = '') => variable(name, rest, template))
    );
  if (call.name !== 'Fn::Join' || first === undefined) return undefined;
  const parts = template.items(rest);
  return parts.is === 'known' ? parts.value.map(part => symbolicText(template, part)).join(first) : undefined;
}

function variable(name: string, variables: Place, template: Template): string {
  const own = child(variables, name);
  return nodeAt(own) ? symbolicText(template, own) : placeholder(name);
}

function symbolicText(template: Template, part: Place): string {
  const symbolic = template.symbolic(part);
  return symbolic.is === 'known' && typeof symbolic.value !== 'object' ? String(symbolic.value) : SOMETHING;
}

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

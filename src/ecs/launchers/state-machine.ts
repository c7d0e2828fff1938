import { text } from '../../cfn/functions/intrinsic.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import { unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { nodeAt, type Path, type Place } from '../../syntax/place.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { ECS_SETTINGS, Launcher, type Setting } from './launcher.ts';
import { definitionOf, runTaskStates } from './state-machine-definition.ts';

/**
 * A state of a state machine that calls `ecs:runTask`.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 */
export class RunTaskState extends Launcher {
  readonly noun: Sentence = say`state machine`;
  readonly #state: Place;

  constructor(resource: Resource, state: Place, label: string | undefined) {
    super(resource, label);
    this.#state = state;
  }

  override get at(): Place {
    return this.label === undefined ? this.resource.at : this.#state;
  }

  protected find(setting: Setting): Value<Place> {
    return this.#find(ECS_SETTINGS[setting]);
  }

  protected override roleOverride(property: 'TaskRoleArn' | 'ExecutionRoleArn'): ResourceProperty {
    return new ResourceProperty(this.template, this.#find(['Overrides', property]));
  }

  /** `Parameters` in a state of JSONPath, `Arguments` in one of JSONata. */
  #find(keys: Path): Value<Place> {
    const supplied = this.template.find(this.#state, 'Arguments');
    let found: Value<Place> =
      supplied.is === 'absent' ? this.template.find(this.#state, 'Parameters') : supplied;
    for (const key of keys) {
      if (found.is !== 'known') return found;
      found = this.#step(found.value, key);
    }
    return found;
  }

  #step(from: Place, key: string | number): Value<Place> {
    if (this.template.find(from, `${key}.$`).is === 'known') return atRunTime(from);
    const found = this.template.find(from, key);
    const written = found.is === 'known' ? text(nodeAt(found.value)) : undefined;
    if (written === undefined) return found;
    if (written.startsWith('{%')) return atRunTime(found.at);
    const name = /^\$\{([^}!]+)\}$/.exec(written)?.[1];
    return name === undefined ? found : this.#substitution(name, found.at);
  }

  #substitution(name: string, at: Place): Value<Place> {
    const supplied = this.resource.find('DefinitionSubstitutions', name);
    return supplied.is === 'absent'
      ? unknown(say`\`\${${name}}\` is not among its substitutions`, at)
      : supplied;
  }
}

function atRunTime(at: Place): Value<Place> {
  return unknown(say`it is computed when the state machine runs`, at);
}

export function runTaskStatesOf(resource: Resource): readonly RunTaskState[] {
  const definition = definitionOf(resource);
  if (definition.is !== 'known') return [];
  const states = runTaskStates(resource.template, definition.value);
  return states.map(({ name, at }) => new RunTaskState(resource, at, states.length > 1 ? name : undefined));
}

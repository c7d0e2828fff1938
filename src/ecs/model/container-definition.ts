import { text } from '../../cfn/functions/intrinsic.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Answer, absent, andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { entry, type Node } from '../../syntax/node.ts';
import { child, nodeAt, type Path, type Place } from '../../syntax/place.ts';
import { booleanProperty, textAt } from '../resolve/scalars.ts';

/** A variable in the environment of a container. */
export interface Variable {
  readonly at: Place;
  readonly name: string;
  /** Unknown for a secret. */
  readonly value: Value<string>;
}

export interface Mount {
  readonly at: Place;
  readonly path: Value<string>;
  readonly readOnly: Answer;
}

/** One container of a task definition. */
export class Container {
  readonly template: Template;
  readonly at: Place;

  constructor(template: Template, at: Place) {
    this.template = template;
    this.at = at;
  }

  name(): Value<string> {
    return this.text('Name');
  }

  /** For messages, as the subject of a sentence. */
  get title(): Sentence {
    const name = this.name();
    return name.is === 'known' ? say`Container \`${name.value}\`` : say`A container`;
  }

  /** What is only known once deployed, such as an account id, is a placeholder in it. */
  image(): Value<string> {
    const image = this.text('Image');
    if (image.is !== 'unknown') return image;
    return andThen(this.template.symbolic(this.at, 'Image'), (text, at) =>
      typeof text === 'string' ? known(text, at) : image,
    );
  }

  /**
   * The variables with such names, in plain text and from secrets, as far as names are written out. Others are not
   * looked at: each may exist under a condition of its own.
   */
  variables(names: RegExp): readonly Variable[] {
    return [...this.#variables('Environment', names), ...this.#variables('Secrets', names)];
  }

  /** Whether there may be variables beside those: from files, or under names that are computed. */
  hasOtherVariables(): boolean {
    if (this.find('EnvironmentFiles').is !== 'absent') return true;
    return ['Environment', 'Secrets'].some(list => {
      const items = this.#items(list);
      if (items.is !== 'known') return items.is === 'unknown';
      return items.value.some(
        item => textAt(this.template, this.template.find(item, 'Name')).is === 'unknown',
      );
    });
  }

  readonlyRootFilesystem(): Answer {
    return this.booleanProperty('ReadonlyRootFilesystem');
  }

  /** Whether a process reaps the children that a session leaves behind. */
  initProcess(): Answer {
    return this.booleanProperty('LinuxParameters', 'InitProcessEnabled');
  }

  /** Whether ECS restarts the container by itself, in place, when it exits. */
  restartPolicy(): Answer {
    return this.booleanProperty('RestartPolicy', 'Enabled');
  }

  networkingDisabled(): Answer {
    return this.booleanProperty('DisableNetworking');
  }

  mounts(): Value<readonly Mount[]> {
    return andThen(this.#items('MountPoints'), (items, at) =>
      known(
        items.map(item => ({
          at: item,
          path: textAt(this.template, this.template.find(item, 'ContainerPath')),
          readOnly: booleanProperty(this.template, this.template.find(item, 'ReadOnly')),
        })),
        at,
      ),
    );
  }

  logDriver(): Value<string> {
    return this.text('LogConfiguration', 'LogDriver');
  }

  /** The value of `awslogs-group`; absent where the container does not log to CloudWatch. */
  logGroup(): Value<Place> {
    return andThen(this.logDriver(), (driver, at) =>
      driver === 'awslogs' ? this.find('LogConfiguration', 'Options', 'awslogs-group') : absent(at),
    );
  }

  /** Where a property is written, or would be. */
  find(...keys: Path): Value<Place> {
    return this.template.find(this.at, ...keys);
  }

  text(...keys: Path): Value<string> {
    return textAt(this.template, this.find(...keys));
  }

  booleanProperty(...keys: Path): Answer {
    return booleanProperty(this.template, this.find(...keys));
  }

  #items(list: string): Value<readonly Place[]> {
    return this.template.items(this.at, list);
  }

  #variables(list: 'Environment' | 'Secrets', names: RegExp): readonly Variable[] {
    return this.#itemsNamed(list, names).flatMap(at => {
      const name = textAt(this.template, this.template.find(at, 'Name'));
      if (name.is !== 'known' || !names.test(name.value)) return [];
      const value =
        list === 'Secrets'
          ? unknown(say`it is a secret`, at)
          : textAt(this.template, this.template.find(at, 'Value'));
      return [{ at, name: name.value, value }];
    });
  }

  /** Without those that have another name, which most have; one that is computed may be any. */
  #itemsNamed(list: 'Environment' | 'Secrets', names: RegExp): readonly Place[] {
    const found = this.find(list);
    if (found.is !== 'known') return [];
    const node = nodeAt(found.value);
    if (node?.kind !== 'sequence') {
      const items = this.#items(list);
      return items.is === 'known' ? items.value : [];
    }
    return node.items.flatMap((item, i) => {
      if (hasOtherName(item, names)) return [];
      const at = this.template.find(child(found.value, i));
      return at.is === 'known' ? [at.value] : [];
    });
  }
}

/** The name of a loop may be a part of the name of a variable. */
function hasOtherName(item: Node, names: RegExp): boolean {
  const name = item.kind === 'mapping' ? text(entry(item, 'Name')?.value) : undefined;
  return name !== undefined && !name.includes('{') && !names.test(name);
}

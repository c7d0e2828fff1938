import { onlyPlaceholder } from '../../cfn/functions/placeholder.ts';
import type { Resource } from '../../cfn/scenario/resource.ts';
import { type Answer, andThen, known, type Value } from '../../cfn/value.ts';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Path, Place } from '../../syntax/place.ts';
import { memoize } from '../../util/memoize.ts';
import { type Kind, ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import { Container } from './container-definition.ts';
import { fargateOnly } from './fargate.ts';
import { ResourceModel } from './resource-model.ts';
import { type Role, roleAt } from './role.ts';
import type { RolePermissions } from './role-permissions.ts';
import { undeclaredRoleAt } from './undeclared-role.ts';

/** What a launcher runs. */
export class TaskDefinition extends ResourceModel {
  #taskRole: Value<Role> | undefined;
  #executionRole: Value<Role> | undefined;

  /** For messages, as the subject of a sentence. */
  get title(): Sentence {
    return say`Task definition \`${this.id}\``;
  }

  /** The name of the property that names the task role. */
  get taskRoleProperty(): string {
    return 'TaskRoleArn';
  }

  taskRole(): Value<Role> {
    this.#taskRole ??= this.#role('TaskRoleArn');
    return this.#taskRole;
  }

  /** The task role where no template declares it; nothing unless policies are attached to it by its name. */
  undeclaredTaskRole(): Value<RolePermissions> | undefined {
    return undeclaredRoleAt(new ResourceProperty(this.resource.template, this.find('TaskRoleArn')));
  }

  executionRole(): Value<Role> {
    this.#executionRole ??= this.#role('ExecutionRoleArn');
    return this.#executionRole;
  }

  /** Where the task role is named, or would be. */
  taskRolePlace(): Place {
    const found = this.find('TaskRoleArn');
    return found.is === 'known' ? found.value : found.at;
  }

  containers(): Value<readonly Container[]> {
    const { template } = this.resource;
    return andThen(this.find('ContainerDefinitions'), list =>
      andThen(template.items(list), (items, at) =>
        known(
          items.map(item => new Container(template, item)),
          at,
        ),
      ),
    );
  }

  /** The value of `awslogs-group` of every container that logs to CloudWatch; unknown when one cannot be read. */
  logGroups(): Value<readonly Place[]> {
    return andThen(this.containers(), (containers, at): Value<readonly Place[]> => {
      const groups: Place[] = [];
      let unsure: Sentence | undefined;
      for (const container of containers) {
        const group = container.logGroup();
        if (group.is === 'unknown') return group;
        if (group.is === 'known') groups.push(group.value);
        if (group.is === 'known') unsure ??= group.unsure;
      }
      return known(groups, at, unsure);
    });
  }

  networkMode(): Value<string> {
    return this.#text('NetworkMode');
  }

  pidMode(): Value<string> {
    return this.#text('PidMode');
  }

  /** Absent means Linux. */
  osFamily(): Value<string> {
    return this.#text('RuntimePlatform', 'OperatingSystemFamily');
  }

  /** Whether its tasks run on Windows, by the only property that tells. */
  onWindows(): Answer {
    const family = this.osFamily();
    const { at } = family;
    if (family.is === 'unknown') return { is: 'unknown', at, why: family.why };
    const is = family.is === 'known' && /^WINDOWS/i.test(family.value) ? 'yes' : 'no';
    return family.is === 'known' && family.unsure !== undefined
      ? { is, at, unsure: family.unsure }
      : { is, at };
  }

  /** An App Mesh proxy, through which the containers' traffic goes. */
  proxy(): Value<Place> {
    return this.find('ProxyConfiguration');
  }

  volumes(): Value<readonly Place[]> {
    return andThen(this.find('Volumes'), list => this.resource.template.items(list));
  }

  /** `no` where a container may get its permissions from an instance: EC2, external, or not said. */
  fargateOnly(): Answer {
    return fargateOnly(this.resource.read('RequiresCompatibilities'));
  }

  /** The place of a property in this scenario. */
  find(...keys: Path): Value<Place> {
    return this.resource.find(...keys);
  }

  #role(property: string): Value<Role> {
    return roleAt(new ResourceProperty(this.resource.template, this.find(property)));
  }

  #text(...keys: Path): Value<string> {
    return textAt(this.resource.template, this.find(...keys));
  }
}

const definitionOf = memoize((resource: Resource) => new TaskDefinition(resource));

const TASK_DEFINITIONS: Kind = {
  noun: say`task definition`,
  types: ['AWS::ECS::TaskDefinition', 'AWS::ECS::DaemonTaskDefinition'],
  nameProperty: 'Family',
  nameIn: family,
};

/** The task definition at a place that takes its ARN, its family, or its family and revision. */
export function taskDefinitionAt(property: ResourceProperty): Value<TaskDefinition> {
  return andThen(property.resource(TASK_DEFINITIONS), (resource, at) => known(definitionOf(resource), at));
}

/** `family`, `family:revision` or an ARN that ends in either. */
function family(text: string): string {
  const name = text.replace(/^arn:.*:(?:daemon-)?task-definition\//s, '');
  const colon = name.lastIndexOf(':');
  const revision = name.slice(colon + 1);
  return colon > 0 && (/^(?:\d+|\*)$/.test(revision) || onlyPlaceholder(revision))
    ? name.slice(0, colon)
    : name;
}

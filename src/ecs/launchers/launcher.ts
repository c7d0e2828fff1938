import type { Resource } from '../../cfn/scenario/resource.ts';
import type { Template } from '../../cfn/scenario/scenario-template.ts';
import { type Answer, absent, andThen, known, type Unknown, unknown, type Value } from '../../cfn/value.ts';
import { opening, type Sentence, say } from '../../i18n/sentence.ts';
import { isWritten, type Path, type Place } from '../../syntax/place.ts';
import { type Cluster, clusterAt, DEFAULT_CLUSTER } from '../model/cluster.ts';
import { launchesOnFargate } from '../model/fargate.ts';
import { type Network, networkAt, type ResourceList } from '../model/network-configuration.ts';
import { type Role, roleAt } from '../model/role.ts';
import type { RolePermissions } from '../model/role-permissions.ts';
import { type TaskDefinition, taskDefinitionAt } from '../model/task-definition.ts';
import { undeclaredRoleAt } from '../model/undeclared-role.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { booleanInScenario, booleanProperty, textAt } from '../resolve/scalars.ts';

/** What a launcher says about the tasks that it starts. */
export type Setting =
  | 'exec'
  | 'taskDefinition'
  | 'cluster'
  | 'launchType'
  | 'capacityProviders'
  | 'platformVersion'
  | 'network';

/** Where a launcher says each of them. */
export type Settings = Readonly<Record<Setting, Path>>;

/** As the API of ECS itself has them, for `CreateService` and `RunTask`. */
export const ECS_SETTINGS: Settings = {
  exec: ['EnableExecuteCommand'],
  taskDefinition: ['TaskDefinition'],
  cluster: ['Cluster'],
  launchType: ['LaunchType'],
  capacityProviders: ['CapacityProviderStrategy'],
  platformVersion: ['PlatformVersion'],
  network: ['NetworkConfiguration', 'AwsvpcConfiguration'],
};

/** What starts tasks: a service, or a rule, schedule, pipe, job definition or state of a state machine. */
export abstract class Launcher {
  readonly resource: Resource;
  /** What tells it from other launchers of one resource. */
  readonly label: string | undefined;
  #definition: Value<TaskDefinition> | undefined;
  #cluster: Value<Cluster> | undefined;
  #taskRole: Value<Role> | undefined;
  #executionRole: Value<Role> | undefined;
  #undeclaredRole: Value<RolePermissions> | undefined;
  #network: Network | undefined;
  #execInScenario: Answer['is'] | undefined;

  /** What it is to people: `service`, `schedule`. */
  abstract readonly noun: Sentence;
  constructor(resource: Resource, label: string | undefined) {
    this.resource = resource;
    this.label = label;
  }

  /** The place of a setting in this scenario. */
  protected abstract find(setting: Setting): Value<Place>;

  get id(): string {
    return this.label === undefined ? this.resource.id : `${this.resource.id}/${this.label}`;
  }

  get at(): Place {
    return this.resource.at;
  }

  /** For messages: service `Web`. */
  get title(): Sentence {
    return say`${this.noun} \`${this.id}\``;
  }

  /** For messages, as the subject of a sentence. */
  get subject(): Sentence {
    return opening(this.title);
  }

  /** What comes of ECS Exec without a task role: a phrase. */
  get refusal(): Sentence {
    return say`every task that ${this.title} starts with ECS Exec is refused`;
  }

  /** For messages: service `Web` runs `WebTask`. */
  runs(definition: TaskDefinition): Sentence {
    return say`${this.title} runs \`${definition.id}\``;
  }

  protected get template(): Template {
    return this.resource.template;
  }

  /** Where it says what its sessions depend on. */
  references(): readonly Place[] {
    const settings: readonly Setting[] = ['exec', 'taskDefinition', 'cluster'];
    return settings.flatMap(setting => {
      const found = this.find(setting);
      return found.is === 'known' ? [found.value] : [];
    });
  }

  /** Whether `EnableExecuteCommand` is on; `unsure` when that rests on a parameter's default. */
  execEnabled(): Answer {
    return booleanProperty(this.template, this.find('exec'));
  }

  /** Where `EnableExecuteCommand` is written, or would be; nothing where that is not known. */
  execPropertyPlace(): Place | undefined {
    const found = this.find('exec');
    return found.is === 'known' ? found.value : found.is === 'absent' ? found.at : undefined;
  }

  /** Whether it can be on in this scenario, in which a parameter that decides it has one of the values it may have. */
  execInScenario(): Answer['is'] {
    this.#execInScenario ??= booleanInScenario(this.template, this.find('exec'));
    return this.#execInScenario;
  }

  /** Never absent: without one nothing is started. */
  taskDefinition(): Value<TaskDefinition> {
    this.#definition ??= taskDefinitionAt(new ResourceProperty(this.template, this.find('taskDefinition')));
    const definition = this.#definition;
    return definition.is === 'absent' ? unknown(say`it has no task definition`, definition.at) : definition;
  }

  taskRole(): Value<Role> {
    this.#taskRole ??= this.#role('TaskRoleArn', definition => definition.taskRole());
    return this.#taskRole;
  }

  /** The same where no template declares the role, as far as policies in them are attached to it by its name. */
  taskRolePermissions(): Value<RolePermissions> {
    const role = this.taskRole();
    if (role.is !== 'unknown') return role;
    this.#undeclaredRole ??= this.#undeclaredTaskRole(role);
    return this.#undeclaredRole;
  }

  #undeclaredTaskRole(role: Unknown): Value<RolePermissions> {
    const override = this.roleOverride('TaskRoleArn');
    if (roleAt(override).is !== 'absent') return undeclaredRoleAt(override) ?? role;
    const definition = this.taskDefinition();
    return (definition.is === 'known' ? definition.value.undeclaredTaskRole() : undefined) ?? role;
  }

  executionRole(): Value<Role> {
    this.#executionRole ??= this.#role('ExecutionRoleArn', definition => definition.executionRole());
    return this.#executionRole;
  }

  #role(
    property: 'TaskRoleArn' | 'ExecutionRoleArn',
    roleOf: (definition: TaskDefinition) => Value<Role>,
  ): Value<Role> {
    const override = roleAt(this.roleOverride(property));
    return override.is === 'absent' ? andThen(this.taskDefinition(), roleOf) : override;
  }

  cluster(): Value<Cluster> {
    this.#cluster ??= clusterAt(new ResourceProperty(this.template, this.find('cluster')));
    return this.#cluster;
  }

  /** The name or ARN of its cluster; absent where CloudFormation chooses the name. */
  clusterName(): Value<string> {
    const cluster = this.cluster();
    if (cluster.is === 'known' && cluster.unsure === undefined) return cluster.value.name();
    const written = textAt(this.template, this.find('cluster'));
    return written.is === 'absent' ? known(DEFAULT_CLUSTER, written.at) : written;
  }

  /** `FARGATE`, `EC2` or `EXTERNAL`; absent where that is left to capacity providers. */
  launchType(): Value<string> {
    return textAt(this.template, this.find('launchType'));
  }

  /** `yes` when its tasks run on Fargate only, by its own word or its task definition's. */
  onFargate(): Answer {
    const definition = this.taskDefinition();
    const isSure = definition.is === 'known' && definition.unsure === undefined;
    const compatible = isSure ? definition.value.fargateOnly() : undefined;
    if (compatible?.is === 'yes') return compatible;
    const providers = andThen(this.find('capacityProviders'), at => this.template.read(at));
    const doubt: Answer = { is: 'unknown', at: definition.at, why: say`its task definition is not known` };
    return launchesOnFargate(this.launchType(), providers) ?? compatible ?? doubt;
  }

  /** The capacity providers of its own strategy; absent where that is left to the cluster. */
  capacityProviders(): Value<ResourceList> {
    const { template } = this;
    const items = andThen(this.find('capacityProviders'), at => template.items(at));
    return andThen(items, (strategy, at) => {
      const providers = strategy.map(each =>
        new ResourceProperty(template, template.find(each, 'CapacityProvider')).target(),
      );
      return known(providers, at);
    });
  }

  /** Absent means the latest. */
  platformVersion(): Value<string> {
    return textAt(this.template, this.find('platformVersion'));
  }

  network(): Network {
    this.#network ??= networkAt(this.template, this.find('network'));
    return this.#network;
  }

  /** Where it says whether tasks have public addresses; itself where it does not say. */
  publicIpPlace(): Place {
    const { at } = this.network().assignPublicIp;
    return isWritten(at) ? at : this.at;
  }

  /** The role that is given to its tasks in place of the one that their task definition names. */
  protected roleOverride(_property: 'TaskRoleArn' | 'ExecutionRoleArn'): ResourceProperty {
    return new ResourceProperty(this.template, absent(this.at));
  }
}

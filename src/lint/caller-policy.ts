import { hasPlaceholder, partsOf } from '../cfn/functions/placeholder.ts';
import { namesAnother, writtenText } from '../cfn/functions/qualified-name.ts';
import { Scenarios } from '../cfn/scenario/scenarios.ts';
import { TemplateSet, type TemplateSetOptions } from '../cfn/scenario/template-set.ts';
import { certain } from '../cfn/value.ts';
import type { Launcher } from '../ecs/launchers/launcher.ts';
import { OF_A_SESSION } from '../ecs/logging/key-permissions.ts';
import { EXECUTE_COMMAND, GENERATE_DATA_KEY, START_SESSION } from '../ecs/model/actions.ts';
import type { Key } from '../ecs/model/key.ts';
import type { Document } from '../syntax/document.ts';
import type { Json, JsonObject } from '../syntax/json-value.ts';
import type { Place } from '../syntax/place.ts';
import { launcherOf, subjects } from './subject.ts';

/** For whom a caller policy is: which services, and under which tags. */
export interface CallerPolicyOptions extends TemplateSetOptions {
  /** The logical ids of services; without any, all of them. */
  readonly services: readonly string[];
  /** Tags that clusters and tasks must have, by key. */
  readonly tags: Readonly<Record<string, string>>;
}

/** The least policy for those who run `execute-command`, as a CloudFormation template. */
export interface CallerPolicy {
  /** The services and other launchers that it is for, by logical id. */
  readonly services: readonly string[];
  readonly template: JsonObject;
}

/**
 * The least policy for those who run `execute-command` on the launchers of templates. What the templates do not name,
 * such as a cluster whose name CloudFormation chooses, is a parameter of it.
 *
 * AWS checks `ecs:ExecuteCommand` on the cluster and on the task, the AWS CLI calls `ecs:DescribeTasks`, and the caller
 * generates the data key where sessions are encrypted with a KMS key.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-limit-access-start-session
 */
export function callerPolicy(
  documents: readonly Document[],
  { services, tags, ...options }: CallerPolicyOptions,
): CallerPolicy {
  const targets = targetsIn(documents, services, options);
  const parameters = new Parameters();
  const clusters = new Set(targets.map(each => parameters.clusterName(each)));
  const keys = targets.flatMap(each => each.keys.map(key => keyStatement(key, parameters)));
  const onTag = Object.fromEntries(
    Object.entries(tags).map(([name, value]) => [`aws:ResourceTag/${name}`, value]),
  );
  const condition = Object.keys(onTag).length > 0 && { Condition: { StringEquals: onTag } };
  const tasks = [...clusters].map(name => arn('ecs', `task/${name}/*`));
  const statements: JsonObject[] = [
    {
      Sid: 'ExecuteCommand',
      Effect: 'Allow',
      Action: EXECUTE_COMMAND,
      Resource: [...[...clusters].map(name => arn('ecs', `cluster/${name}`)), ...tasks],
      ...condition,
    },
    { Sid: 'DescribeTasks', Effect: 'Allow', Action: 'ecs:DescribeTasks', Resource: tasks, ...condition },
    ...distinct(keys),
    {
      Sid: 'DenySessionsBypassingEcs',
      Effect: 'Deny',
      Action: START_SESSION,
      Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:ecs:*:*:task/*' },
    },
  ];
  return {
    services: [...new Set(targets.map(each => each.id))],
    template: {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: 'Allows running aws ecs execute-command',
      ...(parameters.isEmpty ? {} : { Parameters: parameters.toJson() }),
      Resources: {
        EcsExecCallerPolicy: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { PolicyDocument: { Version: '2012-10-17', Statement: statements } },
        },
      },
      Outputs: { PolicyArn: { Value: { Ref: 'EcsExecCallerPolicy' } } },
    },
  };
}

/** A launcher in one scenario: where its tasks run, and what encrypts their sessions. */
interface Target {
  readonly id: string;
  readonly cluster: {
    /** As far as it is known. */
    readonly name: string | undefined;
    /** Its logical id, where a template has it. */
    readonly id: string | undefined;
    /** Tells it from clusters of other templates. */
    readonly identity: string;
  };
  /** `unknown` where the cluster is in no template. */
  readonly keys: readonly (Key | 'unknown')[];
}

function targetsIn(
  documents: readonly Document[],
  services: readonly string[],
  options: TemplateSetOptions,
): readonly Target[] {
  return new TemplateSet(documents, options).stacks.flatMap(stack => {
    const scenarios = new Scenarios(stack);
    return subjects(scenarios).flatMap(subject => {
      if (services.length > 0 && !services.includes(subject.resource)) return [];
      const { answers } = scenarios.explore(template => {
        const launcher = launcherOf(template, subject);
        const isMeant = launcher && (subject.isService || launcher.execInScenario() === 'yes');
        return isMeant ? targetOf(launcher) : undefined;
      });
      return answers.flatMap(({ value }) => value ?? []);
    });
  });
}

function targetOf(launcher: Launcher): Target {
  const found = launcher.cluster();
  const cluster = certain(found);
  const key = cluster?.sessionKey();
  return {
    id: launcher.id,
    cluster: {
      name: certain(launcher.clusterName())?.replace(/^arn:.*:cluster\//s, ''),
      id: cluster?.id,
      identity: identity(cluster?.at ?? found.at),
    },
    keys: !key ? ['unknown'] : key.is === 'absent' ? [] : [certain(key) ?? 'unknown'],
  };
}

function identity({ document, path }: Place): string {
  return JSON.stringify([document.file, path]);
}

function keyStatement(key: Key | 'unknown', parameters: Parameters): JsonObject {
  const written = key === 'unknown' || key.written === undefined ? undefined : parameters.keyArn(key);
  const common = { Effect: 'Allow', Action: GENERATE_DATA_KEY };
  return written === undefined
    ? { ...common, Resource: '*', Condition: OF_A_SESSION }
    : { ...common, Resource: written };
}

/** One statement for all keys that are known, and one for those that are not. */
function distinct(statements: readonly JsonObject[]): readonly JsonObject[] {
  const written = [...new Set(statements.map(each => JSON.stringify(each)))];
  return written.map((each, i) => ({ Sid: `GenerateDataKey${i === 0 ? '' : i + 1}`, ...JSON.parse(each) }));
}

function arn(service: string, resource: string): Json {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}` };
}

/** The parameters of the policy's template, by what they stand for. */
class Parameters {
  readonly #parameters = new Map<string, { readonly name: string; readonly description: string }>();

  get isEmpty(): boolean {
    return this.#parameters.size === 0;
  }

  /** The name of a cluster, as `Fn::Sub` has it. */
  clusterName({ cluster: { name, id = 'Cluster', identity: key } }: Target): string {
    if (name !== undefined && !hasPlaceholder(name)) return name.replaceAll('${', '${!');
    return `\${${this.#add(key, `${id}Name`, 'The name of the ECS cluster')}}`;
  }

  /** The ARN of a key: what the account and the region are is known to every template. */
  keyArn(key: Key): Json {
    const [text] = key.arns;
    const isLiteral =
      text !== undefined &&
      !namesAnother(text) &&
      partsOf(text).every((part, i) => i % 2 === 0 || part.startsWith('AWS::'));
    if (isLiteral) return writtenText(text) ?? text;
    const { resource, at } = key;
    return {
      Ref: this.#add(
        identity(resource?.at ?? at),
        `${resource?.id ?? 'Key'}Arn`,
        'The ARN of the KMS key that encrypts sessions',
      ),
    };
  }

  #add(key: string, wanted: string, description: string): string {
    const known = this.#parameters.get(key);
    if (known) return known.name;
    const names = [...this.#parameters.values()].map(each => each.name);
    const stem = wanted.replace(/[^A-Za-z0-9]/g, '');
    let name = stem;
    for (let i = 2; names.includes(name); i++) name = `${stem}${i}`;
    this.#parameters.set(key, { name, description });
    return name;
  }

  toJson(): JsonObject {
    return Object.fromEntries(
      [...this.#parameters.values()].map(({ name, description }) => [
        name,
        { Type: 'String', Description: description },
      ]),
    );
  }
}

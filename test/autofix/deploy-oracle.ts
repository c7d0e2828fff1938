import type { Document } from '../../src/index.ts';
import { isArray, isObject, type Json, type JsonObject, property } from '../../src/syntax/json-value.ts';
import { toJson } from '../../src/syntax/node.ts';

/**
 * What can be said of a template by plain reading, without the product's own model of it: which services ECS rejects,
 * and which names lead to nothing. It knows less, and what it says is certain.
 */
export interface PlainReading {
  /**
   * The services with ECS Exec on whose task definition has no task role; all where the template is rejected anyway.
   */
  readonly rejected: readonly string[];
  /** Names that `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn` and `Condition` use and nobody declares. */
  readonly unresolved: readonly string[];
}

export function readPlainly({ root }: Document): PlainReading {
  const template = toJson(root);
  if (!isObject(template)) return { rejected: [], unresolved: [] };
  const resources = section(template, 'Resources');
  return {
    rejected: Object.keys(resources).filter(
      id => isService(resources, id) && (isRejected(resources, id) || hasStrayFlag(resources)),
    ),
    unresolved: isComputed(template) ? [] : unresolvedIn(template, resources),
  };
}

function isService(resources: JsonObject, id: string): boolean {
  return property(resourceOf(resources, id), 'Type') === 'AWS::ECS::Service';
}

function isRejected(resources: JsonObject, id: string): boolean {
  const service = resourceOf(resources, id);
  const properties = section(service, 'Properties');
  if (String(property(properties, 'EnableExecuteCommand')) !== 'true') return false;
  const pointer = property(properties, 'TaskDefinition');
  const target = isObject(pointer) ? property(pointer, 'Ref') : undefined;
  const definition = resourceOf(resources, typeof target === 'string' ? target : '');
  if (property(definition, 'Type') !== 'AWS::ECS::TaskDefinition') return false;
  const own = section(definition, 'Properties');
  return Object.keys(own).length > 0 && !Object.keys(own).some(key => /^(?:TaskRoleArn|Fn::.*)$/.test(key));
}

/** CloudFormation rejects the whole template for a property that it does not know. */
function hasStrayFlag(resources: JsonObject): boolean {
  return Object.keys(resources).some(id => {
    const { Type: type, ...rest } = resourceOf(resources, id);
    const isHolder =
      /^AWS::(?:ECS::(?:Service|Daemon)|Events::Rule|Scheduler::|Pipes::|Batch::|.*StateMachine$)/;
    const keys = keysBelow(rest).filter(key => /^enable[-_]?exec/i.test(key));
    return keys.some(key => key !== 'EnableExecuteCommand' || !isHolder.test(String(type)));
  });
}

function keysBelow(value: Json): readonly string[] {
  if (isArray(value)) return value.flatMap(keysBelow);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysBelow(inner)]);
}

/** A macro, a loop or an include may declare anything. */
function isComputed(template: JsonObject): boolean {
  const text = JSON.stringify(template);
  return 'Transform' in template || /"Fn::(?:ForEach|Transform)|"!(?!Ref|GetAtt|Sub|If)/.test(text);
}

function unresolvedIn(template: JsonObject, resources: JsonObject): readonly string[] {
  const names = new Set([...Object.keys(resources), ...Object.keys(section(template, 'Parameters'))]);
  const conditions = new Set(Object.keys(section(template, 'Conditions')));
  const found: string[] = [];
  const use = (name: Json | undefined, known: ReadonlySet<string>): void => {
    if (typeof name !== 'string' || name.startsWith('AWS::') || known.has(name)) return;
    found.push(name);
  };
  const walk = (value: Json): void => {
    if (isArray(value)) for (const item of value) walk(item);
    if (!isObject(value)) return;
    const keys = Object.keys(value);
    for (const [key, inner] of Object.entries(value)) {
      if (keys.length === 1 && key === 'Ref') use(inner, names);
      if (keys.length === 1 && key === 'Fn::GetAtt')
        use(isArray(inner) ? inner[0] : String(inner).split('.')[0], names);
      if (keys.length === 1 && key === 'Fn::Sub') for (const name of substituted(inner)) use(name, names);
      if (keys.length === 1 && key === 'Fn::If' && isArray(inner)) use(inner[0], conditions);
      walk(inner);
    }
  };
  for (const id of Object.keys(resources)) {
    const resource = resourceOf(resources, id);
    walk(resource);
    const dependencies = property(resource, 'DependsOn') ?? [];
    for (const each of isArray(dependencies) ? dependencies : [dependencies]) use(each, names);
    use(property(resource, 'Condition'), conditions);
  }
  walk(section(template, 'Outputs'));
  return found;
}

function substituted(argument: Json): readonly string[] {
  const [pattern, own] = isArray(argument) ? argument : [argument];
  const given = isObject(own) ? Object.keys(own) : [];
  return [...String(pattern).matchAll(/\$\{([^!}.]+)[^}]*\}/g)]
    .map(match => (match[1] ?? '').trim())
    .filter(name => !given.includes(name));
}

function section(map: JsonObject, key: string): JsonObject {
  const value = property(map, key);
  return isObject(value) ? value : {};
}

function resourceOf(resources: JsonObject, id: string): JsonObject {
  return section(resources, id);
}

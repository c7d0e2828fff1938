import { stringify } from 'yaml';
import { isArray, isObject, type Json, type JsonObject, property } from '../../src/syntax/json-value.ts';

/** A template as text and as data, in which every function has its long form. */
export interface Written {
  readonly text: string;
  readonly data: JsonObject;
}

/** A way to write a template that changes nothing about what it says. */
export interface Spelling {
  readonly name: string;
  /** What it is written in; nothing for what the template itself is. */
  readonly format?: 'json' | 'yaml';
  /** False where a map that stands for a text by mistake is no such map any more. */
  readonly keepsMaps?: false;
  readonly text: (template: Written) => string;
}

export const SPELLINGS: readonly Spelling[] = [
  { name: 'in JSON', format: 'json', text: ({ data }) => json(data) },
  { name: 'in YAML with the long forms of functions', format: 'yaml', text: ({ data }) => yaml(data) },
  { name: 'in YAML in flow style', format: 'yaml', text: ({ data }) => yaml(data, 'flow') },
  { name: 'with Windows line ends', text: ({ text }) => text.replace(/\r?\n/g, '\r\n') },
  { name: 'with its keys in reverse order', format: 'json', text: ({ data }) => json(reversed(data)) },
  { name: 'with both branches of a condition', format: 'json', text: ({ data }) => json(withBranches(data)) },
  {
    name: 'with its texts in a mapping',
    format: 'json',
    keepsMaps: false,
    text: ({ data }) => json(withMapping(data)),
  },
  {
    name: 'with its texts in Fn::Sub',
    format: 'json',
    keepsMaps: false,
    text: ({ data }) => json(withTexts(data, text => ({ 'Fn::Sub': text }))),
  },
  {
    name: 'with its texts in Fn::Join',
    format: 'json',
    keepsMaps: false,
    text: ({ data }) => json(withTexts(data, text => ({ 'Fn::Join': ['', [text]] }))),
  },
];

function json(data: Json): string {
  return JSON.stringify(data, undefined, 2);
}

function yaml(data: Json, collectionStyle: 'any' | 'flow' = 'any'): string {
  return stringify(data, {
    collectionStyle,
    aliasDuplicateObjects: false,
    version: '1.1',
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
}

function reversed(value: Json): Json {
  if (isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, reversed(each)] as const)
      .reverse(),
  );
}

const CONDITION = 'HasOtherSpelling';

function withBranches(data: JsonObject): JsonObject {
  const branched = inProperties(data, value =>
    value === null ? value : { 'Fn::If': [CONDITION, value, value] },
  );
  return {
    ...branched,
    Parameters: { ...section(data, 'Parameters'), OtherSpelling: { Type: 'String' } },
    Conditions: {
      ...section(data, 'Conditions'),
      [CONDITION]: { 'Fn::Equals': [{ Ref: 'OtherSpelling' }, 'yes'] },
    },
  };
}

const MAPPING = 'OtherSpelling';

function withMapping(data: JsonObject): JsonObject {
  const texts: string[] = [];
  const mapped = withTexts(data, text => {
    texts.push(text);
    return { 'Fn::FindInMap': [MAPPING, 'Texts', `T${texts.length - 1}`] };
  });
  const map = Object.fromEntries(texts.map((text, i) => [`T${i}`, text]));
  return { ...mapped, Mappings: { ...section(data, 'Mappings'), [MAPPING]: { Texts: map } } };
}

/** With something in place of every text in the properties of resources that is in no function. */
function withTexts(data: JsonObject, write: (text: string) => Json): JsonObject {
  const inValue = (value: Json): Json => {
    if (typeof value === 'string') return isPlain(value) ? write(value) : value;
    if (isArray(value)) return value.map(inValue);
    if (!isObject(value) || isFunction(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inValue(each)]));
  };
  return inProperties(data, inValue);
}

/** What CloudFormation reads from a store, or a state machine substitutes, is in no function. */
function isPlain(text: string): boolean {
  return text !== '' && !text.includes('{{resolve:') && !text.includes('${');
}

function isFunction(value: JsonObject): boolean {
  return Object.keys(value).some(key => key === 'Ref' || key.startsWith('Fn::') || key.startsWith('!'));
}

function inProperties(data: JsonObject, change: (value: Json) => Json): JsonObject {
  const resources = Object.entries(section(data, 'Resources')).map(([id, resource]) => {
    const properties = isObject(resource) ? property(resource, 'Properties') : undefined;
    if (!isObject(resource) || !isObject(properties) || isFunction(properties)) return [id, resource];
    const changed = Object.entries(properties).map(([key, value]) => [key, change(value)]);
    return [id, { ...resource, Properties: Object.fromEntries(changed) }];
  });
  return { ...data, Resources: Object.fromEntries(resources) };
}

function section(data: JsonObject, name: string): JsonObject {
  const found = property(data, name);
  return isObject(found) ? found : {};
}

import oasis from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import type { AnySchema } from 'ajv';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import Draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import schema from '../../schema/report.schema.json' with { type: 'json' };

/** The published schema allows for more to come; here a new key has to be in it. */
const closed: AnySchemaObject = JSON.parse(JSON.stringify(schema), (_, value) => {
  const isOpen = value?.properties !== undefined && value.additionalProperties === undefined;
  return isOpen ? { ...value, additionalProperties: false } : value;
});

const ajv: Ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
const isReport: ValidateFunction = ajv.compile(closed);

export function jsonProblems(content: unknown): readonly unknown[] {
  isReport(content);
  return isReport.errors ?? [];
}

/** What a schema has against a log of SARIF: that of OASIS, when it is no other. */
export function sarifProblems(log: Log, schema: AnySchema = oasis): readonly unknown[] {
  const ajv = new Draft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  validate(log);
  return validate.errors ?? [];
}

/** What keeps GitLab from taking a code quality report: it drops a wrong one in silence. */
export function gitlabProblems(json: string): readonly string[] {
  const content: unknown = JSON.parse(json);
  if (!Array.isArray(content)) return ['it is no list'];
  const seen = new Set<unknown>();
  return content.flatMap((each, i) => {
    const { description, check_name, fingerprint, severity, location } = each;
    const isNew = !seen.has(fingerprint);
    seen.add(fingerprint);
    const holds = {
      description: typeof description === 'string' && description !== '',
      check_name: typeof check_name === 'string',
      fingerprint: typeof fingerprint === 'string' && fingerprint !== '' && isNew,
      severity: ['info', 'minor', 'major', 'critical', 'blocker'].includes(severity),
      path: typeof location.path === 'string' && !/^\.?\//.test(location.path),
      line: Number.isInteger(location.lines.begin) && location.lines.begin >= 1,
    };
    return Object.entries(holds).flatMap(([key, is]) => (is ? [] : [`${i}: ${key}`]));
  });
}

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** By a parser that knows what XML 1.0 forbids. */
export function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', text => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.write(xml).close();
  const [suites] = root.children;
  if (!suites) throw new Error('There is no element.');
  return suites;
}

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line of a log as the runner of GitHub Actions does. */
export function readCommand(line: string): Command {
  const [, name = '', written = '', data = ''] = /^::([a-z]+) (.*?)::(.*)$/s.exec(line) ?? [];
  const plain = (text: string): string =>
    text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
  const properties = written.split(',').map((each): [string, string] => {
    const [key = '', ...value] = each.split('=');
    return [key, plain(value.join('=').replace(/%3A/g, ':').replace(/%2C/g, ','))];
  });
  return { name, properties: Object.fromEntries(properties), message: plain(data) };
}

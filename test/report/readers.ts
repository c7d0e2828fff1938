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

/**
 * What GitLab takes for one finding of a code quality report, as its documentation has it:
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. It drops a wrong one in silence.
 */
const CODE_QUALITY: AnySchemaObject = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', minLength: 1, not: { pattern: '^\\.?/' } },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: {
              begin: { type: 'integer', minimum: 1 },
              end: { type: 'integer', minimum: 1 },
            },
          },
        },
      },
    },
  },
};
const isCodeQuality: ValidateFunction = ajv.compile(CODE_QUALITY);

/** What keeps GitLab from showing all of a code quality report: of several findings with one fingerprint it shows one. */
export function gitlabProblems(json: string): readonly unknown[] {
  const content = JSON.parse(json);
  isCodeQuality(content);
  if (isCodeQuality.errors) return isCodeQuality.errors;
  const seen = new Set(content.map((each: { fingerprint: string }) => each.fingerprint));
  return seen.size === content.length ? [] : ['several findings have one fingerprint'];
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

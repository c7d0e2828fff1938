import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint, parse, type Report, rules } from '../../src/index.ts';
import { json } from '../../src/report/json.ts';
import { PLAIN, type View } from '../../src/report/view.ts';
import { whole } from '../cli/harness.ts';

const VIEW: View = {
  version: '1.2.3',
  pedantic: true,
  columns: 80,
  paint: PLAIN,
  measure: text => text.length,
};

/** Checks the contract: every key, in its type, and no other. A new key is a new line here. */
type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'path'
  | readonly [Shape]
  | { readonly [key: string]: Shape }
  | Nullable;
interface Nullable {
  readonly nullOr: Shape;
}

const POSITION = { line: 'number', column: 'number', offset: 'number' } as const;
const RANGE = { start: POSITION, end: POSITION };
const DOCUMENT: Shape = {
  version: 'number',
  tool: { name: 'string', version: 'string' },
  summary: {
    files: 'number',
    skipped: 'number',
    errors: 'number',
    warnings: 'number',
    infos: 'number',
    ignored: 'number',
    fixable: { safe: 'number', unsafe: 'number' },
  },
  findings: [
    {
      ruleId: 'string',
      severity: 'string',
      message: 'string',
      file: 'string',
      range: RANGE,
      path: 'path',
      resource: { nullOr: 'string' },
      sure: 'boolean',
      scenarios: [{}],
      related: [{ message: 'string', path: 'path', range: RANGE }],
      fix: {
        nullOr: {
          safety: 'string',
          title: 'string',
          edits: [{ start: 'number', end: 'number', text: 'string' }],
        },
      },
      url: 'string',
    },
  ],
  services: [
    {
      resource: 'string',
      file: 'string',
      verdict: 'string',
      checks: [{ id: 'string', status: 'string', detail: 'string', line: { nullOr: 'number' } }],
    },
  ],
  fixes: {
    applied: [{ ruleId: 'string', file: 'string', title: 'string' }],
    refused: [{ ruleId: 'string', file: 'string', why: 'string' }],
  },
};

function mismatch(value: unknown, shape: Shape, at: string): readonly string[] {
  if (typeof shape === 'string') {
    const fits =
      shape === 'path'
        ? Array.isArray(value) && value.every(each => ['string', 'number'].includes(typeof each))
        : typeof value === shape;
    return fits ? [] : [`${at} is no ${shape}: ${JSON.stringify(value)}`];
  }
  if (isList(shape))
    return Array.isArray(value)
      ? value.flatMap((each, i) => mismatch(each, shape[0], `${at}[${i}]`))
      : [`${at} is no list`];
  if ('nullOr' in shape && isShape(shape.nullOr))
    return value === null ? [] : mismatch(value, shape.nullOr, at);
  if (typeof value !== 'object' || value === null) return [`${at} is no map`];
  const keys = new Set([...Object.keys(value), ...Object.keys(shape)]);
  if (Object.keys(shape).length === 0) return [];
  return [...keys].flatMap(key => {
    const inner: unknown = Reflect.get(shape, key);
    if (!isShape(inner)) return [`${at}.${key} is not in the contract`];
    return mismatch(Reflect.get(value, key), inner, `${at}.${key}`);
  });
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function isShape(value: unknown): value is Shape {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}

const read = (report: Report): ReturnType<typeof JSON.parse> => JSON.parse(json(report, VIEW));

describe('the JSON report keeps its contract', () => {
  const names = ['fargate-stack.yml', 'fargate-stack.json', 'ready.yml', 'no-ecs.yml', 'bare-service.yml'];

  test.each(names)('%s', async name => {
    const document = parse(name, whole(name));
    const options = { ...DEFAULT_OPTIONS, pedantic: true };
    const before = read(lint([document], options));
    const after = read((await fix([document], { ...options, unsafe: true })).report);
    expect([...mismatch(before, DOCUMENT, ''), ...mismatch(after, DOCUMENT, '')]).toEqual([]);
  });

  test('a finding', () => {
    const { findings, summary, tool, version } = read(
      lint([parse('a.yml', whole('fargate-stack.yml'))], DEFAULT_OPTIONS),
    );
    expect([version, tool]).toEqual([1, { name: 'ecs-exec-lint', version: '1.2.3' }]);
    const off = findings.find((each: { ruleId: string }) => each.ruleId === 'exec-not-enabled');
    expect(off).toMatchObject({
      severity: 'error',
      file: 'a.yml',
      range: { start: { line: 22, column: 3 }, end: { line: 22, column: 10 } },
      path: ['Resources', 'Service'],
      resource: 'Service',
      sure: true,
      scenarios: [],
      fix: { safety: 'safe' },
    });
    expect(off.fix.edits[0].text).toContain('EnableExecuteCommand: true');
    expect(summary.errors).toBe(
      findings.filter((each: { severity: string }) => each.severity === 'error').length,
    );
  });

  test('every service has a check for each rule that judges services, but for those that only advise', () => {
    const { services } = read(lint([parse('a.yml', whole('ready.yml'))], DEFAULT_OPTIONS));
    const asked = rules.filter(each => each.policy === undefined || each.policy === 'required');
    const judging = asked
      .filter(each => each.severity !== 'info' && (each.checkService ?? each.checkLauncher))
      .map(each => each.id);
    expect(services[0].checks.map((each: { id: string }) => each.id)).toEqual(judging);
    expect(judging).toEqual(
      expect.arrayContaining([
        'exec-not-enabled',
        'task-role-missing',
        'task-role-lacks-ssmmessages',
        'ssmmessages-on-execution-role',
        'ssmmessages-restricted',
        'logging-not-overridden',
        'task-role-lacks-log-permissions',
      ]),
    );
  });
});

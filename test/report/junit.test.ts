import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, type Report } from '../../src/index.ts';
import { junit } from '../../src/report/junit.ts';
import { FAULTY, READY, WARNED } from '../cli/harness.ts';
import { type Element, readXml } from './readers.ts';
import { EVIL, EVIL_FILE, report, reportOn, VIEW } from './support.ts';

const suitesOf = (said: Report): readonly Element[] => readXml(junit(said, VIEW)).children;
const testcasesIn = ({ children }: Element): readonly Element[] =>
  children.filter(each => each.name === 'testcase');
const casesOf = (said: Report): readonly Element[] => suitesOf(said).flatMap(testcasesIn);
const statusOf = ({ children }: Element): string => children[0]?.name ?? 'passed';

describe.each([
  ['a faulty template', report(FAULTY)],
  ['nothing found', report(READY)],
  ['nothing read', lint([], DEFAULT_OPTIONS)],
  ['hostile names', report(EVIL, EVIL_FILE)],
  ['a text that does not parse', report('Resources:\n  A: {\n')],
])('%s', (_, said) => {
  test('is XML that adds up', () => {
    const suites = readXml(junit(said, VIEW));
    expect(suites.name).toBe('testsuites');
    expect(suites.children).toHaveLength(said.documents.length);
    const count = (cases: readonly Element[], status: string): string =>
      String(cases.filter(each => statusOf(each) === status).length);
    for (const suite of [suites, ...suites.children]) {
      const cases = suite === suites ? casesOf(said) : testcasesIn(suite);
      expect(suite.attributes).toMatchObject({
        tests: String(cases.length),
        failures: count(cases, 'failure'),
        skipped: count(cases, 'skipped'),
      });
    }
  });

  test('has names that are there once', () => {
    const names = casesOf(said).map(each => `${each.attributes.classname} ${each.attributes.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('tells of every finding', () => {
    const told = casesOf(said).flatMap(each => each.children.map(child => child.attributes.message ?? ''));
    const messages = said.findings.filter(each => each.sure).map(each => String(each.message));
    for (const message of messages.filter(each => !/[\p{Cc}\p{Cf}\p{Cs}]|##/u.test(each)))
      expect(
        told.some(each => each.startsWith(message)),
        message,
      ).toBe(true);
  });
});

test('a case is a check of a service: passed, failed or undecided', () => {
  const said = report(FAULTY);
  const status = new Map(casesOf(said).map(each => [each.attributes.name, statusOf(each)]));
  expect(status.get('Service: exec-not-enabled')).toBe('failure');
  expect(status.get('Service: task-role-missing')).toBe('passed');
  const undecided = casesOf(report('Resources:\n  A: {Type: AWS::ECS::Service}\n'));
  const [skipped] = undecided.filter(each => each.attributes.name === 'A: task-role-missing');
  expect(skipped?.children[0]).toMatchObject({ name: 'skipped', attributes: { message: /is not known/ } });
});

test('a case says in which file and line, and that it took no time', () => {
  const said = report(FAULTY);
  for (const { attributes } of casesOf(said)) {
    expect(attributes).toMatchObject({ file: 'a.yml', time: '0' });
    expect(FAULTY.split('\n')[Number(attributes.line) - 1]).toMatch(/\S/);
  }
  const line = (name: string): number | undefined =>
    Number(casesOf(said).find(each => each.attributes.name === name)?.attributes.line);
  const lineOf = (text: string): number => FAULTY.split('\n').findIndex(each => each.startsWith(text)) + 1;
  expect(line('Service: task-role-lacks-ssmmessages')).toBe(lineOf('  TaskRole:'));
  expect(line('Service: task-role-missing')).toBe(lineOf('  Service:'));
  const suites = readXml(junit(said, VIEW));
  for (const each of [suites, ...suites.children]) expect(each.attributes.time).toBe('0');
});

test('a failure says how severe it is, and where', () => {
  const [warning] = casesOf(report(WARNED)).filter(each => statusOf(each) === 'failure');
  expect(warning?.children[0]?.attributes.type).toBe('warning');
  expect(warning?.children[0]?.text).toMatch(/^a\.yml:\d+: /);
});

test('a suite is a template', () => {
  const said = reportOn({ 'b.yml': READY, 'a.yml': FAULTY });
  expect(suitesOf(said).map(each => each.attributes.name)).toEqual(['a.yml', 'b.yml']);
});

test('rules that do not count have no cases', () => {
  const view = { ...VIEW, counts: (id: string) => id === 'exec-not-enabled' };
  const [suite] = readXml(junit(report(READY), view)).children;
  expect(suite && testcasesIn(suite).map(each => each.attributes.name)).toEqual([
    'Service: exec-not-enabled',
  ]);
});

test('both answers about a service are a property of its suite', () => {
  const [suite] = suitesOf(report(FAULTY));
  const [properties] = suite?.children ?? [];
  expect(properties?.children.map(each => each.attributes)).toEqual([
    { name: 'Service', value: 'opens: no · recorded: no' },
  ]);
});

test('what was not asked is skipped, and says why', () => {
  const [skipped] = casesOf(report(READY)).filter(each =>
    /session-manager-unreachable/.test(each.attributes.name ?? ''),
  );
  expect(skipped?.children[0]?.name).toBe('skipped');
  const off = 'Resources:\n  A: {Type: AWS::ECS::Service} # ecs-exec-lint: ignore[exec-not-enabled]\n';
  const [exempt, ...others] = casesOf(report(off));
  expect(exempt?.attributes.name).toBe('A: not checked');
  expect(exempt?.children[0]?.attributes.message).toMatch(/nothing else was asked/);
  expect(others).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/index.ts';
import { github } from '../../src/report/github.ts';
import { FAULTY, OFF, READY } from '../cli/harness.ts';
import { type Command, readCommand } from './readers.ts';
import { EVIL, EVIL_FILE, report, VIEW } from './support.ts';

const commands = (said: Report): readonly Command[] =>
  github(said, VIEW).split('\n').slice(0, -1).map(readCommand);

test('a line a finding, and nothing when there is none', () => {
  const said = report(FAULTY);
  const read = commands(said);
  expect(read.map(each => each.properties.title)).toEqual(said.findings.map(each => each.ruleId));
  const [off] = commands(report(OFF));
  expect(off).toEqual({
    name: 'error',
    properties: {
      file: 'a.yml',
      line: '2',
      endLine: '2',
      col: '3',
      endColumn: '10',
      title: 'exec-not-enabled',
    },
    message:
      'Service `Service` does not set `EnableExecuteCommand`: every `execute-command` on it is refused. Fix: Set `EnableExecuteCommand` to true (`--fix`).',
  });
  expect(github({ ...report(READY), findings: [] }, VIEW)).toBe('');
});

test('columns are given only for what is on one line', () => {
  const said = report(OFF);
  const findings = said.findings.map(each => ({
    ...each,
    range: { ...each.range, end: { ...each.range.end, line: 9 } },
  }));
  expect(commands({ ...said, findings })[0]?.properties).toEqual({
    file: 'a.yml',
    line: '2',
    endLine: '9',
    title: 'exec-not-enabled',
  });
});

test('levels are those of GitHub', () => {
  const said = report(OFF);
  const severities = (['error', 'warning', 'info'] as const).map(severity => ({
    ...said,
    findings: said.findings.map(each => ({ ...each, severity })),
  }));
  expect(severities.flatMap(commands).map(each => each.name)).toEqual(['error', 'warning', 'notice']);
});

describe('hostile names', () => {
  test('stay in the property or message that they are in', () => {
    const said = report(EVIL, EVIL_FILE);
    const [summary, ...read] = commands(said);
    expect(summary?.message).toContain('GitHub shows 10 annotations of a level');
    expect(read.length).toBe(said.findings.length);
    for (const [i, { name, properties }] of read.entries()) {
      expect(name).toBe('error');
      expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
      expect(properties.file).toBe('we, %ird:日本\\u001b\\u000a::error::<b>`|.yml');
      expect(properties.line).toBe(String(said.findings[i]?.range.start.line));
    }
  });
});

test('more than GitHub shows are announced once, and all are there', () => {
  const services = Array.from({ length: 11 }, (_, i) => `  S${i}: {Type: AWS::ECS::Service}\n`).join('');
  const [first, ...others] = commands(report(`Resources:\n${services}`));
  expect(first).toEqual({
    name: 'notice',
    properties: { title: 'ecs-exec-lint' },
    message: '11 errors. GitHub shows 10 annotations of a level; the log of this step has all.',
  });
  expect(others).toHaveLength(11);
});

import { describe, expect, test } from 'vitest';
import { fits } from '../../src/cli/args/pattern.ts';
import { folder, run } from './harness.ts';

const TEMPLATE = `Parameters:
  Exec:
    Type: String
    AllowedValues: ["true", "false"]
  Name:
    Type: String
    Default: app
    AllowedPattern: "[a-z]+"
  Slow:
    Type: String
    Default: a
    AllowedPattern: "(a+)+"
  Sizes:
    Type: CommaDelimitedList
    Default: "1"
    AllowedValues: ["1", "2"]
  Count:
    Type: Number
    Default: 1
  Stored:
    Type: AWS::SSM::Parameter::Value<String>
    Default: /some/name
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shared
      TaskDefinition: app
      EnableExecuteCommand: !Ref Exec
`;

/** Whether the service has exec enabled, as far as the tool knows. */
function status(files: Record<string, string>, ...args: string[]): string {
  const { out, err } = run(folder({ 'a.yml': TEMPLATE, ...files }), ['-f', 'json', ...args, 'a.yml']);
  if (out === '') return err;
  const [service] = JSON.parse(out).services;
  return service.checks.find((each: { id: string }) => each.id === 'exec-not-enabled').status;
}

describe('values decide what is unknown without them', () => {
  test('--parameters', () => {
    expect(status({})).toBe('unknown');
    expect(status({}, '--parameters', 'Exec=true')).toBe('pass');
    expect(status({}, '--parameters=Exec=false')).toBe('fail');
    expect(status({}, '--parameters', 'Exec=false', '--parameters', 'Exec=true')).toBe('pass');
  });

  test.each([
    ['the list of the AWS CLI', '[{"ParameterKey": "Exec", "ParameterValue": "true"}]'],
    ['its short form', '["Exec=true"]'],
    [
      'the map of CodePipeline',
      '{"Parameters": {"Exec": "true", "Name": {"Fn::GetParam": ["a", "b", "c"]}}}',
    ],
    ['a plain map', '{"Exec": true}'],
    ['a plain map with a byte order mark', '\uFEFF{"Exec": "true"}'],
  ])('--parameter-file with %s', (_, file) => {
    expect(status({ 'p.json': file }, '--parameter-file', 'p.json')).toBe('pass');
  });

  test('a flag counts more than a file', () => {
    const files = { 'p.json': '{"Exec": "false"}' };
    expect(status(files, '--parameters', 'Exec=true', '--parameter-file', 'p.json')).toBe('pass');
  });

  test('a previous value is not known', () => {
    const files = { 'p.json': '[{"ParameterKey": "Exec", "UsePreviousValue": true}]' };
    expect(status(files, '--parameter-file', 'p.json')).toBe('unknown');
  });
});

describe('a wrong value stops the check', () => {
  const wrong = (file: string, ...args: string[]): string => {
    const { code, out, err } = run(folder({ 'a.yml': TEMPLATE, 'p.json': file }), [...args, 'a.yml']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    return err;
  };

  test.each([
    ['Exec=maybe', 'a.yml: The parameter `Exec` cannot be `maybe`: it takes true, false.'],
    ['Exce=true', 'No template declares the parameter `Exce`.'],
    ['Name=A1', 'a.yml: The parameter `Name` cannot be `A1`: it does not match `[a-z]+`.'],
    ['Name=', 'a.yml: The parameter `Name` cannot be ``: it does not match `[a-z]+`.'],
    ['Sizes=1, 3', 'a.yml: The parameter `Sizes` cannot be `3`: it takes 1, 2.'],
    ['Count=many', 'a.yml: The parameter `Count` cannot be `many`: it takes a number.'],
    ['Exec', 'The parameter `Exec` has no value.'],
    ['=true', 'The parameter `=true` has no value.'],
  ])('%s', (assignment, line) => {
    expect(wrong('', '--parameters', assignment).split('\n')[0]).toBe(`ecs-exec-lint: ${line}`);
  });

  test.each([
    ['{"Exec": \n "true",}', 'p.json:2:9: This is not valid JSON: a key in double quotes is expected here.'],
    ['"true"', 'p.json: this is not a list or map of parameter values.'],
    ['[{"Key": "Exec"}]', 'p.json: an item of the list has no `ParameterKey`.'],
    ['{"Exec": null}', 'p.json: the value of `Exec` is not text.'],
  ])('a file with %s', (file, line) => {
    expect(wrong(file, '--parameter-file', 'p.json').split('\n')[0]).toBe(`ecs-exec-lint: ${line}`);
  });

  test('a file that is not there', () => {
    expect(wrong('', '--parameter-file', 'q.json')).toContain('q.json: file not found.');
  });

  test('but not where a pattern takes years to tell', () => {
    const { code } = run(folder({ 'a.yml': TEMPLATE }), ['--parameters', `Slow=${'a'.repeat(50)}!`, 'a.yml']);
    expect(code).toBe(0);
  });
});

describe('AllowedPattern', () => {
  test.each([
    ['[a-z]+', 'abc', true],
    ['[a-z]+', 'abc1', false],
    ['^[a-z]+$', 'abc', true],
    ['a|b', 'ab', false],
    ['\\d{12}', '123456789012', true],
    ['arn\\:aws\\:.*', 'arn:aws:s3:::x', true],
    ['[\\w.-]+@[\\w-]+', 'me@here', true],
    ['.+', '日本語', true],
    ['(?i)abc', 'ABC', undefined],
    ['[a-z&&[^b]]+', 'a', undefined],
    ['[a-z[0-9]]+', 'a', undefined],
    ['a++', 'a', undefined],
    ['(', 'a', undefined],
    ['(a+)+', `${'a'.repeat(50)}!`, undefined],
  ])('%s of %s', (pattern, value, answer) => {
    expect(fits(pattern, value)).toBe(answer);
  });
});

import { describe, expect, test } from 'vitest';
import { say } from '../../src/i18n/sentence.ts';
import { answers, only, property, shape, show, withProperty } from './template.ts';

const PARAMETERS = `
Parameters:
  Plain: { Type: String }
  Named: { Type: String, Default: web }
  Number: { Type: Number, Default: 1.0 }
  Zeros: { Type: String, Default: 0123 }
  Yes: { Type: String, Default: yes }
  Only: { Type: String, AllowedValues: [prod] }
  List: { Type: CommaDelimitedList, Default: "a, b,c" }
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' }
  Secret: { Type: String, NoEcho: true, Default: hidden }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /path }
`;

const MAPPINGS = `
Mappings:
  Env:
    dev: { Size: 1, Exec: true, Zones: [a, b] }
    prod: { Size: 2, Exec: true, Zones: [a, c] }
`;

describe('scalars', () => {
  test.each([
    ['plain', '"plain"'],
    ['5', '5'],
    ['true', 'true'],
    ['0123', '"0123"'],
    ['', 'absent'],
    ['null', 'absent'],
    ['"{{resolve:ssm:/a}}"', 'unknown because it is a dynamic reference'],
    ['!Foo bar', 'unknown because `!Foo` is only computed when the stack is deployed'],
    ['!Rain::Module x.yaml', 'unknown because `!Rain::Module` is only computed when the stack is deployed'],
    ['[a, { b: 1 }]', '["a",{"b":1}]'],
  ])('%s is %s', (written, expected) => {
    expect(property(written)).toBe(expected);
  });
});

describe('Ref', () => {
  test.each([
    ['!Ref Plain', 'unknown because the parameter `Plain` has no value here'],
    ['!Ref Named', '"web" (unsure)'],
    ['{ Ref: Named }', '"web" (unsure)'],
    ['!Ref Number', '"1.0" (unsure)'],
    ['!Ref Zeros', '"0123" (unsure)'],
    ['!Ref Yes', '"true" (unsure)'],
    ['!Ref Only', '"prod"'],
    ['!Ref List', '["a","b","c"] (unsure)'],
    ['!Ref Subnets', 'unknown because the parameter `Subnets` has no value here'],
    ['!Ref Secret', '"hidden" (unsure)'],
    ['!Ref Stored', 'unknown because the parameter `Stored` is read from Parameter Store'],
    ['!Ref AWS::Region', 'unknown because `AWS::Region` is only known once it is deployed'],
    ['!Ref AWS::NoValue', 'absent'],
    ['!Ref Role', 'unknown because `Role` is only known once it is deployed'],
    ['{ Ref: { toString: x } }', 'unknown because its `Ref` is not complete'],
  ])('%s is %s', (written, expected) => {
    expect(property(written, PARAMETERS)).toBe(expected);
  });

  test.each([
    ['!Ref Plain', '"given"'],
    ['!Ref List', '["x","y"]'],
    ['!Ref Subnets', '["s-1","s-2"]'],
    ['!Join ["-", !Ref List]', '"x-y"'],
  ])('%s is %s when it is given', (written, expected) => {
    const given = { Plain: 'given', List: 'x,y', Subnets: 's-1, s-2' };
    expect(property(written, PARAMETERS, given)).toBe(expected);
  });

  test('a stored parameter is given by its name, which is not its value', () => {
    const given = { Stored: '/other' };
    const expected = 'unknown because the parameter `Stored` is read from Parameter Store';
    expect(property('!Ref Stored', PARAMETERS, given)).toBe(expected);
  });

  test('a parameter without a value is a mark in a shape, and so is one that has only a default', () => {
    expect(shape('!Ref Plain', PARAMETERS)).toBe('"<Plain>"');
    expect(shape('!Ref Named', PARAMETERS)).toBe('"<Named>"');
    expect(shape('!Ref Plain', PARAMETERS, { Plain: 'x' })).toBe('"x"');
    expect(shape('!Ref Only', PARAMETERS)).toBe('"<Only>"');
  });
});

describe('GetAtt', () => {
  test.each([
    ['!GetAtt Role.Arn'],
    ['!GetAtt "Role.Arn"'],
    ['!GetAtt [Role, Arn]'],
    ['!GetAtt\n  - Role\n  - Arn'],
    ['{ "Fn::GetAtt": [Role, Arn] }'],
    ['{ "Fn::GetAtt": Role.Arn }'],
    ['!Sub "${Role.Arn}"'],
    ['!Join ["", [!GetAtt Role.Arn]]'],
    ['!Select [0, [!GetAtt Role.Arn, x]]'],
    ['!GetAtt [!Sub Role, Arn]'],
  ])('%s points to the role', written => {
    expect(shape(written)).toBe('"<Role.Arn>"');
    const text = withProperty(written);
    expect(only(text, template => show(template.resource('R')?.target('X') ?? absent))).toContain('Role');
  });

  const absent = { is: 'unknown', why: say`absent`, at: { document: undefined as never, path: [] } } as const;

  test('an attribute may hold further dots', () => {
    expect(shape('!GetAtt Stack.Outputs.RoleArn')).toBe('"<Stack.Outputs.RoleArn>"');
  });

  test('one that lacks its attribute is not known', () => {
    expect(property('!GetAtt [Role, { a: b }]')).toBe('unknown because its `Fn::GetAtt` is not complete');
  });
});

describe('Sub', () => {
  test.each([
    ['!Sub plain', '"plain"'],
    ['!Sub "a-${Named}"', '"a-web" (unsure)'],
    ['{ "Fn::Sub": "a-${Named}" }', '"a-web" (unsure)'],
    ['!Sub ["${A}-${Named}", { A: x }]', '"x-web" (unsure)'],
    ['!Sub ["${Named}", { Named: own }]', '"own"'],
    ['!Sub ["${N}", { N: 1.0 }]', '"1.0"'],
    ['!Sub "${!Literal}"', '"${Literal}"'],
    ['!Sub "${List}"', 'unknown because `List` is not text'],
    ['!Sub "${Plain}"', 'unknown because the parameter `Plain` has no value here'],
    ['!Sub { a: b }', 'unknown because its `Fn::Sub` is not complete'],
    ['!Sub "{{resolve:ssm:${Named}}}"', 'unknown because it is a dynamic reference'],
    ['!Sub ["${A}", { A: !Ref AWS::NoValue }]', 'unknown because `A` is not text'],
  ])('%s is %s', (written, expected) => {
    expect(property(written, PARAMETERS)).toBe(expected);
  });

  test('what is only known once deployed is a mark in a shape', () => {
    expect(shape('!Sub "arn:${AWS::Partition}:${Role.Arn}:${ AWS::Region }"')).toBe(
      '"arn:<AWS::Partition>:<Role.Arn>:<AWS::Region>"',
    );
  });
});

describe('Join, Split and Select', () => {
  test.each([
    ['!Join ["-", [a, b]]', '"a-b"'],
    ['!Join ["-", [a, !Ref AWS::NoValue, b]]', '"a-b"'],
    ['!Join ["-", [1.0, 0x1F, true]]', '"1.0-0x1F-true"'],
    ['!Join ["-", !Ref List]', '"a-b-c" (unsure)'],
    ['!Join ["-", !Split [",", "a,b"]]', '"a-b"'],
    ['!Join ["", [!Join ["", [a]], !Sub b]]', '"ab"'],
    ['!Join ["-", !GetAZs ""]', 'unknown because `Fn::GetAZs` is only computed when the stack is deployed'],
    ['!Join [a]', 'unknown because what it is computed from is only known once deployed'],
    ['!Split [",", "a,b"]', '["a","b"]'],
    ['!Split ["", "a,b"]', 'unknown because what it is computed from is only known once deployed'],
    ['!Split [",", !Ref Named]', '["web"] (unsure)'],
    ['!Select [1, [a, b]]', '"b"'],
    ['!Select ["1", [a, b]]', '"b"'],
    ['!Select [1, !Split [",", "a,b"]]', '"b"'],
    ['!Select [0, !Ref List]', '"a" (unsure)'],
    ['!Select [0, [a, !Ref Plain]]', '"a"'],
    ['!Select [0, [{ a: 1 }]]', '{"a":1}'],
    ['!Select [1, [a, !Ref Plain]]', 'unknown because the parameter `Plain` has no value here'],
    ['!Select [2, [a, b]]', 'unknown because what it is computed from is only known once deployed'],
    ['!Select [x, [a, b]]', 'unknown because what it is computed from is only known once deployed'],
    ['!Select [-1, [a, b]]', 'unknown because what it is computed from is only known once deployed'],
    [
      '!Select [1, [!Ref AWS::NoValue, a, b]]',
      'unknown because what it is computed from is only known once deployed',
    ],
    [
      '!Select [{ toString: x }, [a]]',
      'unknown because what it is computed from is only known once deployed',
    ],
    ['!Select [0]', 'unknown because its `Fn::Select` is not complete'],
  ])('%s is %s', (written, expected) => {
    expect(property(written, PARAMETERS)).toBe(expected);
  });

  test('a text with marks is split only where no mark can hold the delimiter', () => {
    expect(shape('!Split [",", !Sub "a${AWS::Region},b"]')).toBe('["a<AWS::Region>","b"]');
    expect(shape('!Split [",", !Ref Named]', PARAMETERS)).toMatch(/^unknown/);
    expect(shape('!Split ["-", !Ref AWS::Region]')).toMatch(/^unknown/);
  });

  const IDS = `
Parameters:
  Subnet: { Type: 'AWS::EC2::Subnet::Id' }
  Name: { Type: String }
`;
  const resources = (own: string): string => `
  Ours: { Type: AWS::EC2::Subnet }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { ${own} } }
  Tasks: { Type: AWS::IAM::Role, Properties: { ${own} } }
`;
  const split = (items: string, own = ''): string =>
    only(withProperty(`!Split [",", !Join [",", ${items}]]`, IDS) + resources(own), template => {
      const value = template.resource('R')?.symbolic('X');
      return value
        ? show(value)
            .replace(/\uFDD0/g, '<')
            .replace(/\uFDD1/g, '>')
        : '';
    });

  test.each([
    ['[!Ref Ours, !Ref Subnet]', '', '["<Ours>","<Subnet>"]'],
    ['[!GetAtt Ours.SubnetId, !GetAtt Group.GroupId]', '', '["<Ours.SubnetId>","<Group.GroupId>"]'],
    ['[!Ref Group, a]', 'VpcId: vpc-1, GroupName: "a,b"', '["<Group>","a"]'],
    ['[!Ref Group, a]', 'GroupName: "a,b"', 'unknown'],
    ['[!Ref Tasks, a]', '', '["<Tasks>","a"]'],
    ['[!Ref Tasks, a]', 'RoleName: tasks-1.x', '["<Tasks>","a"]'],
    ['[!Ref Tasks, a]', 'RoleName: "a,b"', 'unknown'],
    ['[!Ref Tasks, a]', 'RoleName: !Ref Name', 'unknown'],
    ['[!Ref Tasks, a]', 'RoleName: !Select [0, !Split [",", !Ref Tasks]]', 'unknown'],
    ['[!GetAtt Ours.AvailabilityZone, !Ref Name]', '', 'unknown'],
  ])('what is joined and split is %s with %s: %s', (items, own, expected) => {
    expect(split(items, own)).toContain(expected);
  });
});

describe('FindInMap', () => {
  test.each([
    ['!FindInMap [Env, dev, Size]', '"1"'],
    ['{ "Fn::FindInMap": [Env, dev, Size] }', '"1"'],
    ['!FindInMap [Env, dev, Zones]', '["a","b"]'],
    ['!Select [1, !FindInMap [Env, dev, Zones]]', '"b"'],
    ['!FindInMap [Env, test, Size]', 'unknown because the mapping `Env` has no such key'],
    ['!FindInMap [Env, test, Size, { DefaultValue: 9 }]', '"9"'],
    ['!FindInMap [Env, dev, Size, { DefaultValue: 9 }]', '"1"'],
    ['!FindInMap [Env, !Ref P, Size]', '"1" (unsure)'],
    ['!FindInMap [Env, !Ref P, Exec]', '"true"'],
    ['!FindInMap [Env, !Ref AWS::Region, Exec]', '"true"'],
    [
      '!FindInMap [Env, !Ref AWS::Region, Size]',
      'unknown because `AWS::Region` is only known once it is deployed',
    ],
    [
      '!FindInMap [Env, !Ref AWS::Region, Exec, { DefaultValue: false }]',
      'unknown because `AWS::Region` is only known once it is deployed',
    ],
    ['!FindInMap [Env, dev]', 'unknown because its `Fn::FindInMap` is not complete'],
    ['!FindInMap [None, !Ref P, Size]', 'unknown because the mapping `None` has no such key'],
  ])('%s is %s', (written, expected) => {
    const parameters = 'Parameters:\n  P: { Type: String, Default: dev }\n';
    expect(property(written, parameters + MAPPINGS)).toBe(expected);
  });

  test('keys are looked up as the parameter is given', () => {
    const parameters = 'Parameters:\n  P: { Type: String }\n';
    expect(property('!FindInMap [Env, !Ref P, Size]', parameters + MAPPINGS, { P: 'prod' })).toBe('"2"');
    expect(shape('!FindInMap [Env, !Ref P, Size]', parameters + MAPPINGS, { P: 'prod' })).toBe('"2"');
  });
});

describe('other functions', () => {
  test.each([
    ['!Length [a, b]', '2'],
    ['{ "Fn::Length": !Ref List }', '3 (unsure)'],
    ['{ "Fn::Length": x }', 'unknown because what it is computed from is only known once deployed'],
    ['{ "Fn::ToJsonString": { a: [1, !Ref Named] } }', '"{\\"a\\":[1,\\"web\\"]}" (unsure)'],
    ['!ImportValue x', 'unknown because it is imported from another stack'],
    ['!ImportValue\n  Fn::Sub: x', 'unknown because it is imported from another stack'],
    ['!Base64 x', 'unknown because `Fn::Base64` is only computed when the stack is deployed'],
    ['!Cidr [a, 1, 2]', 'unknown because `Fn::Cidr` is only computed when the stack is deployed'],
    ['!GetAZs ""', 'unknown because `Fn::GetAZs` is only computed when the stack is deployed'],
    ['!Equals [a, a]', 'unknown because `Fn::Equals` is only computed when the stack is deployed'],
    ['!Transform { Name: M }', 'unknown because `Fn::Transform` is only computed when the stack is deployed'],
    ['{ a: 1, "Fn::Transform": { Name: AWS::Include } }', 'unknown because `Fn::Transform` may add to it'],
  ])('%s is %s', (written, expected) => {
    expect(property(written, PARAMETERS)).toBe(expected);
  });

  test('a policy document made by Fn::ToJsonString keeps its marks', () => {
    expect(shape('{ "Fn::ToJsonString": { Resource: !GetAtt Role.Arn } }')).toBe(
      '"{\\"Resource\\":\\"<Role.Arn>\\"}"',
    );
  });
});

describe('If', () => {
  const CONDITIONS = 'Parameters:\n  P: { Type: String }\nConditions:\n  C: !Equals [!Ref P, a]\n';

  test.each([
    ['!If [C, x, y]', ['C: "x"', 'not C: "y"']],
    ['{ "Fn::If": [C, x, !Ref AWS::NoValue] }', ['C: "x"', 'not C: absent']],
    ['[a, !If [C, b, !Ref AWS::NoValue]]', ['C: ["a","b"]', 'not C: ["a"]']],
    ['!Join ["", [a, !If [C, b, c]]]', ['C: "ab"', 'not C: "ac"']],
    ['!If [C, !If [C, x, z], !If [C, z, y]]', ['C: "x"', 'not C: "y"']],
    ['!If [C, x]', ['unknown because its `Fn::If` is not complete']],
    ['!If [Nothing, x, y]', ['unknown because the condition `Nothing` is not known']],
  ])('%s', (written, expected) => {
    const text = withProperty(written, CONDITIONS);
    const read = answers(text, template => show(template.resource('R')?.read('X') ?? missing));
    expect(read).toEqual(expected);
  });

  const missing = {
    is: 'unknown',
    why: say`missing`,
    at: { document: undefined as never, path: [] },
  } as const;
});

describe('a parameter that conditions ask about', () => {
  const SECTIONS = (parameter: string) =>
    `Parameters: { P: { Type: String, ${parameter} } }\nConditions:\n  C: !Equals [!Ref P, a]\n`;
  const read = (parameter: string) =>
    answers(withProperty('!Ref P', SECTIONS(parameter)), template => {
      const value = template.resource('R')?.read('X');
      return `${value && show(value)}, ${template.holds('C')}`;
    }).map(each => each.replace(/^[^:]*: /, ''));
  const elsewhere = 'unknown because the parameter `P` does not have its default in this scenario';

  test('has its default only where that is not excluded, even when it is read before', () => {
    expect(read('Default: a')).toEqual(['"a" (unsure), true', `${elsewhere}, false`]);
    expect(read('Default: b')).toEqual(['"b" (unsure), false', `${elsewhere}, true`, `${elsewhere}, false`]);
    expect(read('Default: b, AllowedValues: [a, b]')).toEqual(['"b" (unsure), false', `${elsewhere}, true`]);
  });

  test('is not known by what a condition tells', () => {
    const none = 'unknown because the parameter `P` has no value here';
    expect(read('NoEcho: true')).toEqual([`${none}, true`, `${none}, false`]);
  });
});

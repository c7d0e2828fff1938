import { describe, expect, test } from 'vitest';
import { say } from '../../src/i18n/sentence.ts';
import { child } from '../../src/syntax/place.ts';
import { cpu } from '../cpu.ts';
import { answers, declarationsOf, explore, only, show } from './template.ts';

function ids(text: string, given: Record<string, string> = {}): string {
  return [...declarationsOf(text, given).resources.values()]
    .map(each => `${each.id} ${each.type}`)
    .join(', ');
}

const LOOP = (collection: string, sections = '') => `
${sections}
Resources:
  'Fn::ForEach::Services':
    - Name
    - ${collection}
    - 'Service\${Name}':
        Type: AWS::ECS::Service
        Properties:
          ServiceName: !Ref Name
          TaskDefinition: !Ref
            Fn::Sub: 'Task\${Name}'
          Role: !GetAtt ['Role\${Name}', Arn]
          Text: 'is-\${Name}'
          Sub: !Sub '\${Name}-\${AWS::Region}-\${!Name}'
      'Role\${Name}':
        Type: AWS::IAM::Role
  'Fn::ForEach::Tasks':
    - N
    - [Api, Web]
    - 'Task\${N}':
        Type: AWS::ECS::TaskDefinition
`;

describe('a loop over resources', () => {
  test('stands for as many resources as it is repeated', () => {
    expect(ids(LOOP('[Api, Web]'))).toBe(
      'ServiceApi AWS::ECS::Service, RoleApi AWS::IAM::Role, ServiceWeb AWS::ECS::Service, RoleWeb AWS::IAM::Role, TaskApi AWS::ECS::TaskDefinition, TaskWeb AWS::ECS::TaskDefinition',
    );
  });

  test('gives its identifier to every text in its body', () => {
    const read = (key: string) =>
      only(LOOP('[Api, Web]'), template => show(template.resource('ServiceWeb')?.symbolic(key) ?? missing));
    expect(read('ServiceName')).toBe('"Web"');
    expect(read('Text')).toBe('"is-Web"');
    expect(read('Sub')).toBe('"Web-\uFDD0AWS::Region\uFDD1-${Name}"');
    expect(read('Role')).toBe('"\uFDD0RoleWeb.Arn\uFDD1"');
    expect(read('TaskDefinition')).toBe('"\uFDD0TaskWeb\uFDD1"');
  });

  test('points to the resources of other loops', () => {
    const targets = only(LOOP('[Api, Web]'), template =>
      ['ServiceApi', 'ServiceWeb'].map(id => {
        const target = template.resource(id)?.target('TaskDefinition');
        return target?.is === 'known' ? target.value.id : 'nothing';
      }),
    );
    expect(targets).toEqual(['TaskApi', 'TaskWeb']);
  });

  test('is mentioned by what it stands for', () => {
    const { references } = declarationsOf(LOOP('[Api, Web]'));
    expect(references.to('RoleWeb')).toEqual(['ServiceWeb']);
    expect(references.to('TaskApi')).toEqual(['ServiceApi']);
  });

  test('has its places in the one text, told apart by their turn', () => {
    const [a, b] = [...declarationsOf(LOOP('[Api, Web]')).resources.values()].filter(
      each => each.type === 'AWS::ECS::Service',
    );
    expect(a?.at.path).toEqual(['Resources', 'Fn::ForEach::Services', 2, 'Service${Name}']);
    expect(b?.at.path).toEqual(a?.at.path);
    expect(a && child(a.at, 'Properties').iteration?.names).toEqual(new Map([['Name', 'Api']]));
    expect(b?.at.iteration).toMatchObject({ of: 2 });
  });
});

const missing = { is: 'unknown', why: say`missing`, at: { document: undefined as never, path: [] } } as const;

describe('a collection', () => {
  const LIST =
    'Parameters: { Names: { Type: CommaDelimitedList, Default: "Api, Web" }, Own: { Type: CommaDelimitedList } }';
  const MAP = 'Mappings: { M: { dev: { Names: [Api, Web] } } }\nParameters: { Env: { Type: String } }';

  test.each([
    ['a list', '[Api, Web]', ''],
    ['a parameter that is given', '!Ref Names', LIST],
    ['a parameter inside a list', '[!Select [0, !Ref Names], Web]', LIST],
    ['a mapping', '!FindInMap [M, dev, Names]', MAP],
    ['a mapping by the only key', '!FindInMap [M, !Ref Env, Names]', MAP],
    ['a text that is split', '!Split [",", "Api,Web"]', ''],
  ])('may be %s', (_, written, sections) => {
    const given = { Names: 'Api,Web' };
    expect(ids(LOOP(written, sections), given)).toContain('ServiceApi AWS::ECS::Service');
    const iteration = declarationsOf(LOOP(written, sections), given).resources.get('ServiceWeb')?.at
      .iteration;
    expect(iteration?.unsure).toBeUndefined();
  });

  test('from a default is likely, and what depends on it is too', () => {
    const text = LOOP('!Ref Names', LIST);
    const why = 'it depends on the default of the parameter `Names`';
    expect(declarationsOf(text).resources.get('ServiceApi')?.at.iteration?.unsure).toEqual(why);
    expect(declarationsOf(text).unseen('AWS::ECS::Service')).toEqual(why);
    expect(declarationsOf(text).unseen('AWS::ECS::Cluster')).toBeUndefined();
    const read = (key: string) =>
      only(text, template => show(template.resource('ServiceApi')?.symbolic(key) ?? missing));
    expect(read('ServiceName')).toBe('"Api" (unsure)');
    expect(read('Text')).toBe('"is-Api" (unsure)');
    expect(read('Sub')).toContain('(unsure)');
  });

  test.each([
    ['a parameter without a value', '!Ref Own', LIST],
    ['an import', '!ImportValue x', ''],
    ['a condition', '!If [C, [a], [b]]', ''],
    ['text', 'text', ''],
    ['a list that holds a map', '[{ a: 1 }]', ''],
  ])('that is %s leaves the resources unknown', (_, written, sections) => {
    const declarations = declarationsOf(LOOP(written, sections));
    expect(declarations.ofType('AWS::ECS::Service')).toEqual([]);
    expect(String(declarations.unseen('AWS::ECS::Service'))).toMatch(
      /^the names that `Fn::ForEach::Services` repeats it for/,
    );
    expect(declarations.unseen('AWS::IAM::Role')).toBeDefined();
    expect(declarations.unseen('AWS::IAM::Policy')).toBeUndefined();
    expect(declarations.mayDeclare('ServiceX')).toBeDefined();
    expect(declarations.mayDeclare('Other')).toBeUndefined();
  });

  test('of too many names is not written out', () => {
    const names = Array.from({ length: 600 }, (_, i) => `N${i}`).join(', ');
    const why = declarationsOf(LOOP(`[${names}]`)).unseen('AWS::ECS::Service');
    expect(String(why)).toContain('more than 500 times');
  });

  test('of loops in loops in loops is not written out for ever', () => {
    const names = `[${Array.from({ length: 100 }, (_, i) => `N${i}`).join(', ')}]`;
    const nest = (level: number): string =>
      level === 5
        ? `{ 'R\${I0}\${I4}': { Type: AWS::ECS::Service } }`
        : `{ 'Fn::ForEach::L${level}': [I${level}, ${names}, ${nest(level + 1)}] }`;
    const { answer, ms } = cpu(() => declarationsOf(`Resources: ${nest(0)}`).unseen('AWS::ECS::Service'));
    expect(String(answer)).toContain('more than 500 times');
    expect(ms).toBeLessThan(1500);
  });
});

describe('loops in loops', () => {
  const NESTED = `
Mappings: { Of: { dev: { Names: [A] }, prod: { Names: [B, C] } } }
Resources:
  Fn::ForEach::Envs:
    - Env
    - [dev, prod]
    - Fn::ForEach::Names:
        - Name
        - !FindInMap [Of, !Ref Env, Names]
        - '\${Env}\${Name}':
            Type: AWS::ECS::Service
            Condition: 'Is\${Env}'
            DependsOn: 'Cluster\${Env}'
            Properties: { Cluster: !Ref 'Cluster\${Env}' }
      'Cluster\${Env}': { Type: AWS::ECS::Cluster }
Conditions:
  Fn::ForEach::Conditions:
    - Env
    - [dev, prod]
    - 'Is\${Env}': !Equals [!Ref AWS::StackName, !Ref Env]
Outputs:
  Fn::ForEach::Outputs:
    - Env
    - [dev, prod]
    - 'Out\${Env}': { Value: !GetAtt ['Cluster\${Env}', Arn] }
`;

  test('see the identifiers around them', () => {
    expect(ids(NESTED)).toBe(
      'devA AWS::ECS::Service, Clusterdev AWS::ECS::Cluster, prodB AWS::ECS::Service, prodC AWS::ECS::Service, Clusterprod AWS::ECS::Cluster',
    );
  });

  test('have conditions of their own', () => {
    const found = answers(NESTED, template => template.resources('AWS::ECS::Service').map(each => each.id));
    expect(found.sort()).toEqual([
      'Isdev, not Isprod: devA',
      'not Isdev, Isprod: prodB,prodC',
      'not Isdev, not Isprod: ',
    ]);
  });

  test('have outputs and dependencies', () => {
    const { references, outputs } = declarationsOf(NESTED);
    expect([...outputs.keys()]).toEqual(['Outdev', 'Outprod']);
    expect(references.inOutputs('Clusterprod')).toBe(true);
    expect(references.reaches('prodC', 'Clusterprod')).toBe(true);
    expect(references.reaches('prodC', 'Clusterdev')).toBe(false);
  });
});

describe('a loop in properties', () => {
  const PROPERTIES = (collection: string, key = 'Key') => `
Parameters: { Names: { Type: CommaDelimitedList, Default: A }, Own: { Type: CommaDelimitedList } }
Resources:
  R:
    Type: AWS::ECS::Service
    Properties:
      Fn::ForEach::Keys: [Name, ${collection}, { '${key}\${Name}': !Sub 'value \${Name}' }]
      List:
        - Fn::ForEach::Keys: [Name, ${collection}, { 'Key\${Name}': !Ref Name }]
`;
  const read = (text: string, ...keys: (string | number)[]) =>
    only(text, template => show(template.resource('R')?.read(...keys) ?? missing));

  test('adds keys', () => {
    expect(read(PROPERTIES('[A, B]'), 'KeyB')).toBe('"value B"');
    expect(read(PROPERTIES('[A, B]'), 'KeyC')).toBe('absent');
    expect(read(PROPERTIES('[A, B]'), 'List')).toBe('[{"KeyA":"A","KeyB":"B"}]');
    expect(read(PROPERTIES('[A, B]'))).toContain('"KeyA":"value A"');
  });

  test('whose names are not known may add the keys that it can make', () => {
    expect(read(PROPERTIES('!Ref Own'), 'KeyC')).toMatch(
      /^unknown because the names that `Fn::ForEach::Keys`/,
    );
    expect(read(PROPERTIES('!Ref Own'), 'Other')).toBe('absent');
    expect(read(PROPERTIES('!Ref Own', ''), 'Other')).toMatch(/^unknown/);
    expect(read(PROPERTIES('!Ref Own'))).toMatch(/^unknown/);
  });

  test('over a default may add others than it does', () => {
    expect(read(PROPERTIES('!Ref Names'), 'KeyA')).toBe('"value A" (unsure)');
    expect(read(PROPERTIES('!Ref Names'), 'KeyB')).toBe(
      'unknown because it depends on the default of the parameter `Names`',
    );
  });

  test.each([
    ['nothing in it', '{ "Fn::ForEach::X": }'],
    ['too little in it', '{ "Fn::ForEach::X": [Name, [A]] }'],
    ['no map in it', '{ "Fn::ForEach::X": [Name, [A], text] }'],
    ['no identifier', '{ "Fn::ForEach::X": [[], [A], { a: 1 }] }'],
  ])('that has %s hides everything', (_, written) => {
    const text = `Resources: { R: { Type: AWS::ECS::Service, Properties: ${written} } }`;
    expect(read(text, 'Any')).toBe('unknown because `Fn::ForEach::X` is not complete');
  });

  test('may strip what an id may not hold', () => {
    const text = `
Resources:
  Fn::ForEach::R:
    - Ip
    - ['10.0.0.1', '10.0.0.2']
    - 'R&{Ip}': { Type: AWS::ECS::Service, Properties: { X: !Sub '\${Ip}' } }
`;
    expect(ids(text)).toBe('R10001 AWS::ECS::Service, R10002 AWS::ECS::Service');
    expect(only(text, template => show(template.resource('R10002')?.read('X') ?? missing))).toBe(
      '"10.0.0.2"',
    );
  });
});

test('a key of a map in a loop is filled in', () => {
  const text = `
Resources:
  Fn::ForEach::R:
    - N
    - [A, B]
    - 'R\${N}': { Type: AWS::ECS::Service, Properties: { 'Key\${N}': 1, Other: 2 } }
`;
  const read = (id: string, key: string) =>
    only(text, template => show(template.resource(id)?.read(key) ?? missing));
  expect(read('RA', 'KeyA')).toBe('1');
  expect(read('RA', 'KeyB')).toBe('absent');
  expect(read('RB', 'Other')).toBe('2');
});

test('an Fn::If in a loop is decided in each scenario', () => {
  const text = `
Conditions: { C: !Equals [!Ref AWS::Region, a] }
Resources:
  Fn::ForEach::R:
    - N
    - [A, B]
    - 'R\${N}': { Type: AWS::ECS::Service, Properties: { X: !If [C, !Ref N, !Ref AWS::NoValue] } }
`;
  const found = explore(text, template =>
    template.resources('AWS::ECS::Service').map(each => show(each.read('X'))),
  );
  expect(found.answers.map(each => each.value)).toEqual([
    ['"A"', '"B"'],
    ['absent', 'absent'],
  ]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_OPTIONS,
  type Document,
  independentGroups,
  lint,
  parse,
  type Report,
} from '../../src/index.ts';
import { allFixtures, FIXTURES, read } from '../fixtures.ts';

const SETS = join(FIXTURES, 'sets');

function set(name: string): readonly Document[] {
  const files = readdirSync(join(SETS, name), { recursive: true, encoding: 'utf8' });
  return files
    .filter(each => /\.yml$/.test(each))
    .map(each => parse(`${name}/${each}`, readFileSync(join(SETS, name, each), 'utf8')));
}

function groups(...texts: readonly string[]): readonly (readonly string[])[] {
  const documents = texts.map((text, i) => parse(`${i}.yml`, text));
  return independentGroups(documents).map(group => group.map(each => each.file));
}

const exporting = (name: string): string =>
  `Resources: {A: {Type: AWS::ECS::Cluster}}\nOutputs: {O: {Value: !Ref A, Export: {Name: ${name}}}}\n`;
const importing = (name: string): string =>
  `Resources: {S: {Type: AWS::ECS::Service, Properties: {Cluster: {Fn::ImportValue: ${name}}}}}\n`;

describe('templates belong together', () => {
  test.each([
    ['a', 'a'],
    ['!Sub "${Stage}-cluster"', 'prod-cluster'],
    ['prod-cluster', '!Sub "${Stage}-cluster"'],
    ['!Sub ["${X}-cluster", {X: !Ref Y}]', '!Sub "prod-${Y}"'],
    ['!Join ["-", [a, b]]', 'a-b'],
    ['!Join [":", [!Ref Stack, Listener]]', '!Sub "${Other}:Listener"'],
    ['!Join ["", [!Sub "${A}-x", !Ref B]]', 'anything'],
    ['!Join ["-", !Ref List]', 'anything'],
    ['!If [Prod, a, b]', 'anything'],
    ['!Ref Name', 'anything'],
  ])('when one may import what the other exports: %s and %s', (name, other) => {
    expect(groups(exporting(name), importing(other))).toEqual([['0.yml', '1.yml']]);
  });

  test.each([
    '[!Ref Name]',
    '!Ref Name',
    '[{Ref: Name}]',
    '[!Ref Role, !Sub "${Name}"]',
    '!Split [",", {Ref: Name}]',
    '["{{resolve:ssm:name}}"]',
  ])('when one has a policy for whatever role a deployment names: %s', roles => {
    const role = 'Resources: {Role: {Type: AWS::IAM::Role, Properties: {}}}\n';
    const policy = (named: string): string =>
      `Parameters: {Name: {Description: Its name., Type: String}}\n${role.replace('}}}', `}}, P: {Type: AWS::IAM::ManagedPolicy, Properties: {Roles: ${named}, PolicyDocument: {}}}}`)}`;
    expect(groups(role, policy(roles))).toEqual([['0.yml', '1.yml']]);
    expect(groups(role, policy('[!Ref Role]'))).toEqual([['0.yml'], ['1.yml']]);
  });

  test('when a third stands between them', () => {
    const both = `${importing('a')}Outputs: {O: {Value: 1, Export: {Name: b}}}\n`;
    expect(groups(exporting('a'), importing('b'), exporting('c'), both)).toEqual([
      ['0.yml', '1.yml', '3.yml'],
      ['2.yml'],
    ]);
  });

  test('when one is nested in the other', () => {
    const nesting =
      'Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./1.yml}}}\n';
    expect(groups(nesting, exporting('a'), importing('b'))).toEqual([['0.yml', '1.yml'], ['2.yml']]);
  });
});

describe('templates have nothing to do with one another', () => {
  test.each([
    ['a', 'b'],
    ['!Sub "${Stage}-cluster"', 'prod-vpc'],
    ['!Join [":", [!Ref Stack, Listener]]', '!Join [":", [!Ref Stack, Cluster]]'],
    ['!Join ["-", [a, b]]', 'a:b'],
    ['!Sub "shop-${Stage}"', '!Sub "bank-${Stage}"'],
  ])('when the names differ: %s and %s', (name, other) => {
    expect(groups(exporting(name), importing(other))).toHaveLength(2);
  });

  test('when both only export, or only import', () => {
    expect(groups(exporting('a'), exporting('a'))).toHaveLength(2);
    expect(groups(importing('a'), importing('a'))).toHaveLength(2);
  });
});

/** What could not be decided may be said in other words where fewer templates are seen. */
function essence({ findings, services }: Report): readonly string[] {
  return [
    ...findings.map(each => JSON.stringify([each.file, each.range, each.ruleId, each.message])),
    ...services.map(({ file, resource, verdict, checks }) =>
      JSON.stringify([file, resource, verdict, checks.map(each => [each.id, each.status])]),
    ),
  ].sort();
}

test('judged group by group, templates are judged as they are together', () => {
  const others = allFixtures()
    .filter(each => /^whole|example\.\w+$/.test(each.name))
    // Its policy may be for a role of any other.
    .filter(each => !each.name.includes('role-by-parameter'));
  const documents = [...set('by-import'), ...set('nested'), ...others.map(read)];
  const parts = independentGroups(documents);
  expect(parts.length).toBeGreaterThan(50);
  expect(parts.flat()).toHaveLength(documents.length);
  const apart = parts.flatMap(group => essence(lint(group, DEFAULT_OPTIONS)));
  expect(apart.sort()).toEqual(essence(lint(documents, DEFAULT_OPTIONS)));
});

import { describe, expect, test } from 'vitest';
import type { Template } from '../../src/cfn/scenario/scenario-template.ts';
import { answers, only, show, withProperty } from './template.ts';

const SECTIONS = `
Parameters:
  P: { Type: String }
  List: { Type: CommaDelimitedList, Default: "a,b" }
  Own: { Type: CommaDelimitedList }
Mappings: { M: { k: { List: [x, y], Text: z } } }
Conditions: { C: !Equals [!Ref P, a] }
`;

/** The items of `X`, as they are read and as they are shaped. */
function items(template: Template): string {
  const found = template.resource('R')?.items('X');
  if (found?.is !== 'known') return found ? show(found) : 'implicit deny';
  const texts = found.value.map(at => {
    const value = template.read(at);
    return (value.is === 'unknown' ? show(template.symbolic(at)) : show(value))
      .replace(/\uFDD0/g, '<')
      .replace(/\uFDD1/g, '>');
  });
  return `${texts.join(' ')}${found.unsure === undefined ? '' : ' (unsure)'}`;
}

describe('items', () => {
  test.each([
    ['[a, b]', '"a" "b"'],
    ['a', '"a"'],
    ['', 'absent'],
    ['[a, !Ref AWS::NoValue, null]', '"a"'],
    ['!Split [",", "a,b"]', '"a" "b"'],
    ['!Ref List', '"a" "b" (unsure)'],
    ['!Ref Own', 'unknown because the parameter `Own` has no value here'],
    ['!FindInMap [M, k, List]', '"x" "y"'],
    ['!FindInMap [M, k, Text]', '"z"'],
    ['!Sub "x-${AWS::Region}"', '"x-<AWS::Region>"'],
    ['!Split [",", !Sub "a-${AWS::Region},${!b}"]', '"a-<AWS::Region>" "${b}"'],
    ['!Ref P', 'unknown because the parameter `P` has no value here'],
    ['!GetAtt Role.Arn', 'unknown because `Role.Arn` is only known once it is deployed'],
    ['!GetAZs ""', 'unknown because `Fn::GetAZs` is only computed when the stack is deployed'],
    ['!ImportValue x', 'unknown because it is imported from another stack'],
    ['[!Ref P, x]', '"<P>" "x"'],
  ])('%s has %s', (written, expected) => {
    expect(only(withProperty(written, SECTIONS), items)).toBe(expected);
  });

  test.each([
    ['!Ref Own', '"x" "y"'],
    ['!Split [",", !Ref P]', '"p" "q"'],
  ])('%s has %s when it is given', (written, expected) => {
    expect(only(withProperty(written, SECTIONS), items, { Own: 'x,y', P: 'p,q' })).toBe(expected);
  });

  test.each([
    ['!If [C, [a], !Ref AWS::NoValue]', ['C: "a"', 'not C: absent']],
    ['!If [C, !Split [",", "a,b"], [c]]', ['C: "a" "b"', 'not C: "c"']],
    ['[!If [C, a, b], c]', ['C: "a" "c"', 'not C: "b" "c"']],
  ])('%s', (written, expected) => {
    expect(answers(withProperty(written, SECTIONS), items)).toEqual(expected);
  });

  test('that are computed stand where the function does', () => {
    const place = only(withProperty('!Split [",", "a,b"]', SECTIONS), template => {
      const found = template.resource('R')?.items('X');
      return found?.is === 'known' ? found.value[1] : undefined;
    });
    expect(place?.document.within?.path).toEqual(['Resources', 'R', 'Properties', 'X']);
    expect(place?.path).toEqual([1]);
  });
});

describe('target', () => {
  const target = (written: string, sections = SECTIONS) =>
    only(withProperty(written, sections), template => {
      const found = template.resource('R')?.target('X');
      if (found?.is === 'known') return found.value.id;
      const dangling = found?.is === 'unknown' && found.dangling !== undefined ? ` [${found.dangling}]` : '';
      return found ? `${show(found)}${dangling}` : 'implicit deny';
    });

  test.each([
    ['!Ref Role', 'Role'],
    ['!GetAtt Role.Arn', 'Role'],
    ['!Sub "${Role.Arn}"', 'Role'],
    ['!Join ["", [!Ref Role]]', 'Role'],
    ['', 'absent'],
    ['!Ref AWS::NoValue', 'absent'],
    ['!Ref P', 'unknown because it is the parameter `P`'],
    ['!Sub "${P}"', 'unknown because it is the parameter `P`'],
    ['!ImportValue x', 'unknown because it is imported from another stack'],
    ['text', 'unknown because the value does not point to a resource of this template'],
    ['!Sub "x-${Role}"', 'unknown because the value does not point to a resource of this template'],
    ['!Ref AWS::StackName', 'unknown because `AWS::StackName` is not a resource of this template'],
    ['!Ref Nothing', 'unknown because the template has no `Nothing` [Nothing]'],
    ['!GetAtt Nothing.Arn', 'unknown because the template has no `Nothing` [Nothing.Arn]'],
    ['!GetAtt Role.Name', 'unknown because `Role` (AWS::IAM::Role) has no attribute `Name` [Role.Name]'],
    ['!GetAtt P.Arn', 'unknown because it is the parameter `P`'],
  ])('of %s is %s', (written, expected) => {
    expect(target(written)).toBe(expected);
  });

  test.each([
    ['a macro', 'Transform: Mine'],
    ['SAM', 'Transform: AWS::Serverless-2016-10-31'],
    ['an include', 'Transform: { Name: AWS::Include, Parameters: {} }'],
  ])('may be brought by %s', (_, sections) => {
    expect(target('!Ref Nothing', sections)).not.toContain('[');
    expect(target('!GetAtt Role.Name', sections)).toContain('[Role.Name]');
  });

  test('may be brought by a module or by a loop over names that are not known', () => {
    const text = (resource: string) =>
      `Resources:\n  ${resource}\n  R: { Type: AWS::ECS::Service, Properties: { X: !Ref Nothing } }\n`;
    const dangles = (resource: string) =>
      only(text(resource), template => {
        const found = template.resource('R')?.target('X');
        return found?.is === 'unknown' && found.dangling !== undefined;
      });
    expect(dangles('M: { Type: My::Own::Thing::MODULE }')).toBe(false);
    expect(dangles('Fn::ForEach::L: [N, !ImportValue x, { "Not${N}": { Type: AWS::IAM::Role } }]')).toBe(
      false,
    );
    expect(dangles('Fn::ForEach::L: [N, !ImportValue x, { "Other${N}": { Type: AWS::IAM::Role } }]')).toBe(
      true,
    );
    expect(dangles('"Fn::Transform": { Name: AWS::Include }')).toBe(false);
    expect(dangles('Nothing: !Rain::Module nothing.yaml')).toBe(false);
    expect(dangles('M: !Rain::Module m.yaml')).toBe(false);
    expect(dangles('M: { Type: AWS::IAM::Role }')).toBe(true);
  });

  test('does not exist in every scenario', () => {
    const text = `${SECTIONS}
Resources:
  R: { Type: AWS::ECS::Service, Properties: { X: !Ref Maybe } }
  Maybe: { Type: AWS::ECS::Cluster, Condition: C }
`;
    const found = answers(text, template => {
      const value = template.resource('R')?.target('X');
      return value?.is === 'known' ? value.value.id : value && show(value);
    });
    expect(found).toEqual(['C: Maybe', 'not C: unknown because `Maybe` does not exist in this scenario']);
  });
});

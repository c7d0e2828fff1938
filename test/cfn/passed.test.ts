import { expect, test } from 'vitest';
import { Scenarios } from '../../src/cfn/scenario/scenarios.ts';
import { TemplateSet } from '../../src/cfn/scenario/template-set.ts';
import { parse } from '../../src/syntax/parse.ts';
import { show } from './template.ts';

/** What the parameter `P` of a nested stack is, in all scenarios, and whether the condition on it holds. */
function nested(declaration: string, passed: string): string[] {
  const outer = `
Resources:
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: inner.yaml
      Parameters: { ${passed} }
`;
  const inner = `
Parameters:
  P: { ${declaration} }
Conditions:
  C: !Equals [!Ref P, a]
Resources:
  R: { Type: AWS::ECS::Service, Properties: { X: !Ref P } }
`;
  const { stacks } = new TemplateSet([parse('outer.yaml', outer), parse('inner.yaml', inner)]);
  const stack = stacks.find(each => each.document.file === 'inner.yaml');
  if (!stack) throw new Error('no nested stack');
  const { answers } = new Scenarios(stack).explore(template => {
    const value = template.resource('R')?.read('X');
    return `${value && show(value)}, ${template.holds('C')}`;
  });
  return answers.map(each => each.value);
}

test('a parameter that the stack around gives is known', () => {
  expect(nested('Type: String', 'P: a')).toEqual(['"a", true']);
  expect(nested('Type: String, Default: a', 'Other: b')).toEqual(['"a", true']);
});

test('of a parameter that is read from Parameter Store it gives the name, not the value', () => {
  const stored = 'Type: "AWS::SSM::Parameter::Value<String>"';
  const why = 'unknown because the parameter `P` is read from Parameter Store';
  expect(nested(stored, 'P: a')).toEqual([`${why}, true`, `${why}, false`]);
});

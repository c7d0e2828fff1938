import { describe, expect, test } from 'vitest';
import { policySyntaxErrors } from '../../src/iam/policy-defects.ts';
import { ask, resource } from '../ecs/query.ts';

/** What IAM refuses in a policy document: where, what is meant, and a `?` where it may be right after all. */
function errors(document: string, rest = ''): readonly string[] {
  const text = `${rest}
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ${document.includes('ForEach') ? '' : 'PolicyDocument: '}${document}
`;
  const [first = []] = ask(text, template => {
    const { at } = resource(template, 'Policy');
    return policySyntaxErrors(template, at, 'Properties', 'PolicyDocument').map(
      ({ is, written, meant, unsure }) => `${is} ${written} -> ${meant}${unsure === undefined ? '' : '?'}`,
    );
  });
  return first;
}

const statement = (elements: string): string => `{ Statement: [{ ${elements} }] }`;
const RIGHT = 'Effect: Allow, Action: "ssmmessages:*", Resource: "*"';

describe('IAM takes', () => {
  test.each([
    statement(RIGHT),
    `{ Statement: { ${RIGHT} } }`,
    statement('Effect: !Ref Effect, Action: !Ref Action, Resource: !Ref Resource'),
    statement('Effect: Deny, NotAction: ["*"], NotResource: [a b]'),
    statement('Effect: Allow, Action: "*:*", Resource: "*"'),
    statement('Effect: Allow, Action: "**", Resource: "*"'),
    statement('Effect: Allow, Action: !Sub "${AWS::Region}*:Get Object", Resource: "*"'),
    '!ImportValue Document',
    '{ Statement: !ImportValue Statements }',
  ])('%s', document => {
    expect(errors(document)).toEqual([]);
  });
});

describe('IAM refuses', () => {
  test.each([
    ['an element in another case', statement(`${RIGHT}, sid: a`), ['element sid -> Sid']],
    [
      'an element in the plural',
      statement('Effect: Allow, Actions: "a:b", Resource: "*"'),
      ['element Actions -> Action'],
    ],
    ['an element twice', statement(`${RIGHT}, action: "s3:*"`), ['element action -> undefined']],
    [
      'an element of the document',
      `{ version: "2012-10-17", Statement: [{ ${RIGHT} }] }`,
      ['element version -> Version'],
    ],
    ['an effect in another case', statement(RIGHT.replace('Allow', 'ALLOW')), ['effect ALLOW -> Allow']],
    [
      'an effect that there is not',
      statement(RIGHT.replace('Allow', 'Permit')),
      ['effect Permit -> undefined'],
    ],
    [
      'a blank in an action',
      statement('Effect: Allow, Action: "ssm: *", Resource: "*"'),
      ['blank ssm: * -> ssm:*'],
    ],
    [
      'a wildcard as the service',
      statement('Effect: Allow, Action: "*:Get", Resource: "*"'),
      ['wildcard *:Get -> undefined'],
    ],
    [
      'a wildcard in the service',
      statement('Effect: Allow, NotAction: "ssm?:Get", Resource: "*"'),
      ['wildcard ssm?:Get -> undefined'],
    ],
    [
      'a map as an action',
      statement('Effect: Allow, Action: [{ s3: GetObject }], Resource: "*"'),
      ['map s3 -> s3:GetObject'],
    ],
    [
      'a map as a resource that is no ARN',
      statement('Effect: Allow, Action: "s3:*", Resource: [{ s3: bucket }]'),
      ['map s3 -> undefined'],
    ],
    [
      'an ARN as a map',
      statement('Effect: Allow, Action: "s3:*", Resource: [{ "arn:aws:s3::": bucket }]'),
      ['map arn:aws:s3:: -> arn:aws:s3:::bucket'],
    ],
    [
      'an element in text',
      `'{ "Statement": [{ "Effect": "allow", "Action": "a:b", "Resource": "*" }] }'`,
      ['effect allow -> Allow'],
    ],
  ])('%s', (_, document, expected) => {
    expect(errors(document)).toEqual(expected);
  });

  test.each(['{}', '{ s3: }', '{ s3: Get, ssm: Get }', '{ s3: { a: b } }', '{ s3: [a] }', '{ s3: "a:b" }'])(
    '%s as an action, which is meant for none',
    map => {
      const key = map === '{}' ? '' : 's3';
      expect(errors(statement(`Effect: Allow, Action: [${map}], Resource: "*"`))).toEqual([
        `map ${key} -> undefined`,
      ]);
    },
  );

  test('nothing that a transform rewrites', () => {
    const include = 'Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://a/b } }';
    expect(errors(`{ ${include}, version: "2012-10-17", statement: [{ effect: allow }] }`)).toEqual([]);
    expect(errors(`{ Fn::ToJsonString: { ${include}, version: "2012-10-17" } }`)).toEqual([]);
    expect(errors(`{ Statement: [{ ${include}, effect: allow }] }`)).toEqual([]);
    expect(errors(statement(`Effect: Allow, Action: [{ ${include}, s3: x }], Resource: "*"`))).toEqual([]);
    expect(errors('{ Fn::ToJsonString: { version: "2012-10-17" } }')).toEqual(['element version -> Version']);
  });
});

describe('it may be right after all', () => {
  const WRONG = RIGHT.replace('Allow', 'allow');

  test('where a macro may rewrite it', () => {
    expect(errors(statement(WRONG), 'Transform: OurMacro')).toEqual(['effect allow -> Allow?']);
  });

  test('where a loop over the default of a parameter makes it', () => {
    const loop = `Fn::ForEach::All: [Name, !Ref Names, { "Policy\${Name}": ${statement(WRONG)} }]`;
    const rest = `Transform: AWS::LanguageExtensions
Parameters: { Names: { Type: CommaDelimitedList, Default: Document } }`;
    expect(errors(loop, rest)).toEqual(['effect allow -> Allow?']);
  });
});

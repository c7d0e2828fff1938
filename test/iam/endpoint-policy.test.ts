import { describe, expect, test } from 'vitest';
import { endpointPolicyDecision } from '../../src/iam/endpoint-policy.ts';
import { ask, resource } from '../ecs/query.ts';
import { answer } from './support.ts';

const ACTION = 'ssmmessages:OpenDataChannel';

/** What the policy of an endpoint says of a role, or of one that is not known. */
function decision(document: string, role = 'Role'): string {
  const text = `
Parameters: { Open: { Type: String } }
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { RoleName: app } }
  Unnamed: { Type: AWS::IAM::Role }
  Other: { Type: AWS::IAM::Role, Properties: { RoleName: other } }
  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { ${document} } }
`;
  const [said = ''] = ask(text, template => {
    const found = endpointPolicyDecision(
      resource(template, 'Endpoint'),
      role === '' ? undefined : resource(template, role),
      { action: ACTION, resource: ['*'], requester: 'task' },
    );
    return found ? answer(found) : 'no policy';
  });
  return said;
}

const policy = (principal: string, effect = 'Allow', more = ''): string =>
  `{ Effect: ${effect}, Principal: ${principal}, Action: "ssmmessages:*", Resource: "*"${more} }`;
const document = (...statements: readonly string[]): string =>
  `PolicyDocument: { Statement: [${statements.join(', ')}] }`;

test('an endpoint without a policy allows everything', () => {
  expect(decision('')).toBe('no policy');
});

describe('a statement for', () => {
  test.each([
    ['"*"', 'allowed', 'allowed'],
    ['{ AWS: "*" }', 'allowed', 'allowed'],
    ['{ AWS: !Ref AWS::AccountId }', 'allowed', 'allowed'],
    ['{ AWS: "111122223333" }', 'allowed', 'allowed'],
    ['{ AWS: arn:aws:iam::111122223333:root }', 'allowed', 'allowed'],
    ['{ AWS: !GetAtt Role.Arn }', 'allowed', 'unknown'],
    ['{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:role/app" }', 'allowed', 'unknown'],
    ['{ AWS: arn:aws:iam::111122223333:role/team/app }', 'allowed', 'unknown'],
    ['{ AWS: !GetAtt Other.Arn }', 'implicit deny', 'unknown'],
    ['{ AWS: arn:aws:iam::111122223333:role/other }', 'implicit deny', 'unknown'],
    ['{ AWS: arn:aws:iam::111122223333:user/app }', 'implicit deny', 'unknown'],
    ['{ AWS: !Ref Open }', 'unknown', 'unknown'],
    ['{ AWS: !ImportValue Principal }', 'unknown', 'unknown'],
    ['{ AWS: [{ Fn::Transform: x }] }', 'unknown', 'unknown'],
    ['{ AWS: [!GetAtt Other.Arn, !GetAtt Role.Arn] }', 'allowed', 'unknown'],
    ['{ Service: ecs.amazonaws.com }', 'implicit deny', 'implicit deny'],
  ])('%s: %s, and %s for a role that is not known', (principal, known, unknown) => {
    expect(decision(document(policy(principal)))).toBe(known);
    expect(decision(document(policy(principal)), '')).toBe(unknown);
  });

  test('a role by a name that is not its own', () => {
    expect(decision(document(policy('{ AWS: arn:aws:iam::111122223333:role/app }')), 'Unnamed')).toBe(
      'implicit deny',
    );
  });
});

test('a Deny counts where it is certainly meant for the role', () => {
  const all = policy('"*"');
  expect(decision(document(all, policy('"*"', 'Deny')))).toBe('explicit deny');
  expect(decision(document(all, policy('{ AWS: !GetAtt Role.Arn }', 'Deny')))).toBe('explicit deny');
  expect(decision(document(all, policy('{ AWS: !GetAtt Other.Arn }', 'Deny')))).toBe('allowed');
  expect(decision(document(all, policy('{ AWS: !Ref Open }', 'Deny')))).toBe('allowed');
  const condition = ', Condition: { StringEquals: { "aws:PrincipalTag/a": "b" } }';
  expect(decision(document(all, policy('{ AWS: !Ref Open }', 'Deny', condition)))).toBe('allowed');
  expect(decision(document(all, policy('"*"', 'Deny', condition)))).toBe('granted, perhaps denied');
});

test('statements that are not known may allow it', () => {
  expect(decision('PolicyDocument: { Statement: !ImportValue Statements }')).toBe('unknown');
});

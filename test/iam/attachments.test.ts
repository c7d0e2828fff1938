import { describe, expect, test } from 'vitest';
import { answer, ask, askAll, grantOf, OPEN, path, role } from './support.ts';

const GRANT = '{ Statement: { Effect: Allow, Action: "ssmmessages:*", Resource: "*" } }';
const DENY = '{ Statement: { Effect: Deny, Action: "ssmmessages:*", Resource: "*" } }';
const OTHER = '{ Statement: { Effect: Allow, Action: "s3:*", Resource: "*" } }';

/** A policy of its own; `roles` is what attaches it. */
const separate = (type: string, roles: string, document = GRANT): string => `  Separate:
    Type: AWS::IAM::${type}
    Properties:
      ${roles}
      PolicyName: separate
      PolicyDocument: ${document}
`;

const of = (properties: string, others = '', rest = ''): string =>
  answer(grantOf(role(properties, others, rest)));

describe('a policy that names the role', () => {
  test.each([
    ['Policy', 'Roles: [!Ref Role]'],
    ['Policy', 'Roles: !Ref Role'],
    ['Policy', 'Roles: [!Ref Another, !Sub "${Role}"]'],
    ['Policy', 'Roles: [!Join ["", [!Ref Role]]]'],
    ['ManagedPolicy', 'Roles: [!Ref Role]'],
    ['RolePolicy', 'RoleName: !Ref Role'],
  ])('%s with %s', (type, roles) => {
    expect(of('', separate(type, roles))).toBe('allowed');
  });

  test('is a policy of the role, with what attaches it', () => {
    const policies = ask(role('', separate('Policy', 'Roles: [x, !Ref Role]')), each => each.policies());
    expect(policies.map(each => (each.kind === 'resource' ? path(each.attachment) : each.kind))).toEqual([
      'Resources.Separate.Properties.Roles.1',
    ]);
  });

  test('by the name that the role has', () => {
    const named = '      RoleName: app-task\n';
    expect(of(named, separate('Policy', 'Roles: [app-task]'))).toBe('allowed');
    expect(of(named, separate('Policy', 'Roles: [app-execution]'))).toBe('implicit deny');
    expect(of('', separate('Policy', 'Roles: [app-task]'))).toBe('implicit deny');
    const built = '      RoleName: !Sub "${AWS::StackName}-task"\n';
    expect(of(built, separate('RolePolicy', 'RoleName: !Sub "${AWS::StackName}-task"'))).toBe('allowed');
    expect(of(built, separate('RolePolicy', 'RoleName: !Sub "${AWS::StackName}-execution"'))).toBe(
      'implicit deny',
    );
    const parameter = '      RoleName: !Ref Name\n';
    expect(of(parameter, separate('Policy', 'Roles: [!Ref Name]'))).toBe('allowed');
  });

  test('by the same expression that names the role', () => {
    const name = '!FindInMap [Names, !Ref "AWS::Region", Task]';
    expect(of(`      RoleName: ${name}\n`, separate('Policy', `Roles: [${name}]`))).toBe('allowed');
    expect(
      of(`      RoleName: ${name}\n`, separate('Policy', 'Roles: [!FindInMap [Names, a, Execution]]')),
    ).toBe('unknown');
  });

  test('under conditions', () => {
    const yaml = (roles: string): string =>
      role(
        '',
        separate('Policy', roles),
        'Parameters: { E: { Type: String } }\nConditions: { IsProd: !Equals [!Ref E, prod] }',
      );
    const answers = (roles: string): readonly string[] =>
      askAll(yaml(roles), each => answer(each.access(OPEN)));
    expect(answers('Roles: [!If [IsProd, !Ref Role, !Ref "AWS::NoValue"]]')).toEqual([
      'allowed',
      'implicit deny',
    ]);
    expect(answers('Roles: !If [IsProd, [!Ref Role], [x]]')).toEqual(['allowed', 'implicit deny']);
    const conditional = yaml('Roles: [!Ref Role]').replace(
      '  Separate:\n',
      '  Separate:\n    Condition: IsProd\n',
    );
    expect(askAll(conditional, each => answer(each.access(OPEN)))).toEqual(['allowed', 'implicit deny']);
    const named = (roles: string): readonly string[] =>
      askAll(yaml(roles).replace('    Properties:\n', '    Properties:\n      RoleName: app-task\n'), each =>
        answer(each.access(OPEN)),
      );
    for (const roles of ['[!If [IsProd, app-task, other]]', '!If [IsProd, [app-task], [other]]'])
      expect(named(`Roles: ${roles}`)).toEqual(['allowed', 'implicit deny']);
    const built = '[!Join ["-", [app, !If [IsProd, task, other]]]]';
    expect(named(`Roles: ${built}`)).toEqual(['allowed', 'implicit deny']);
  });
});

describe('a policy for a role that is named from outside', () => {
  test.each([
    'Roles: !Ref RoleNames',
    'Roles: [!Ref RoleName]',
    'Roles: !Split [",", !Ref RoleNames]',
    'Roles: [!ImportValue RoleName]',
    'Roles: [!GetAtt Nested.Outputs.RoleName]',
    'Roles: ["{{resolve:ssm:role}}"]',
    'Roles: [{ "Fn::FindInMap": [Roles, !Ref "AWS::Region", Task] }]',
    'Roles: [!Sub "${RoleName}"]',
    'Roles: [!Select [0, !Ref RoleNames]]',
  ])('may be for a role that has a name, and not for one with a generated name: %s', roles => {
    const rest = 'Parameters: { RoleName: { Type: String }, RoleNames: { Type: CommaDelimitedList } }';
    expect(of('', separate('Policy', roles), rest)).toBe('implicit deny');
    expect(of('      RoleName: app-task\n', separate('Policy', roles), rest)).toBe('unknown');
  });

  test('may be for one whose name it can be', () => {
    const named = '      RoleName: !Sub "${Env}-task"\n';
    expect(of(named, separate('Policy', 'Roles: [prod-task]'))).toBe('unknown');
    expect(of(named, separate('Policy', 'Roles: [prod-execution]'))).toBe('implicit deny');
    expect(of(named, separate('Policy', 'Roles: [!Sub "${Stage}-task"]'))).toBe('unknown');
    const computed = '      RoleName: !FindInMap [Names, !Ref "AWS::Region", Task]\n';
    expect(of(computed, separate('Policy', 'Roles: [prod-task]'))).toBe('unknown');
  });

  test('may be for one whose name is the default', () => {
    const rest = 'Parameters: { Name: { Type: String, Default: app-task } }';
    const named = '      RoleName: app-task\n';
    expect(of(named, separate('Policy', 'Roles: [!Ref Name]'), rest)).toBe('unknown');
    expect(of('      RoleName: app\n', separate('Policy', 'Roles: [!Ref Name]'), rest)).toBe('implicit deny');
  });

  test('may be for one that it computes with', () => {
    const roles = 'Roles: [!Select [1, !Split ["-", !GetAtt Role.Arn]]]';
    expect(of('', separate('Policy', roles))).toBe('unknown');
    expect(of('', separate('Policy', roles.replace('"-"', '"/"')))).toBe('allowed');
    expect(of('', separate('Policy', roles, OTHER))).toBe('implicit deny');
    expect(of('', separate('Policy', roles.replace('Role.Arn', 'Another.Arn')))).toBe('implicit deny');
    const granted = `      Policies: [{ PolicyName: Own, PolicyDocument: ${GRANT} }]\n`;
    expect(of(granted, separate('Policy', roles, DENY))).toBe('granted, perhaps denied');
  });
});

describe('a managed policy', () => {
  const local = (name: string): string => `  Managed:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: ${name}
      PolicyDocument: ${GRANT}
`;

  test.each([
    ['!Ref Managed', 'allowed'],
    ['!Sub "${Managed}"', 'allowed'],
    ['!GetAtt Managed.PolicyArn', 'allowed'],
    ['arn:aws:iam::123456789012:policy/exec', 'allowed'],
    ['!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/path/exec"', 'allowed'],
    ['!Join [":", [arn, aws, iam, "", !Ref "AWS::AccountId", policy/exec]]', 'allowed'],
    ['!Sub "arn:aws:iam::123456789012:policy/${Managed}"', 'unknown'],
    ['arn:aws:iam::123456789012:policy/other', 'unknown'],
    ['!Ref Parameter', 'unknown'],
    ['!ImportValue Policy', 'unknown'],
    ['!GetAtt Addons.Outputs.Policy', 'unknown'],
    ['arn:aws:iam::aws:policy/exec', 'unknown'],
    ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore', 'allowed'],
    ['!Sub "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonEC2RoleforSSM"', 'allowed'],
    ['!Join ["", ["arn:", !Ref "AWS::Partition", ":iam::aws:policy/AdministratorAccess"]]', 'allowed'],
    ['arn:aws-cn:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy', 'implicit deny'],
    ['!Sub "arn:aws:iam::aws:policy/${Name}"', 'unknown'],
    ['arn:aws:iam::aws:policy/AWSCodePipelineFullAccess', 'unknown'],
    ['arn:aws:iam::aws:policy/AWSDenyAll', 'explicit deny'],
    ['arn:aws:iam::aws:policy/AWSCloud9User', 'restricted by resource'],
  ])('%s', (arn, expected) => {
    expect(of(`      ManagedPolicyArns: [${arn}]\n`, local('exec'))).toBe(expected);
  });

  test('in a list that is computed', () => {
    const list = (arns: string, rest = ''): string =>
      of(`      ManagedPolicyArns: ${arns}\n`, local('exec'), rest);
    const aws = 'arn:aws:iam::aws:policy';
    expect(list(`!Split [",", "${aws}/AmazonS3FullAccess,${aws}/AmazonSSMManagedInstanceCore"]`)).toBe(
      'allowed',
    );
    expect(list(`!Split [",", "${aws}/AmazonS3FullAccess"]`)).toBe('implicit deny');
    expect(list('!Split [",", !Ref Arns]')).toBe('unknown');
    expect(list('!Ref Arns', 'Parameters: { Arns: { Type: CommaDelimitedList, Default: "" } }')).toBe(
      'unknown',
    );
    expect(list('!Ref "AWS::NoValue"')).toBe('implicit deny');
  });

  test('in a list that is given', () => {
    const yaml = role(
      '      ManagedPolicyArns: !Ref Arns\n',
      '',
      'Parameters: { Arns: { Type: CommaDelimitedList } }',
    );
    const answers = (Arns: string): string => ask(yaml, each => answer(each.access(OPEN)), { Arns });
    const aws = 'arn:aws:iam::aws:policy';
    expect(answers(`${aws}/AmazonS3FullAccess,${aws}/AmazonSSMManagedInstanceCore`)).toBe('allowed');
    expect(answers(`${aws}/AmazonS3FullAccess`)).toBe('implicit deny');
    expect(answers('arn:aws:iam::123456789012:policy/other')).toBe('unknown');
  });

  test('under conditions', () => {
    const yaml = role(
      '      ManagedPolicyArns: [!If [Has, !Ref Arn, !Ref "AWS::NoValue"]]\n',
      '',
      'Parameters: { Arn: { Type: String } }\nConditions: { Has: !Not [!Equals [!Ref Arn, ""]] }',
    );
    expect(new Set(askAll(yaml, each => answer(each.access(OPEN))))).toEqual(
      new Set(['unknown', 'implicit deny']),
    );
  });

  test('by both directions at once', () => {
    const both = separate('ManagedPolicy', 'Roles: [!Ref Role]');
    expect(of('      ManagedPolicyArns: [!Ref Separate]\n', both)).toBe('allowed');
  });

  test('what an AWS managed policy allows on some resources may be the one that is asked for', () => {
    const yaml = role('      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole]\n');
    const group = 'arn:aws:logs:eu-west-1:123456789012:log-group:/exec:*';
    expect(answer(grantOf(yaml, 'logs:PutLogEvents', [group]))).toBe('unknown');
    expect(answer(grantOf(yaml, 'logs:PutLogEvents'))).toBe('restricted by resource');
    expect(answer(grantOf(yaml, 'ec2:RunInstances'))).toBe('unknown');
  });
});

import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, type Options, parse } from '../../src/index.ts';

const TRUST =
  '{ Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }] }';

/** The resources of a service whose task has a role. */
function service(taskRole: string): string {
  return `
  Service:
    Type: AWS::ECS::Service
    Properties: { EnableExecuteCommand: true, LaunchType: FARGATE, TaskDefinition: !Ref Task }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { TaskRoleArn: ${taskRole}, ContainerDefinitions: [{ Name: app, Image: nginx }] }`;
}

function role(properties: string): string {
  return `
  Role:
    Type: AWS::IAM::Role
    Properties: { AssumeRolePolicyDocument: ${TRUST}, ${properties} }`;
}

/** A policy that allows sessions. */
function policy(name: string): string {
  return `
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: sessions
      Roles: [${name}]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: "ssmmessages:*", Resource: "*" }] }`;
}

function template(...resources: readonly string[]): string {
  return `Resources:${resources.join('')}\n`;
}

/** Whether the role allows sessions, and what is wrong, but for policies that come late. */
function sessions(
  templates: Readonly<Record<string, string>>,
  {
    parameters,
    stacks = {},
  }: Partial<Pick<Options, 'parameters'>> & { stacks?: Record<string, string> } = {},
): string {
  const documents = Object.entries(templates).map(([file, text]) => parse(file, text));
  const deployedStacks = Object.fromEntries(
    Object.entries(stacks).map(([file, name]) => [file, { name, account: undefined, region: undefined }]),
  );
  const { services, findings } = lint(documents, {
    ...DEFAULT_OPTIONS,
    deployedStacks,
    ...(parameters && { parameters }),
  });
  const check = services[0]?.checks.find(({ id }) => id === 'task-role-lacks-ssmmessages');
  const errors = findings.filter(each => each.severity === 'error').map(each => each.ruleId);
  return [check?.status, ...new Set(errors)].join(' ');
}

describe('a name with the name of a stack in it', () => {
  const OF_STACK = '!Sub "${AWS::StackName}-task"';
  const ARN_OF_STACK = '!Sub "arn:aws:iam::${AWS::AccountId}:role/${AWS::StackName}-task"';
  const ARN = 'arn:aws:iam::111122223333:role/orders-task';

  const joins: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      'a role, and a policy of another stack',
      {
        'orders.yml': template(service('!GetAtt Role.Arn'), role(`RoleName: ${OF_STACK}`)),
        'policy.yml': template(policy('orders-task')),
      },
    ],
    [
      'a role, and a policy of its own stack',
      {
        'orders.yml': template(
          service('!GetAtt Role.Arn'),
          role(`RoleName: ${OF_STACK}`),
          policy('orders-task'),
        ),
      },
    ],
    [
      'a policy, and a role of its own stack',
      {
        'orders.yml': template(service('!GetAtt Role.Arn'), role('RoleName: orders-task'), policy(OF_STACK)),
      },
    ],
    [
      'a policy, and a role of another stack',
      {
        'app.yml': template(service('!GetAtt Role.Arn'), role('RoleName: orders-task')),
        'orders.yml': template(policy(OF_STACK)),
      },
    ],
    [
      'a policy, and the ARN of a role that is nowhere',
      { 'app.yml': template(service(ARN)), 'orders.yml': template(policy(OF_STACK)) },
    ],
    [
      'the ARN of a role, and a policy of its own stack',
      { 'orders.yml': template(service(ARN_OF_STACK), policy('orders-task')) },
    ],
    [
      'the ARN of a role, and a role of its own stack',
      { 'orders.yml': template(service(ARN_OF_STACK), role('RoleName: orders-task'), policy('!Ref Role')) },
    ],
    [
      'the ARN of a role, and a policy of another stack',
      { 'orders.yml': template(service(ARN_OF_STACK)), 'policy.yml': template(policy('orders-task')) },
    ],
  ];

  test.each(joins)('joins where the name is known: %s', (_, templates) => {
    expect(sessions(templates, { stacks: { 'orders.yml': 'orders' } })).toBe('pass');
  });

  test.each(joins)('does not join where it is another: %s', (_, templates) => {
    expect(sessions(templates, { stacks: { 'orders.yml': 'bills' } })).not.toMatch(/^pass/);
  });

  test.each(joins)('may join where it is not known: %s', (_, templates) => {
    expect(sessions(templates)).not.toMatch(/^fail/);
  });

  test('is not the same in two stacks', () => {
    const templates = {
      'app.yml': template(service(ARN_OF_STACK)),
      'orders.yml': template(policy(OF_STACK)),
    };
    expect(sessions(templates)).toBe('unknown');
    expect(sessions(templates, { stacks: { 'orders.yml': 'orders', 'app.yml': 'app' } })).toBe('unknown');
  });
});

describe('a name that is taken from an ARN', () => {
  const GET_ATT = '!GetAtt Role.Arn';
  const at = (index: number, delimiter: string, source: string): string =>
    `!Select [${index}, !Split ["${delimiter}", ${source}]]`;
  const local = (name: string, properties = 'Tags: []'): string =>
    sessions({ 'app.yml': template(service(GET_ATT), role(properties), policy(name)) });

  const PATH = 'Path: /svc/team/';
  test.each([
    [at(1, '/', GET_ATT), 'Tags: []'],
    [at(1, 'role/', GET_ATT), 'Tags: []'],
    [at(1, '/', at(5, ':', GET_ATT)), 'Tags: []'],
    [at(1, '/', GET_ATT), 'Path: /'],
    [at(3, '/', GET_ATT), PATH],
    [at(1, '/svc/team/', GET_ATT), PATH],
    [at(1, '/', '!Sub "${Role.Arn}"'), 'RoleName: app'],
    [at(1, '/', '!Sub "arn:aws:iam::${AWS::AccountId}:role/${Role}"'), 'RoleName: app'],
  ])('is that of the role: %s (%s)', (name, properties) => {
    expect(local(name, properties)).toBe('pass');
  });

  test.each([
    [at(1, '/', GET_ATT), PATH],
    [at(2, '/', GET_ATT), PATH],
    [at(4, ':', GET_ATT), 'Tags: []'],
  ])('is another one: %s (%s)', (name, properties) => {
    expect(local(name, properties)).toBe('fail task-role-lacks-ssmmessages');
  });

  test.each([
    [at(0, '/', GET_ATT), 'Tags: []', 'fail task-role-lacks-ssmmessages'],
    [at(5, ':', GET_ATT), 'Tags: []', 'pass'],
    [at(1, 'role/', GET_ATT), PATH, 'pass'],
  ])('is none: %s (%s)', (name, properties, sessionsAllowed) => {
    expect(local(name, properties).split(' ').sort()).toEqual(
      [...sessionsAllowed.split(' '), 'policy-attached-by-arn'].sort(),
    );
  });

  test('is not known with a path that is not known, nor by what may be in the name', () => {
    const path = `${template(service(GET_ATT), role('Path: !Ref Path'), policy(at(1, '/', GET_ATT)))}Parameters:
  Path: { Type: String }
`;
    expect(sessions({ 'app.yml': path })).toBe('unknown');
    expect(local(at(1, '-', GET_ATT))).toBe('unknown');
    expect(local(at(1, 'e/', GET_ATT))).toBe('pass');
    expect(local(at(1, '/a', '!Sub "arn:aws:iam::1:role/${Role}"'))).toBe('unknown');
  });

  const given = (name: string, parameter = 'Type: String'): string =>
    `${template(service('!Ref RoleArn'), policy(name))}Parameters:
  RoleArn: { ${parameter} }
`;
  const ARN = 'arn:aws:iam::111122223333:role/svc/app';
  const [FIRST, SECOND, WHOLE] = [0, 1, 2].map(index => at(index, '/', '!Ref RoleArn'));

  test('of a parameter is followed where that is given', () => {
    const judged = (name = ''): string =>
      sessions({ 'app.yml': given(name) }, { parameters: { RoleArn: ARN } });
    expect([FIRST, SECOND, WHOLE].map(judged)).toEqual(['unknown policy-attached-by-arn', 'unknown', 'pass']);
  });

  test('of a parameter is followed where that has a default', () => {
    const judged = (name = ''): string =>
      sessions({ 'app.yml': given(name, `Type: String, Default: "${ARN}"`) });
    expect([FIRST, SECOND, WHOLE].map(judged)).toEqual(['unknown', 'unknown', 'pass']);
  });

  test('is not looked for in a circle', () => {
    const path = `Path: ${at(1, 'o', GET_ATT)}`;
    expect(local(at(1, '/', GET_ATT), path)).toBe('unknown');
  });

  test('of a parameter without a value is that of its role, but for what is before the name', () => {
    const judged = (name = ''): string => sessions({ 'app.yml': given(name) });
    expect([FIRST, SECOND, WHOLE].map(judged)).toEqual(['unknown', 'pass', 'pass']);
    expect(judged(at(1, '/', at(5, ':', '!Ref RoleArn')))).toBe('pass');
    expect(judged(at(1, '/', at(4, ':', '!Ref RoleArn')))).toBe('unknown');
  });
});

test('the name of another resource is taken from its ARN too', () => {
  const text = `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Select [1, !Split ["/", !GetAtt Cluster.Arn]]
      TaskDefinition: app
      EnableExecuteCommand: true
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      Configuration:
        ExecuteCommandConfiguration:
          Logging: OVERRIDE
          LogConfiguration: { CloudWatchLogGroupName: !Select [6, !Split [":", !GetAtt Logs.Arn]] }
  Logs: { Type: AWS::Logs::LogGroup }
`;
  const { services } = lint([parse('app.yml', text)], DEFAULT_OPTIONS);
  expect(services[0]?.recorded.in).toEqual([{ kind: 'log group', resource: 'Logs', name: undefined }]);
});

describe('a policy of another stack for a role that is named from outside', () => {
  const app = (properties: string): string => template(service('!GetAtt Role.Arn'), role(properties));
  const outside = (type: string, roles: string, rest = ''): string =>
    `Parameters: { Name: { Type: ${type} ${rest} } }\n${template(policy('x')).replace('[x]', roles)}`;

  test.each([
    ['String', '[!Ref Name]'],
    ['String', '[!Sub "${Name}"]'],
    ['CommaDelimitedList', '!Ref Name'],
    ['CommaDelimitedList', '[!Select [0, !Ref Name]]'],
    ['String', '!Split [",", !Ref Name]'],
    ['AWS::SSM::Parameter::Value<String>', '[!Ref Name]'],
    ['String', '["{{resolve:ssm:role}}"]'],
    ['String', '[!Select [1, !Split ["/", !Ref Name]]]'],
  ])('may be for the role, whatever its name: %s, %s', (type, roles) => {
    for (const own of ['RoleName: orders-task', 'Path: /', 'RoleName: !Sub "${AWS::StackName}-task"'])
      expect(sessions({ 'app.yml': app(own), 'policy.yml': outside(type, roles) })).toBe('unknown');
  });

  test.each([
    ['a parameter', '!Ref RN', 'unknown'],
    ['its default', '!Ref Default', 'unknown'],
    ['the default of another name', '!Ref Other', 'fail'],
    ['a store', '"{{resolve:ssm:role}}"', 'unknown'],
    ['an import', '!ImportValue role-name', 'unknown'],
  ])('may be for a role that is named by %s', (_, name, expected) => {
    const parameters =
      '{ RN: { Type: String }, Default: { Type: String, Default: orders-task }, Other: { Type: String, Default: bills } }';
    const own = `Parameters: ${parameters}\n${app(`RoleName: ${name}`)}`;
    const policies = { 'policy.yml': template(policy('orders-task')) };
    expect(sessions({ 'app.yml': own, ...policies }).split(' ')[0]).toBe(expected);
    const another = template(role('RoleName: orders-task'));
    expect(sessions({ 'app.yml': own, ...policies, 'role.yml': another })).toMatch(/^fail/);
  });

  test.each([
    ['an import', '[!ImportValue name]', /^fail/],
    ['a map', '[!FindInMap [Names, !Ref Name, Role]]', /^fail/],
    ['an empty default', '[!Ref Name]', /^unknown$/],
  ])('may be for one that has a name, by %s', (_, roles, withoutName) => {
    const policies = outside('String', roles, ', Default: ""');
    expect(sessions({ 'app.yml': app('RoleName: orders-task'), 'policy.yml': policies })).toBe('unknown');
    expect(sessions({ 'app.yml': app('Path: /'), 'policy.yml': policies })).toMatch(withoutName);
  });

  test('is for the one that whoever deploys names', () => {
    const templates = {
      'app.yml': app('RoleName: orders-task'),
      'policy.yml': outside('String', '[!Ref Name]'),
    };
    expect(sessions(templates, { parameters: { Name: 'orders-task' } })).toBe('pass');
    expect(sessions(templates, { parameters: { Name: 'bills-task' } })).toMatch(/^fail/);
  });

  test('is for the default, where there is one', () => {
    const policies = outside('String', '[!Ref Name]', ', Default: orders-task');
    expect(sessions({ 'app.yml': app('RoleName: orders-task'), 'policy.yml': policies })).not.toMatch(
      /^fail/,
    );
    expect(sessions({ 'app.yml': app('RoleName: bills-task'), 'policy.yml': policies })).toMatch(/^fail/);
    expect(sessions({ 'app.yml': app('Path: /'), 'policy.yml': policies })).toMatch(/^fail/);
  });

  test('may be so in one scenario of a stack, and for one of its policies', () => {
    const conditional = outside('String', '[!If [IsProd, !Ref Name, bills-task]]').replace(
      'Resources:',
      'Conditions: { IsProd: !Equals [!Ref Stage, prod] }\nResources:',
    );
    const another = `${outside('String', '[!Ref Name]')}${policy('bills-task').replace('Policy:', 'Other:')}\n`;
    const staged = conditional.replace('{ Name:', '{ Stage: { Type: String }, Name:');
    for (const policies of [staged, another])
      expect(sessions({ 'app.yml': app('RoleName: orders-task'), 'policy.yml': policies })).toBe('unknown');
  });
});

test('actions that a deployment gives as a list are several, and one text is none of them', () => {
  const given = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'];
  const actions = given.map(each => `ssmmessages:${each}`).join(', ');
  const granting = (type: string): string =>
    `Parameters: { Actions: { Type: ${type} } }\n${template(service('!GetAtt Role.Arn'), role('Path: /'), policy('!Ref Role')).replace('"ssmmessages:*"', '!Ref Actions')}`;
  const parameters = { Actions: actions };
  expect(sessions({ 'app.yml': granting('CommaDelimitedList') }, { parameters })).toBe('pass');
  expect(sessions({ 'app.yml': granting('String') }, { parameters })).not.toMatch(/^pass/);
});

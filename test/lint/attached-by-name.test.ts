import { expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, parse } from '../../src/index.ts';

const SERVICE = `
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: { EnableExecuteCommand: true, LaunchType: FARGATE, TaskDefinition: !Ref Task }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: arn:aws:iam::111122223333:role/web
      ContainerDefinitions: [{ Name: app, Image: nginx }]
`;

const POLICY = `
Resources:
  SessionPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [web]
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: ["ssmmessages:*"], Resource: "*" }]
`;

const PARENT = `
Resources:
  App:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./service.yml
      Parameters: { TaskRole: !Ref TaskRole }
  SessionPolicy:
    Type: AWS::IAM::RolePolicy
    Properties:
      PolicyName: sessions
      RoleName: !Select [1, !Split ["/", !Ref TaskRole]]
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: ["ssmmessages:*"], Resource: "*" }]
Parameters:
  TaskRole: { Type: String }
`;

/** The status of a check of each service, by its file. */
function statuses(
  templates: Readonly<Record<string, string>>,
  rule = 'task-role-lacks-ssmmessages',
  options = DEFAULT_OPTIONS,
): Readonly<Record<string, string | undefined>> {
  const documents = Object.entries(templates).map(([file, text]) => parse(file, text));
  const { services } = lint(documents, options);
  return Object.fromEntries(
    services.map(each => [each.file, each.checks.find(({ id }) => id === rule)?.status]),
  );
}

test('a policy of another template that names the role of a task counts', () => {
  expect(statuses({ 'service.yml': SERVICE })).toEqual({ 'service.yml': 'unknown' });
  expect(statuses({ 'app/service.yml': SERVICE, 'iam/policy.yml': POLICY })).toEqual({
    'app/service.yml': 'pass',
  });
});

test('one that names another role does not', () => {
  const other = POLICY.replace('[web]', '[website]');
  expect(statuses({ 'service.yml': SERVICE, 'policy.yml': other })).toEqual({ 'service.yml': 'unknown' });
});

test('a policy counts for the nearest of several roles of one name', () => {
  const templates = {
    'dev/service.yml': SERVICE,
    'prod/service.yml': SERVICE,
    'dev/policy.yml': POLICY,
    'prod/policy.yml': POLICY.replace('Allow', 'Deny'),
  };
  expect(statuses(templates)['dev/service.yml']).toBe('pass');
  expect(statuses(templates, 'ssmmessages-denied')).toEqual({
    'dev/service.yml': 'pass',
    'prod/service.yml': 'fail',
  });
});

test('a policy that is deployed to another account than the role is in does not count', () => {
  const deployed = (account: string): typeof DEFAULT_OPTIONS => ({
    ...DEFAULT_OPTIONS,
    deployedStacks: { 'policy.yml': { name: 'Policy', account, region: undefined } },
  });
  const templates = { 'service.yml': SERVICE, 'policy.yml': POLICY };
  const asked = (account: string): string | undefined =>
    statuses(templates, 'task-role-lacks-ssmmessages', deployed(account))['service.yml'];
  expect([asked('111122223333'), asked('444455556666')]).toEqual(['pass', 'unknown']);
});

test('a policy of a shared folder counts for all who use the role', () => {
  const templates = { 'a/service.yml': SERVICE, 'b/service.yml': SERVICE, 'iam/policy.yml': POLICY };
  expect(statuses(templates)).toEqual({ 'a/service.yml': 'pass', 'b/service.yml': 'pass' });
});

test('the parent stack may name the role by what it gives a nested stack', () => {
  const nested = `Parameters:\n  TaskRole: { Type: String }\n${SERVICE.replace(/TaskRoleArn: .*/, 'TaskRoleArn: !Ref TaskRole')}`;
  expect(statuses({ 'root.yml': PARENT, 'service.yml': nested })).toEqual({ 'service.yml': 'pass' });
  const ofAnother = PARENT.replace('["/", !Ref TaskRole]', '["/", !Ref OtherRole]').concat(
    '  OtherRole: { Type: String }\n',
  );
  expect(statuses({ 'root.yml': ofAnother, 'service.yml': nested })).toEqual({ 'service.yml': 'unknown' });
});

test.each([
  ['a schedule', 'AWS::Scheduler::Schedule'],
  ['a pipe', 'AWS::Pipes::Pipe'],
])('%s may give its task the role', (_, type) => {
  const target =
    type === 'AWS::Pipes::Pipe'
      ? `Source: queue
      RoleArn: role
      Target: cluster
      TargetParameters:
        EcsTaskParameters: { TaskDefinitionArn: !Ref Task, EnableExecuteCommand: true, Overrides: { TaskRoleArn: web } }`
      : `ScheduleExpression: rate(1 hour)
      Target:
        Arn: cluster
        RoleArn: role
        Input: '{"taskRoleArn": "arn:aws:iam::111122223333:role/web"}'
        EcsParameters: { TaskDefinitionArn: !Ref Task, EnableExecuteCommand: true }`;
  const task = SERVICE.slice(SERVICE.indexOf('  Task:')).replace('role/web', 'role/other');
  const template = `${POLICY}  Start:\n    Type: ${type}\n    Properties:\n      ${target}\n${task}`;
  expect(statuses({ 'task.yml': template })).toEqual({ 'task.yml': 'pass' });
});

const ROLE = `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: "sts:AssumeRole" }]
`;
const APP = (role: string, roles: string, parameters = ''): string =>
  `${parameters}${SERVICE.replace('arn:aws:iam::111122223333:role/web', role)}${POLICY.slice(POLICY.indexOf('  Session'))}`.replace(
    'Roles: [web]',
    `Roles: ${roles}`,
  );

const EXPORTING = `${ROLE}Outputs:
  Arn: { Value: !GetAtt Role.Arn, Export: { Name: role } }
  Names: { Value: !Join [",", [!Ref Role, other]], Export: { Name: names } }
`;

test('whether a policy is attached to a role of another stack is unknown where its roles cannot be computed', () => {
  const app = APP('!ImportValue role', '[!Select [1, !Split ["-", !ImportValue role]]]');
  expect(statuses({ 'app.yml': app, 'role.yml': EXPORTING })).toEqual({ 'app.yml': 'unknown' });
});

test('a policy is attached to a role that is in an imported list, and to no other', () => {
  const app = APP('!ImportValue role', '!Split [",", !ImportValue names]');
  expect(statuses({ 'app.yml': app, 'role.yml': EXPORTING })).toEqual({ 'app.yml': 'pass' });
  const others = EXPORTING.replace('[!Ref Role, other]', '[another, other]');
  expect(statuses({ 'app.yml': app, 'role.yml': others })).toEqual({ 'app.yml': 'fail' });
});

test('a policy is attached to a role of another stack whose name it takes from an imported ARN', () => {
  const app = APP('!ImportValue role', '[!Select [1, !Split ["/", !ImportValue role]]]');
  const role = `${ROLE}Outputs:\n  Arn: { Value: !GetAtt Role.Arn, Export: { Name: role } }\n`;
  expect(statuses({ 'app.yml': app, 'role.yml': role })).toEqual({ 'app.yml': 'pass' });
  const inFolder = role.replace('Properties:', 'Properties:\n      Path: /services/');
  expect(statuses({ 'app.yml': app, 'role.yml': inFolder })).toEqual({ 'app.yml': 'fail' });
});

test('the same where the parent stack passes them as a list', () => {
  const parameters = 'Parameters:\n  Arn: { Type: String }\n  Names: { Type: CommaDelimitedList }';
  const nested = `  App:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./app.yml
      Parameters: { Arn: !GetAtt Role.Arn, Names: !Ref Role }
`;
  const files = { 'app.yml': APP('!Ref Arn', '!Ref Names', parameters), 'root.yml': `${ROLE}${nested}` };
  expect(statuses(files)).toEqual({ 'app.yml': 'pass' });
});

test('nothing is certain of a list that only has the name by the default of a parameter', () => {
  const named = ROLE.replace('Properties:', 'Properties:\n      RoleName: web');
  const list = 'Parameters:\n  Names: { Type: CommaDelimitedList, Default: "web,other" }';
  const template = `${APP('!GetAtt Role.Arn', '!Ref Names', list)}${named.slice(named.indexOf('  Role:'))}`;
  expect(statuses({ 'app.yml': template })).toEqual({ 'app.yml': 'unknown' });
  const parameters = { Names: 'web,other' };
  const options = { ...DEFAULT_OPTIONS, parameters };
  expect(statuses({ 'app.yml': template }, undefined, options)).toEqual({ 'app.yml': 'pass' });
});

test('a Deny of which nobody knows whether it applies leaves a service undecided', () => {
  const deny = POLICY.slice(POLICY.indexOf('  Session'))
    .replace('Effect: Allow', 'Effect: Deny')
    .replace('[web]', '[!Select [1, !Split ["-", !GetAtt Role.Arn]]]');
  const policies =
    '      Policies: [{ PolicyName: a, PolicyDocument: { Statement: [{ Effect: Allow, Action: "ssmmessages:*", Resource: "*" }] } }]\n';
  const role = `${ROLE.slice(ROLE.indexOf('  Role:'))}${policies}`;
  const app = `${SERVICE.replace('arn:aws:iam::111122223333:role/web', '!GetAtt Role.Arn')}${role}${deny}`;
  const { services } = lint([parse('app.yml', app)], DEFAULT_OPTIONS);
  expect(services.map(({ opens }) => [opens.is, opens.because])).toEqual([
    ['unknown', ['ssmmessages-denied']],
  ]);
});

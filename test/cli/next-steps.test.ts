import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { folder, READY, run } from './harness.ts';

interface Parts {
  readonly cluster?: string;
  readonly container?: string;
  readonly role?: string;
  readonly definition?: string;
  readonly services?: readonly string[];
  readonly others?: string;
}

/** A service as YAML, with more properties. */
function service(id: string, name: string, ...properties: readonly string[]): string {
  const all = [
    `ServiceName: ${name}`,
    'Cluster: !Ref Cluster',
    'TaskDefinition: !Ref Task',
    'LaunchType: FARGATE',
    ...properties,
  ];
  return `  ${id}:\n    Type: AWS::ECS::Service\n    Properties:\n${all.map(each => `      ${each}\n`).join('')}`;
}

/** A template in which ECS Exec is off and nothing else is wrong. */
function template({
  cluster = 'prod',
  container = 'web',
  role = '',
  definition = 'TaskRoleArn: !GetAtt TaskRole.Arn',
  services = [service('Web', 'shop')],
  others = '',
}: Parts = {}): string {
  return `Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: ${cluster}
      Configuration:
        ExecuteCommandConfiguration:
          Logging: OVERRIDE
          LogConfiguration: { CloudWatchLogGroupName: /exec/logs }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: "256"
      Memory: "512"
      ${definition}
      ContainerDefinitions:
        - { Name: ${container}, Image: nginx, LinuxParameters: { InitProcessEnabled: true } }
  TaskRole:
    Type: AWS::IAM::Role
    Properties:
      ${role}
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: exec
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Action: "logs:*", Resource: "*" }
              - { Effect: Allow, Action: "ssmmessages:*", Resource: "*" }
${services.join('')}${others}`;
}

const NEXT = /^(?:\*\*)?(?:Next steps|次の手順).*/ms;

/** What is said of next steps after a fix; empty where nothing is. */
function nextAfter(text: string, ...args: readonly string[]): string {
  const { out } = run(folder({ 'a.yml': text }), ['--fix', 'a.yml', ...args]);
  return NEXT.exec(out)?.[0] ?? '';
}

/** Commands on one line each, as a shell reads them. */
function commands(said: string): readonly string[] {
  return [...said.replace(/ \\\n +/g, ' ').matchAll(/^ +(aws .*)$/gm)].map(each => each[1] ?? '');
}

describe('after a fix that lets sessions be opened', () => {
  test('it is said what comes next', () => {
    expect(nextAfter(template())).toBe(`Next steps:
  1. Deploy a.yml with CAPABILITY_IAM.
  2. Replace the running tasks; only new ones are sure to pick up the change:
       aws ecs update-service --cluster prod --service shop \\
         --force-new-deployment
  3. Open a session on a new task (\`list-tasks\` gives its id):
       aws ecs execute-command --cluster prod --task "<task id>" \\
         --container web --interactive --command "/bin/sh"
`);
  });

  test('in Japanese too', () => {
    expect(nextAfter(template(), '--lang', 'ja')).toBe(`次の手順:
  1. a.yml (CAPABILITY_IAM を指定) をデプロイします。
  2. 実行中のタスクを入れ替えます (変更は新しいタスクにだけ確実に反映されます):
       aws ecs update-service --cluster prod --service shop \\
         --force-new-deployment
  3. 新しいタスクでセッションを開始します (ID は \`list-tasks\` で確認できます):
       aws ecs execute-command --cluster prod --task "<タスク ID>" \\
         --container web --interactive --command "/bin/sh"
`);
  });

  test.each(['pretty', 'checklist'])('in 80 columns, and the commands whole: %s', format => {
    for (const lang of ['en', 'ja']) {
      const long = { cluster: 'c'.repeat(60), container: 'd'.repeat(60) };
      const said = nextAfter(template(long), '-f', format, '--lang', lang);
      const lines = said.split('\n');
      expect(lines.filter(line => stringWidth(line) > 80 && !/^ +--\w+ [cd]{60} \\$/.test(line))).toEqual([]);
      const [, open] = commands(said);
      expect(open).toMatch(
        /^aws ecs execute-command --cluster c{60} --task ".*" --container d{60} --interactive --command "\/bin\/sh"$/,
      );
    }
  });

  test('in Markdown, with each command on a line of its own', () => {
    const cwd = folder({ 'a.yml': template() });
    const { out } = run(cwd, ['--fix', 'a.yml', '-f', 'markdown']);
    expect(out).toContain('**Next steps**\n\n1. Deploy a.yml with CAPABILITY\\_IAM.');
    expect(out).toContain(
      '   ```sh\n   aws ecs update-service --cluster prod --service shop --force-new-deployment\n   ```\n',
    );
  });

  test('but not where programs read lines', () => {
    const cwd = folder({ 'a.yml': template() });
    const { out, err } = run(cwd, ['--fix', 'a.yml', '-f', 'concise']);
    expect(out).toBe('a.yml: fixed: Set `EnableExecuteCommand` to true [exec-not-enabled]\n');
    expect(err).toBe('');
  });

  test('as data', () => {
    const cwd = folder({ 'a.yml': template() });
    const { nextSteps } = JSON.parse(run(cwd, ['--fix', 'a.yml', '-f', 'json']).out);
    expect(nextSteps).toEqual({
      deployments: [{ file: 'a.yml', capabilities: ['CAPABILITY_IAM'] }],
      services: [
        {
          resource: 'Web',
          file: 'a.yml',
          verdict: 'ready',
          cluster: 'prod',
          service: 'shop',
          container: 'web',
          replacement: 'force-new-deployment',
          commands: [
            'aws ecs update-service --cluster prod --service shop --force-new-deployment',
            'aws ecs execute-command --cluster prod --task "<task id>" --container web --interactive --command "/bin/sh"',
          ],
        },
      ],
    });
  });

  test('of a template from standard input', () => {
    const { out, err } = run(folder(), ['--fix', '-', '--stdin-filename', 'web.yml'], { input: template() });
    expect(out).toContain('EnableExecuteCommand: true');
    expect(err).toContain('Next steps:\n  1. Deploy web.yml with CAPABILITY_IAM.\n');
  });

  test('where a role changes, and sessions could be opened before', () => {
    const cwd = folder({ 'stack.yml': READY.replace(', logs:PutLogEvents', '') });
    const { out } = run(cwd, ['--fix', 'stack.yml']);
    expect(out).toContain('Next steps:\n  1. Deploy stack.yml with CAPABILITY_IAM.\n');
    expect(out).toContain('aws ecs execute-command');
  });

  test('where ECS Exec stays off: the deploy alone, once that is fixed', () => {
    const controlled = service('Web', 'shop', 'DeploymentController: { Type: CODE_DEPLOY }');
    const text = template({ services: [controlled] }).replace(
      /Logging: OVERRIDE\n.*\n/,
      'Logging: DEFAULT\n',
    );
    const cwd = folder({ 'stack.yml': text });
    const { out } = run(cwd, ['--fix', 'stack.yml']);
    expect(out).toMatch(
      /\nNext steps:\n {2}1\. Fix what is left\. Still not ready: service Web\.\n {2}2\. Deploy stack\.yml with CAPABILITY_IAM\.\n$/,
    );
  });
});

describe('nothing is said of it', () => {
  test.each([
    ['where nothing is fixed', READY, []],
    ['where a change is only shown', template(), ['--diff']],
  ])('%s', (_, text, args) => {
    const cwd = folder({ 'a.yml': text });
    const flags = args.length > 0 ? args : ['--fix'];
    const { out, err } = run(cwd, [...flags, 'a.yml']);
    expect(out + err).not.toMatch(NEXT);
  });

  test('where findings are only ignored', () => {
    const cwd = folder({ 'a.yml': template(), 'b.yml': template() });
    const { out } = run(cwd, ['--add-ignore', 'exec-not-enabled', '--reason', 'later', 'a.yml', 'b.yml']);
    expect(out).not.toMatch(NEXT);
  });

  test('about a file that could not be written', () => {
    const cwd = folder({ 'a.yml': template(), 'b.yml': template() });
    chmodSync(join(cwd, 'b.yml'), 0o444);
    const { code, out } = run(cwd, ['--fix', 'a.yml', 'b.yml', '-f', 'json']);
    const { nextSteps } = JSON.parse(out);
    expect(code).toBe(2);
    expect(nextSteps.deployments).toEqual([{ file: 'a.yml', capabilities: ['CAPABILITY_IAM'] }]);
    expect(nextSteps.services.map((each: { file: string }) => each.file)).toEqual(['a.yml']);
  });
});

describe('running tasks', () => {
  const web = (...properties: readonly string[]): Parts => ({
    services: [service('Web', 'shop', ...properties)],
  });

  test('are replaced by the deploy where it changes their task definition', () => {
    const said = nextAfter(template({ definition: 'Family: web' }));
    expect(said).toContain('  2. Open a session');
    expect(commands(said)).toHaveLength(1);
  });

  test.each([
    ['CODE_DEPLOY', 'with a CodeDeploy deployment, since ECS'],
    ['EXTERNAL', 'with a new task set.'],
  ])('are not replaced by force under the deployment controller %s', (type, how) => {
    const said = nextAfter(template(web(`DeploymentController: { Type: ${type} }`)), '--unsafe-fixes');
    expect(said).toContain(`  2. Replace the running tasks of \`Web\` ${how}`);
    expect(said).not.toContain('update-service');
  });

  test('are replaced somehow where the controller is not known', () => {
    const parameter = `Parameters: { Controller: { Type: String } }\n`;
    const text = parameter + template(web('DeploymentController: { Type: !Ref Controller }'));
    expect(nextAfter(text, '--unsafe-fixes')).toContain('  2. Have the running tasks of `Web` replaced.\n');
  });

  test('are not spoken of where none run all the time', () => {
    const rule = `  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: task
          Arn: !GetAtt Cluster.Arn
          RoleArn: arn:aws:iam::123456789012:role/events
          EcsParameters: { TaskDefinitionArn: !Ref Task, LaunchType: FARGATE, EnableExecuteCommand: true }
`;
    const role = template({ services: [], others: rule }).replace(
      '"ssmmessages:*"',
      'ssmmessages:OpenDataChannel',
    );
    expect(nextAfter(role)).toMatch(/^Next steps:\n {2}1\. Deploy a\.yml .*\n {2}2\. Open a session /);
  });
});

describe('capabilities', () => {
  const NESTED =
    '  Rest: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://example.com/a.yml } }\n';

  test.each([
    ['a role', template(), 'CAPABILITY_IAM.'],
    ['a role with a name', template({ role: 'RoleName: task' }), 'CAPABILITY_NAMED_IAM.'],
    [
      'a transform',
      `Transform: AWS::LanguageExtensions\n${template()}`,
      'CAPABILITY_IAM and CAPABILITY_AUTO_EXPAND.',
    ],
    ['a nested stack', template({ others: NESTED }), 'CAPABILITY_IAM and CAPABILITY_AUTO_EXPAND.'],
  ])('for %s', (_, text, said) => {
    expect(nextAfter(text)).toContain(`1. Deploy a.yml with ${said}\n`);
  });

  test('are those of the stack around, which is what is deployed', () => {
    const around = `Resources:
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yml } }
`;
    const cwd = folder({ 'outer.yml': around, 'inner.yml': template({ role: 'RoleName: task' }) });
    const { out } = run(cwd, ['--fix', 'outer.yml', 'inner.yml']);
    expect(out).toContain('1. Deploy outer.yml with CAPABILITY_NAMED_IAM and CAPABILITY_AUTO_EXPAND.\n');
  });

  test('are none where there is nothing to acknowledge', () => {
    const said = nextAfter(
      template({ definition: 'TaskRoleArn: arn:aws:iam::123456789012:role/task' }).replace(
        / {2}TaskRole:[\s\S]*?(?= {2}Web:)/,
        '',
      ),
    );
    expect(said).toContain('1. Deploy a.yml.\n');
  });
});

describe('of several services', () => {
  const NAMES = ['one', 'two', 'three', 'four', 'five'];

  test('each is named once, a few of them', () => {
    const services = NAMES.map(each => service(`S${each}`, each));
    const said = nextAfter(template({ services }));
    expect(commands(said)).toEqual([
      ...NAMES.slice(0, 3).map(
        each => `aws ecs update-service --cluster prod --service ${each} --force-new-deployment`,
      ),
      'aws ecs execute-command --cluster prod --task "<task id>" --container web --interactive --command "/bin/sh"',
    ]);
    expect(said).toContain('     service Sone:\n');
    expect(said).toContain('     The same for 2 more services.\n');
  });

  test('those that are not ready yet are not passed over in silence', () => {
    const other = service('Other', 'other').replace('!Ref Task\n', '!Ref OtherTask\n');
    const broken = `  OtherTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: none
      RequiresCompatibilities: [EC2]
      TaskRoleArn: !GetAtt TaskRole.Arn
      ContainerDefinitions: [{ Name: other, Image: nginx, Memory: 64 }]
`;
    const said = nextAfter(template({ services: [other], others: broken }));
    expect(said).toMatch(
      /^Next steps:\n {2}1\. Fix what is left\. Still not ready: service Other\.\n {2}2\. Deploy /,
    );
  });
});

describe('names', () => {
  test('are those that parameters give, and not those that they may give', () => {
    const text = `Parameters: { Name: { Type: String, Default: demo } }\n${template({ cluster: '!Ref Name' })}`;
    expect(commands(nextAfter(text))[0]).toContain('--cluster "<cluster name>"');
    expect(commands(nextAfter(text, '--parameters', 'Name=live'))[0]).toContain('--cluster live');
  });

  test('of containers are those behind the load balancer', () => {
    const balanced = service('Web', 'shop', 'LoadBalancers: [{ ContainerName: front, ContainerPort: 80 }]');
    expect(commands(nextAfter(template({ services: [balanced] })))[1]).toContain('--container front');
  });

  test('may be an ARN, or the default cluster', () => {
    const arn = 'arn:aws:ecs:eu-west-1:123456789012:cluster/other';
    const there = template({ services: [service('Web', 'shop').replace('!Ref Cluster', arn)] });
    expect(commands(nextAfter(there))[0]).toContain(`--cluster ${arn} `);
    const none = template({ services: [service('Web', 'shop').replace(/ +Cluster: .*\n/, '')] });
    expect(commands(nextAfter(none))[0]).toContain('--cluster default ');
  });

  test.each([
    `"prod; touch owned #"`,
    `"$(touch owned)"`,
    `"\`touch owned\`"`,
    `"a' && touch owned && 'b"`,
    `"--profile"`,
    `"prod\\n::error::owned"`,
    `"prod\\e[31m\\u202e"`,
    `"a | b > c"`,
    `"%PATH%"`,
    `"日本"`,
  ])('that ECS would not accept never come into a command: %s', name => {
    for (const format of ['pretty', 'markdown', 'json']) {
      const services = [service('"W; touch owned\\n"', name)];
      const cwd = folder({ 'a.yml': template({ cluster: name, container: name, services }) });
      const { out } = run(cwd, ['--fix', 'a.yml', '-f', format]);
      const said =
        format === 'json'
          ? JSON.parse(out).nextSteps.services[0].commands
          : commands(NEXT.exec(out)?.[0] ?? '');
      expect(said).toEqual([
        'aws ecs update-service --cluster "<cluster name>" --service "<service name>" --force-new-deployment',
        'aws ecs execute-command --cluster "<cluster name>" --task "<task id>" --container "<container name>" --interactive --command "/bin/sh"',
      ]);
    }
  });
});

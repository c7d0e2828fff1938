import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, fix, lint, parse } from '../../src/index.ts';

/** What the CDK makes of a service without ECS Exec; `paths` are those of its constructs. */
function synthesized(paths: boolean): string {
  const from = (path: string) => (paths ? { Metadata: { 'aws:cdk:path': path } } : {});
  return JSON.stringify(
    {
      Resources: {
        ClusterEB0386A7: { Type: 'AWS::ECS::Cluster', ...from('Stack/Cluster/Resource') },
        TaskRole30FC0FBB: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: {} },
          ...from('Stack/Task/TaskRole/Resource'),
        },
        Task1F: {
          Type: 'AWS::ECS::TaskDefinition',
          Properties: {
            ContainerDefinitions: [{ Name: 'app', Image: 'nginx' }],
            TaskRoleArn: { 'Fn::GetAtt': ['TaskRole30FC0FBB', 'Arn'] },
          },
          ...from('Stack/Task/Resource'),
        },
        BareTask: {
          Type: 'AWS::ECS::TaskDefinition',
          Properties: { ContainerDefinitions: [{ Name: 'app', Image: 'nginx' }] },
          ...from('Stack/BareTask/Resource'),
        },
        ...Object.fromEntries(
          ['Task1F', 'BareTask'].map((task, i) => [
            `Service${i}`,
            {
              Type: 'AWS::ECS::Service',
              Properties: {
                Cluster: { Ref: 'ClusterEB0386A7' },
                TaskDefinition: { Ref: task },
                LaunchType: 'FARGATE',
              },
              ...from(`Stack/Service${i}/Service`),
            },
          ]),
        ),
      },
    },
    null,
    1,
  );
}

const OPTIONS = { ...DEFAULT_OPTIONS, unsafe: true, pedantic: true };

async function refusals(file: string, text: string, fixGenerated: boolean): Promise<readonly string[]> {
  const { changed, report } = await fix([parse(file, text)], { ...OPTIONS, fixGenerated });
  expect(changed.length > 0).toBe(fixGenerated);
  return report.fixes.refused.map(each => `${each.ruleId}: ${each.why}`);
}

describe('a template that the CDK wrote', () => {
  test('is reported but not fixed, and it is said what to set in the app', async () => {
    const text = synthesized(true);
    expect(lint([parse('Stack.json', text)], DEFAULT_OPTIONS).findings.map(each => each.ruleId)).toEqual(
      lint([parse('Stack.json', synthesized(false))], DEFAULT_OPTIONS).findings.map(each => each.ruleId),
    );
    const said = await refusals('Stack.json', text, false);
    const writes = 'The AWS CDK generates this template, and would undo the change:';
    const instead: Readonly<Record<string, string>> = {
      'exec-not-enabled': 'set `enableExecuteCommand: true` on `Stack/Service0`',
      'logging-not-overridden':
        'set `executeCommandConfiguration: { logging: ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup } }` on `Stack/Cluster`',
      'task-role-missing': 'give `Stack/BareTask` a `taskRole`',
      'task-role-lacks-ssmmessages':
        'set `enableExecuteCommand: true` on `Stack/Service0`, which grants its task role these permissions',
      'task-role-not-assumable':
        "pass `assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com')` to `Stack/Task/TaskRole`, within a `CompositePrincipal` where others assume it too",
      'init-process-disabled':
        "pass `linuxParameters: new LinuxParameters(this, 'Init', { initProcessEnabled: true })` where `addContainer` is called on `Stack/Task`",
    };
    const sentences = Object.entries(instead).map(
      ([rule, cure]) => `${rule}: ${writes} in the CDK app, ${cure}.`,
    );
    expect(said).toEqual(expect.arrayContaining(sentences));
  });

  test('offers no fix in a report either', () => {
    const { findings } = lint([parse('Stack.json', synthesized(true))], DEFAULT_OPTIONS);
    expect(findings.filter(each => each.fix)).toEqual([]);
  });

  test('is fixed when that is asked for', async () => {
    expect(await refusals('Stack.json', synthesized(true), true)).toEqual([]);
  });

  test.each([
    'cdk.out/Stack.template.json',
    'app\\cdk.out\\Stack.template.json',
    '/a/cdk.out/assembly-X/Stack.json',
  ])('is known by its place: %s', async file => {
    expect((await refusals(file, synthesized(false), false)).join('\n')).toContain('The AWS CDK generates');
  });

  test('is known by the metadata resource', async () => {
    const text = synthesized(false).replace(
      '"Resources": {',
      '"Resources": {"CDKMetadata": {"Type": "AWS::CDK::Metadata"},',
    );
    expect((await refusals('Stack.json', text, false)).join('\n')).toContain('The AWS CDK generates');
  });
});

describe('other templates', () => {
  test.each([
    ['.aws-sam/build/template.json', '`sam build` generates'],
    ['.serverless/cloudformation-template-update-stack.json', 'The Serverless Framework generates'],
  ])('are known by their place: %s', async (file, words) => {
    expect((await refusals(file, synthesized(false), false)).join('\n')).toContain(words);
  });

  test.each(['Stack.json', 'cdk.out.json', 'my-cdk.out-copy/Stack.json'])('are fixed: %s', async file => {
    const { changed } = await fix([parse(file, synthesized(false))], OPTIONS);
    expect(changed).toHaveLength(1);
  });
});

type Change = (template: string) => string;

/** What is said instead of fixes, by rule, for a service whose task role has no permissions. */
async function adviceWith(file: string, change: Change = same): Promise<Record<string, string>> {
  const template = JSON.parse(synthesized(true)) as { Resources: Record<string, unknown> };
  const { Service0, Task1F, TaskRole30FC0FBB, ClusterEB0386A7 } = template.Resources;
  const Resources = { ClusterEB0386A7, TaskRole30FC0FBB, Task1F, Service0 };
  const text = change(JSON.stringify({ Resources }, null, 1));
  const { report } = await fix([parse(file, text)], OPTIONS);
  return Object.fromEntries(report.findings.map(each => [each.ruleId, String(each.advice)]));
}

const same: Change = template => template;
const switchedOn: Change = template =>
  template.replace('"LaunchType"', '"EnableExecuteCommand": true, "LaunchType"');

describe('the advice for what the CDK wrote', () => {
  const FILE = 'cdk.out/Stack.template.json';

  test('is the flag where it is off', async () => {
    expect((await adviceWith(FILE))['task-role-lacks-ssmmessages']).toBe(
      'in the CDK app, set `enableExecuteCommand: true` on `Stack/Service0`, which grants its task role these permissions',
    );
  });

  test('is never the flag where it is on', async () => {
    const advice = await adviceWith(FILE, switchedOn);
    expect(advice['task-role-lacks-ssmmessages']).toMatch(
      /call `addToTaskRolePolicy` on the task definition of `Stack\/Service0`, since nothing is granted where a property override/,
    );
    expect(Object.values(advice).join()).not.toContain('enableExecuteCommand: true');
  });

  test('names the reason for missing permissions for a log where the flag is on', async () => {
    const recorded: Change = template =>
      switchedOn(template)
        .replace(
          '"Type": "AWS::ECS::Cluster"',
          `"Type": "AWS::ECS::Cluster", "Properties": {"Configuration": {"ExecuteCommandConfiguration": {
            "Logging": "OVERRIDE", "LogConfiguration": {"CloudWatchLogGroupName": {"Ref": "Log"}}}}}`,
        )
        .replace('"Resources": {', '"Resources": {"Log": {"Type": "AWS::Logs::LogGroup"},');
    const advice = await adviceWith(FILE, recorded);
    expect(advice['task-role-lacks-log-permissions']).toContain('where a property override');
  });

  test('is a call where a schedule runs the task', async () => {
    const rule = {
      Type: 'AWS::Events::Rule',
      Metadata: { 'aws:cdk:path': 'Stack/Rule/Resource' },
      Properties: {
        ScheduleExpression: 'rate(1 day)',
        Targets: [
          {
            Id: 'a',
            RoleArn: 'arn:aws:iam::111122223333:role/r',
            Arn: { 'Fn::GetAtt': ['ClusterEB0386A7', 'Arn'] },
            EcsParameters: { TaskDefinitionArn: { Ref: 'Task1F' }, EnableExecuteCommand: true },
          },
        ],
      },
    };
    const scheduled: Change = template =>
      template.replace(/"Service0": \{[\s\S]*/, `"Rule": ${JSON.stringify(rule)}}}`);
    const advice = await adviceWith(FILE, scheduled);
    expect(advice['task-role-lacks-ssmmessages']).toMatch(
      /on the task definition of `Stack\/Rule`, since targets of events, schedules and state machines grant nothing/,
    );
  });
});

describe('the advice for what other tools wrote', () => {
  test('names the settings of plugins of the Serverless Framework', async () => {
    const advice = await adviceWith('.serverless/cloudformation-template-update-stack.json');
    expect(advice['exec-not-enabled']).toContain('`cloudFormationResource.service`');
    expect(advice['exec-not-enabled']).toContain('`override.service`');
    expect(advice['task-role-lacks-ssmmessages']).toContain('`provider.iam.role.statements`');
  });

  test('is a line of the manifest of Copilot, whose templates have it in them', async () => {
    const manifest = JSON.stringify('name: shop-web\ntype: Backend Service\n');
    const copilot: Change = template =>
      template
        .replaceAll('aws:cdk:path', 'other')
        .replace('{', `{"Metadata": {"Version": "v1.34.0", "Manifest": ${manifest}},`);
    const advice = await adviceWith('stack.json', copilot);
    expect(advice['exec-not-enabled']).toBe('set `exec: true` in `copilot/shop-web/manifest.yml`');
    expect(advice['task-role-lacks-ssmmessages']).toContain('set `exec: true`');
    expect(advice['logging-not-overridden']).toContain('`copilot env override`');
  });

  test('names no manifest of Copilot where only its descriptions tell that it wrote the template', async () => {
    const described: Change = template =>
      template
        .replaceAll('aws:cdk:path', 'aws:copilot:description')
        .replace('{', '{"Metadata": {"Version": "v1.34.0"},');
    const advice = await adviceWith('stack.json', described);
    expect(advice['exec-not-enabled']).toBe('set `exec: true` in `copilot/NAME/manifest.yml`');
    const own = await adviceWith('stack.json', template => described(template).replace('v1.34.0', '1.34.0'));
    expect(own['exec-not-enabled']).toBeUndefined();
  });
});

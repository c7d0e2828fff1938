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
  test('is reported but not mended, and it is said what to set in the app', async () => {
    const text = synthesized(true);
    expect(lint([parse('Stack.json', text)], DEFAULT_OPTIONS).findings.map(each => each.ruleId)).toEqual(
      lint([parse('Stack.json', synthesized(false))], DEFAULT_OPTIONS).findings.map(each => each.ruleId),
    );
    const said = await refusals('Stack.json', text, false);
    const writes = 'The AWS CDK writes this template, and would undo the change:';
    const instead: Readonly<Record<string, string>> = {
      'exec-not-enabled': 'set `enableExecuteCommand: true` on `Stack/Service0/Service`',
      'logging-not-overridden': 'set `executeCommandConfiguration` on the cluster `Stack/Cluster`',
      'task-role-missing': 'give the task definition `Stack/BareTask` its `taskRole`',
      'task-role-lacks-ssmmessages':
        'services with `enableExecuteCommand: true` get these rights by themselves; for other tasks, call `addToTaskRolePolicy` on the task definition',
      'task-role-not-assumable': 'make it on `Stack/Task/TaskRole`',
      'init-process-disabled': 'make it on `Stack/Task`, if need be by `addPropertyOverride`,',
    };
    const sentences = Object.entries(instead).map(
      ([rule, cure]) => `${rule}: ${writes} ${cure} in the CDK app.`,
    );
    expect(said).toEqual(expect.arrayContaining(sentences));
  });

  test('offers no fix in a report either', () => {
    const { findings } = lint([parse('Stack.json', synthesized(true))], DEFAULT_OPTIONS);
    expect(findings.filter(each => each.fix)).toEqual([]);
  });

  test('is mended when that is asked for', async () => {
    expect(await refusals('Stack.json', synthesized(true), true)).toEqual([]);
  });

  test.each([
    'cdk.out/Stack.template.json',
    'app\\cdk.out\\Stack.template.json',
    '/a/cdk.out/assembly-X/Stack.json',
  ])('is known by its place: %s', async file => {
    expect((await refusals(file, synthesized(false), false)).join('\n')).toContain('The AWS CDK writes');
  });

  test('is known by the metadata resource', async () => {
    const text = synthesized(false).replace(
      '"Resources": {',
      '"Resources": {"CDKMetadata": {"Type": "AWS::CDK::Metadata"},',
    );
    expect((await refusals('Stack.json', text, false)).join('\n')).toContain('The AWS CDK writes');
  });
});

describe('other templates', () => {
  test.each([
    ['.aws-sam/build/template.json', '`sam build` writes'],
    ['.serverless/cloudformation-template-update-stack.json', 'The Serverless Framework writes'],
  ])('are known by their place: %s', async (file, words) => {
    expect((await refusals(file, synthesized(false), false)).join('\n')).toContain(words);
  });

  test.each(['Stack.json', 'cdk.out.json', 'my-cdk.out-copy/Stack.json'])('are mended: %s', async file => {
    const { changed } = await fix([parse(file, synthesized(false))], OPTIONS);
    expect(changed).toHaveLength(1);
  });
});

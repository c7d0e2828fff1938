import { describe, expect, test } from 'vitest';
import { launchers } from '../../src/ecs/launchers/launchers.ts';
import { ask, askOnce, say } from './query.ts';

const RUN = `
  Cluster: { Type: AWS::ECS::Cluster }
  Report:
    Type: AWS::ECS::TaskDefinition
    Properties: { Family: StackReport1A2B, TaskRoleArn: !GetAtt ReportRole.Arn, RequiresCompatibilities: [FARGATE] }
  ReportRole: { Type: AWS::IAM::Role }
  OtherRole: { Type: AWS::IAM::Role }
`;

function facts(text: string): readonly string[] {
  return askOnce(text, template =>
    launchers(template).map(each =>
      [
        `${each.id}: exec ${say(each.execEnabled())}`,
        `runs ${say(each.taskDefinition())}`,
        `in ${say(each.cluster())}`,
        `as ${say(each.taskRole())}`,
      ].join('; '),
    ),
  );
}

const machine = (properties: string, type = 'AWS::StepFunctions::StateMachine'): string => `
Parameters: { Exec: { Type: String, Default: "true" } }
Resources:${RUN}
  Flow:
    Type: ${type}
    Properties:
${properties}`;

const STATE = `
            Type: Task
            Resource: arn:aws:states:::ecs:runTask.sync
            Parameters:
              Cluster: !GetAtt Cluster.Arn
              TaskDefinition: !Ref Report
              EnableExecuteCommand: true`;

describe('a state machine whose definition is a map', () => {
  test.each(['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'])('%s', type => {
    const definition = `
      Definition:
        StartAt: Run
        States:
          Run:${STATE}`;
    expect(facts(machine(definition, type))).toEqual([
      'Flow: exec yes; runs Report; in Cluster; as ReportRole',
    ]);
  });

  test.each(['ecs:runTask', 'ecs:runTask.sync', 'ecs:runTask.waitForTaskToken', 'aws-sdk:ecs:runTask'])(
    'calls %s',
    call => {
      const definition = `
      Definition:
        States:
          Run:${STATE.replace('arn:aws:states:::ecs:runTask.sync', `!Sub "arn:\${AWS::Partition}:states:::${call}"`)}`;
      expect(facts(machine(definition))).toHaveLength(1);
    },
  );

  test.each(['ecs:stopTask', 'aws-sdk:ecs:runTasks', 'lambda:invoke'])('does not start tasks by %s', call => {
    const definition = `
      Definition:
        States:
          Run:${STATE.replace('ecs:runTask.sync', call)}`;
    expect(facts(machine(definition))).toEqual([]);
  });

  test('may start several, also in parallel and for every item of a map', () => {
    const inner = (name: string): string => `{ StartAt: ${name}, States: { ${name}: { Type: Task,
            Resource: "arn:aws:states:::ecs:runTask", Parameters: { TaskDefinition: !Ref Report } } } }`;
    const definition = `
      Definition:
        States:
          First: { Type: Pass }
          Both: { Type: Parallel, Branches: [${inner('Left')}, ${inner('Right')}] }
          Each: { Type: Map, ItemProcessor: ${inner('Item')} }
          Old: { Type: Map, Iterator: { States: { Nested: { Type: Map, ItemProcessor: ${inner('Deep')} } } } }
`;
    expect(facts(machine(definition)).map(each => each.replace(/:.*/s, ''))).toEqual([
      'Flow/Left',
      'Flow/Right',
      'Flow/Item',
      'Flow/Deep',
    ]);
  });

  test('may take its settings from substitutions', () => {
    const definition = `
      DefinitionSubstitutions:
        Definition: !Ref Report
        Cluster: !GetAtt Cluster.Arn
        Exec: true
      Definition:
        States:
          Run:
            Type: Task
            Resource: arn:aws:states:::ecs:runTask
            Parameters:
              Cluster: \${Cluster}
              TaskDefinition: \${Definition}
              EnableExecuteCommand: \${Exec}`;
    expect(facts(machine(definition))).toEqual(['Flow: exec yes; runs Report; in Cluster; as ReportRole']);
  });

  test('may override the role', () => {
    const role = (text: string): string => `
      Definition:
        States:
          Run:${STATE}
              Overrides: { ${text} }`;
    expect(facts(machine(role('TaskRoleArn: !GetAtt OtherRole.Arn')))[0]).toContain('as OtherRole');
    expect(facts(machine(role('ContainerOverrides: []')))[0]).toContain('as ReportRole');
    expect(facts(machine(role('TaskRoleArn.$: $.role')))[0]).toContain(
      'as unknown because it is computed when the state machine runs',
    );
  });

  test('may compute its settings when it runs', () => {
    const definition = `
      Definition:
        States:
          Path:
            Resource: arn:aws:states:::ecs:runTask
            Parameters: { EnableExecuteCommand.$: $.exec, TaskDefinition.$: $.task }
          Expression:
            Resource: arn:aws:states:::ecs:runTask
            Arguments: { EnableExecuteCommand: "{% $exec %}", TaskDefinition: "{% $task %}" }
          Whole:
            Resource: arn:aws:states:::ecs:runTask
            Arguments: "{% $all %}"`;
    for (const each of facts(machine(definition)))
      expect(each).toMatch(/exec unknown because .*runs unknown because/);
  });

  test('takes `Arguments` where it is written in JSONata', () => {
    const definition = `
      Definition:
        States:
          Run:${STATE.replace('Parameters', 'Arguments')}`;
    expect(facts(machine(definition))).toEqual(['Flow: exec yes; runs Report; in Cluster; as ReportRole']);
  });
});

describe('a state machine whose definition is a text', () => {
  const json = (parameters: string): string => `{
          "StartAt": "Run",
          "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync",
            "Parameters": ${parameters} } } }`;

  test('with `Fn::Sub`', () => {
    const text = json(
      '{ "Cluster": "${Cluster.Arn}", "TaskDefinition": "${Report}", "EnableExecuteCommand": true, "Overrides": { "TaskRoleArn": "${OtherRole.Arn}" } }',
    );
    expect(facts(machine(`      DefinitionString: !Sub |\n        ${text}`))).toEqual([
      'Flow: exec yes; runs Report; in Cluster; as OtherRole',
    ]);
  });

  test('with `Fn::Sub` and variables, one of which is an import', () => {
    const text = json('{ "Cluster": "${C}", "TaskDefinition": "${T}", "EnableExecuteCommand": true }');
    const definition = `      DefinitionString: !Sub
        - |
          ${text}
        - C: !ImportValue Cluster
          T: !Ref Report`;
    expect(facts(machine(definition))).toEqual([
      'Flow: exec yes; runs Report; in unknown because the cluster is not in this template, since it is only known once it is deployed; as ReportRole',
    ]);
  });

  test('with substitutions, in quotes and without', () => {
    const text = json(
      '{ "Cluster": "${C}", "TaskDefinition": "${T}", "EnableExecuteCommand": ${E}, "Count": ${N} }',
    );
    const definition = `      DefinitionString: |
        ${text}
      DefinitionSubstitutions: { C: !Ref Cluster, T: !Ref Report, E: "true", N: 1 }`;
    expect(facts(machine(definition))).toEqual(['Flow: exec yes; runs Report; in Cluster; as ReportRole']);
  });

  test('with a flag that a parameter decides', () => {
    const text = json(
      '{ "Cluster": "${Cluster}", "TaskDefinition": "${Report}", "EnableExecuteCommand": ${Exec} }',
    );
    const document = machine(`      DefinitionString: !Sub |\n        ${text}`);
    expect(facts(document)).toEqual([
      'Flow: exec unknown because its value is neither true nor false; runs Report; in Cluster; as ReportRole',
    ]);
  });

  test('with a flag that a parameter decides, in each scenario', () => {
    const text = json('{ "TaskDefinition": "${Report}", "EnableExecuteCommand": ${Exec} }');
    const document = machine(`      DefinitionString: !Sub |\n        ${text}`);
    const here = ask(document, template => launchers(template).map(each => each.execInScenario()));
    // With its default, with the opposite, and with anything else that is not false.
    expect(here).toEqual([['yes'], ['no'], ['yes']]);
  });

  test('as CDK joins it, with the family of the task definition and an imported cluster', () => {
    const definition = `      DefinitionString:
        Fn::Join:
          - ""
          - - '{"StartAt":"Run","States":{"Run":{"End":true,"Type":"Task","Resource":"arn:'
            - !Ref AWS::Partition
            - ':states:::ecs:runTask.sync","Parameters":{"Cluster":"'
            - !ImportValue Cluster
            - '","TaskDefinition":"StackReport1A2B","NetworkConfiguration":{"AwsvpcConfiguration":{"Subnets":["'
            - !Ref Subnet
            - '"]}},"LaunchType":"FARGATE","EnableExecuteCommand":true}}}}'`;
    expect(facts(machine(definition))[0]).toMatch(
      /^Flow: exec yes; runs Report; in unknown .*; as ReportRole$/,
    );
  });

  test('by `Fn::ToJsonString`', () => {
    const definition = `      DefinitionString:
        Fn::ToJsonString:
          States:
            Run:${STATE.replaceAll('\n', '\n  ')}`;
    expect(facts(machine(definition))).toEqual(['Flow: exec yes; runs Report; in Cluster; as ReportRole']);
  });

  test.each([
    'DefinitionString: "no JSON: ecs:runTask"',
    'DefinitionString: !ImportValue Definition',
    'DefinitionString: !Join [",", !Split [",", !Ref Exec]]',
    'DefinitionS3Location: { Bucket: b, Key: k }',
    'Definition: "ecs:runTask"',
    `DefinitionString: '${'['.repeat(3000)}"ecs:runTask"${']'.repeat(3000)}'`,
    `DefinitionString: '{"States":[],"x":"ecs:runTask"}'`,
  ])('that cannot be read starts nothing that is known: %.60s', definition => {
    expect(facts(machine(`      ${definition}`))).toEqual([]);
  });
});

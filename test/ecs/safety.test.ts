import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { Scenarios } from '../../src/cfn/scenario/scenarios.ts';
import { Declarations } from '../../src/cfn/template/declarations.ts';
import { launchers } from '../../src/ecs/launchers/launchers.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import { parse } from '../../src/syntax/parse.ts';

/** Anything, in the places where launchers are written. */
const anything = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      true,
      false,
      null,
      0,
      '',
      'true',
      '${A}',
      '${Fn}',
      'arn:aws:states:::ecs:runTask',
      '{"a":1}',
      '[',
      '{% $x %}',
    ),
    fc.constantFrom(
      { Ref: 'A' },
      { Ref: 'P' },
      { Ref: 'AWS::NoValue' },
      { 'Fn::GetAtt': ['B', 'Arn'] },
      { 'Fn::Sub': 'ecs:runTask ${A} ${P}' },
      { 'Fn::ImportValue': 'x' },
      { 'Fn::If': ['C', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] },
      {
        'Fn::Join': [
          '',
          ['{"States":{"S":{"Resource":"arn:aws:states:::ecs:runTask","Parameters":', { Ref: 'P' }, '}}}'],
        ],
      },
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'EcsParameters',
        'EnableExecuteCommand',
        'TaskDefinitionArn',
        'TaskDefinition',
        'Arn',
        'Id',
        'Input',
        'Cluster',
        'EcsTaskParameters',
        'ContainerProperties',
        'TaskProperties',
        'EcsProperties',
        'NodeRangeProperties',
        'JobRoleArn',
        'TaskRoleArn',
        'States',
        'Resource',
        'Parameters',
        'Arguments',
        'Branches',
        'ItemProcessor',
        'Overrides',
        'NetworkConfiguration',
        'LaunchType',
        'Container',
        'EnableExecuteCommand.$',
        '__proto__',
        'constructor',
      ),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

const PROPERTIES = {
  'AWS::ECS::Service': [
    'TaskDefinition',
    'Cluster',
    'EnableExecuteCommand',
    'LaunchType',
    'CapacityProviderStrategy',
  ],
  'AWS::ECS::Daemon': ['DaemonTaskDefinitionArn', 'ClusterArn', 'EnableExecuteCommand'],
  'AWS::Events::Rule': ['Targets'],
  'AWS::Scheduler::Schedule': ['Target'],
  'AWS::Pipes::Pipe': ['Target', 'TargetParameters'],
  'AWS::Batch::JobDefinition': [
    'ContainerProperties',
    'EcsProperties',
    'NodeProperties',
    'PlatformCapabilities',
  ],
  'AWS::StepFunctions::StateMachine': ['Definition', 'DefinitionString', 'DefinitionSubstitutions'],
  'AWS::ECS::TaskSet': ['Service', 'TaskDefinition'],
  'AWS::ECS::TaskDefinition': ['TaskRoleArn', 'ExecutionRoleArn', 'ContainerDefinitions', 'Family'],
  'AWS::ECS::Cluster': ['ClusterName', 'Configuration'],
  'AWS::IAM::Role': ['RoleName'],
};

const resource = fc.constantFrom(...Object.entries(PROPERTIES)).chain(([type, names]) =>
  fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: names.length }).map(properties => ({
    Type: type,
    Properties: properties,
  })),
);

const template = fc.record({
  Parameters: fc.constant({ P: { Type: 'String', Default: 'true' } }),
  Conditions: fc.constant({ C: { 'Fn::Equals': [{ Ref: 'P' }, 'true'] } }),
  Resources: fc.record({ A: resource, B: resource, D: resource }),
});

test('no template is too odd to be judged', () => {
  fc.assert(
    fc.property(template, content => {
      const document = parse('template.json', JSON.stringify(content));
      expect(document.problems).toEqual([]);
      const { services } = lint([document], rules, DEFAULT_OPTIONS);
      expect(new Set(services.map(each => each.resource)).size).toBe(services.length);
      new Scenarios(new Declarations(document)).explore(view => {
        for (const each of launchers(view)) {
          expect(each.taskDefinition().is).not.toBe('absent');
          expect(each.cluster().is).not.toBe('absent');
          each.network();
          each.platformVersion();
          each.onFargate();
          each.executionRole();
        }
      });
    }),
    { numRuns: 300 },
  );
});

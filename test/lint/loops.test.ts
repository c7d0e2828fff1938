import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_OPTIONS } from '../../src/lint/options.ts';
import type { Report } from '../../src/lint/report.ts';
import { parse } from '../../src/syntax/parse.ts';

function judge(text: string): Report {
  return lint([parse('template.yaml', text)], rules, { ...DEFAULT_OPTIONS, pedantic: true });
}

/** `rule resource (sure) fix`, for the rules that are asked for. */
function findings(text: string, ...only: string[]): string[] {
  return judge(text)
    .findings.filter(each => only.includes(each.ruleId))
    .map(
      ({ ruleId, resource, sure, fix }) =>
        `${ruleId} ${resource}${sure ? '' : ' unsure'}${fix ? ' with a fix' : ''}`,
    );
}

const SERVICES = (collection: string, properties: string, more = '') => `
Transform: AWS::LanguageExtensions
Parameters: { Names: { Type: CommaDelimitedList, Default: "Api,Web" } }
Mappings: { Exec: { Api: { On: "true" }, Web: { On: "false" } } }
Resources:
  Fn::ForEach::Services:
    - Name
    - ${collection}
    - 'Service\${Name}':
        Type: AWS::ECS::Service
        Properties: { ${properties} }
${more}
`;

describe('a service in a loop', () => {
  test('is one finding with a fix where all that it stands for have it', () => {
    expect(findings(SERVICES('[Api, Web]', 'ServiceName: !Ref Name'), 'exec-not-enabled')).toEqual([
      'exec-not-enabled Service${Name} with a fix',
    ]);
    expect(
      judge(SERVICES('[Api, Web]', 'ServiceName: !Ref Name')).services.map(each => each.resource),
    ).toEqual(['ServiceApi', 'ServiceWeb']);
  });

  test('has no fix where only some of them have it', () => {
    const flag = 'EnableExecuteCommand: !FindInMap [Exec, !Ref Name, "On"]';
    expect(findings(SERVICES('[Api, Web]', flag), 'exec-not-enabled')).toEqual([
      'exec-not-enabled Service${Name}',
    ]);
    expect(findings(SERVICES('[Web]', flag), 'exec-not-enabled')).toEqual([
      'exec-not-enabled Service${Name} with a fix',
    ]);
  });

  test('says why it has no fix', () => {
    const why = (text: string): readonly string[] =>
      judge(text).findings.flatMap(each =>
        each.ruleId === 'exec-not-enabled' ? `${each.fix === undefined} ${each.fixRefused}` : [],
      );
    const flag = 'EnableExecuteCommand: !FindInMap [Exec, !Ref Name, "On"]';
    expect(why(SERVICES('[Api, Web]', flag))).toEqual([
      'true The text stands for several resources, and not all of them need the change.',
    ]);
    expect(why(SERVICES('!Ref Names', 'ServiceName: x'))).toEqual(['true The finding is only likely.']);
    expect(why(SERVICES('[Api, Web]', 'ServiceName: !Ref Name'))).toEqual(['false undefined']);
  });

  test('is only likely over a default, and not fixed', () => {
    expect(findings(SERVICES('!Ref Names', 'ServiceName: x'), 'exec-not-enabled')).toEqual([
      'exec-not-enabled Service${Name} unsure',
    ]);
  });

  test('is not there over names that are not known', () => {
    const report = judge(SERVICES('!Split [",", !ImportValue x]', 'ServiceName: x'));
    expect(report.findings).toEqual([]);
    expect(report.services).toEqual([]);
  });
});

describe('a role in a loop', () => {
  const ROLES = (services: string) => `
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Roles:
    - Name
    - [Api, Web]
    - 'Role\${Name}':
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument: {}
  Fn::ForEach::Tasks:
    - Name
    - ${services}
    - 'Service\${Name}':
        Type: AWS::ECS::Service
        Properties: { EnableExecuteCommand: true, TaskDefinition: !Ref 'Task\${Name}' }
      'Task\${Name}':
        Type: AWS::ECS::TaskDefinition
        Properties: { TaskRoleArn: !GetAtt ['Role\${Name}', Arn] }
`;

  test('is fixed where every one of them is a task role', () => {
    expect(findings(ROLES('[Api, Web]'), 'task-role-lacks-ssmmessages')).toEqual([
      'task-role-lacks-ssmmessages Role${Name} with a fix',
    ]);
  });

  test('is not fixed where some of them are not', () => {
    expect(findings(ROLES('[Api]'), 'task-role-lacks-ssmmessages')).toEqual([
      'task-role-lacks-ssmmessages Role${Name}',
    ]);
  });
});

test('a task definition in a loop gets no role that only one of its turns would have', () => {
  const text = `
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Tasks:
    - Name
    - [Api, Web]
    - 'Service\${Name}':
        Type: AWS::ECS::Service
        Properties: { EnableExecuteCommand: true, TaskDefinition: !Ref 'Task\${Name}', LaunchType: FARGATE }
      'Task\${Name}': { Type: AWS::ECS::TaskDefinition, Properties: { Family: !Ref Name } }
`;
  expect(findings(text, 'task-role-missing')).toEqual(['task-role-missing Task${Name}']);
});

test('what is sure for one service is not said again as likely for another', () => {
  const text = `
Transform: AWS::LanguageExtensions
Parameters: { Names: { Type: CommaDelimitedList, Default: "Api" } }
Resources:
  One: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster } }
  Cluster: { Type: AWS::ECS::Cluster }
  Fn::ForEach::Services:
    - Name
    - !Ref Names
    - 'Service\${Name}': { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster } }
`;
  expect(findings(text, 'logging-not-overridden')).toEqual(['logging-not-overridden Cluster with a fix']);
});

test('the items of a list that is computed are not edited', () => {
  const text = `
Parameters: { Arns: { Type: CommaDelimitedList, Default: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" } }
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: { EnableExecuteCommand: true, TaskDefinition: !Ref Task }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { TaskRoleArn: !GetAtt Role.Arn, ExecutionRoleArn: !GetAtt Execution.Arn }
  Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [] } }
  Execution: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: !Split [",", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"] } }
`;
  const { findings: found } = judge(text);
  for (const { fix } of found)
    for (const edit of fix?.edits ?? []) expect(edit.at.document.within).toBeUndefined();
  expect(found.map(each => each.ruleId)).toContain('ssmmessages-on-execution-role');
});

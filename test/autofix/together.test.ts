import { describe, expect, test } from 'vitest';
import { mayBeForAnyRole } from '../../src/cfn/prefilter/open-policies.ts';
import { DEFAULT_OPTIONS, type Document, fix, parse } from '../../src/index.ts';
import { allFixtures, read } from '../fixtures.ts';
import { RUNS } from './worse.ts';

/**
 * Templates of their own: nothing in them is imported, nested or named by another, and none has a policy for whatever
 * role a parameter names.
 */
const WHOLE = allFixtures()
  .filter(each => each.path.includes('/whole/'))
  .map(each => read(each))
  .filter(each => !/Fn::ImportValue|!ImportValue|AWS::CloudFormation::Stack|\bExport:/.test(each.text))
  .filter(each => !mayBeForAnyRole(each.text));

/** What a run writes, by file. */
async function written(
  documents: readonly Document[],
  options: (typeof RUNS)[number][1],
): Promise<ReadonlyMap<string, string>> {
  const { changed } = await fix(documents, options);
  return new Map(changed.map(({ file, after }) => [file, after]));
}

const NETWORK = `Resources:
  Cluster:
    Type: AWS::ECS::Cluster
Outputs:
  Cluster:
    Value: !Ref Cluster
    Export: { Name: cluster }
`;

const appOn = (cluster: string): string => `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: ${cluster}
      LaunchType: FARGATE
      TaskDefinition: !Ref Task
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{ Name: app, Image: nginx, LinuxParameters: { InitProcessEnabled: true } }]
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          Effect: Allow
          Principal: { Service: ecs-tasks.amazonaws.com }
          Action: sts:AssumeRole
      Policies:
        - PolicyName: log
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: "logs:CreateLogStream", Resource: "*" }
`;

test('a fix that says itself what gets lost is made, and no other one is refused for it', async () => {
  const texts = { network: NETWORK, app: appOn('!ImportValue cluster'), other: appOn('elsewhere') };
  const documents = Object.entries(texts).map(([name, text]) => parse(`${name}.yml`, text));
  const { changed, report } = await fix(documents, { ...DEFAULT_OPTIONS, unsafe: true });
  expect(report.fixes.applied.filter(each => each.file === 'network.yml')).toMatchObject([
    { ruleId: 'logging-not-overridden' },
  ]);
  expect(report.fixes.refused).toEqual([]);
  expect(changed.map(each => each.file)).toEqual(['network.yml', 'app.yml', 'other.yml']);
});

describe.each(RUNS)('%s', (_, options) => {
  test('does to templates that are checked together what it does to each alone', async () => {
    const documents = WHOLE.map((each, i) => parse(`${i}/${each.file.split('/').at(-1)}`, each.text));
    const together = await written(documents, options);
    expect(together.size).toBeGreaterThan(5);
    for (const document of documents) {
      const alone = await written([document], options);
      expect([document.file, together.get(document.file)]).toEqual([document.file, alone.get(document.file)]);
    }
  });
});

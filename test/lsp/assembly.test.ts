import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { folder } from '../cli/harness.ts';
import { Editor } from './editor.ts';

const WEB = 'out/Web.template.json';

const cluster = (logging: string): string =>
  JSON.stringify({
    Resources: {
      Cluster: {
        Type: 'AWS::ECS::Cluster',
        Properties: { Configuration: { ExecuteCommandConfiguration: { Logging: logging } } },
      },
    },
    Outputs: { Name: { Value: { Ref: 'Cluster' } } },
  });

const manifest = (stackName: string): string =>
  JSON.stringify({
    version: '48.0.0',
    artifacts: {
      Shared: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'Shared.template.json', stackName },
      },
    },
  });

test('what a manifest says of stacks counts, and is read again when it changes', async () => {
  const cwd = folder({
    'out/Shared.template.json': cluster('NONE'),
    [WEB]: JSON.stringify({
      Resources: {
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: {
            Cluster: { 'Fn::GetStackOutput': { StackName: 'prod-shared', OutputName: 'Name' } },
            TaskDefinition: 'app:1',
            EnableExecuteCommand: true,
          },
        },
      },
    }),
    'out/manifest.json': manifest('prod-shared'),
  });
  const editor = await Editor.start(cwd);
  await editor.open(WEB);
  const at = editor.at(WEB, '"Service"').start;
  const position = { ...at, character: at.character + 1 };
  expect(await editor.hover(WEB, position)).toContain('✗ `logging-not-overridden`');
  editor.write('out/manifest.json', manifest('another'));
  await editor.tell('out/manifest.json', FileChangeType.Changed);
  expect(await editor.hover(WEB, position)).toContain('which no given template has');
});

test('a finding leads to where the app makes its construct', async () => {
  const cwd = folder({
    [WEB]: JSON.stringify({
      Resources: {
        Service: { Type: 'AWS::ECS::Service', Properties: { Cluster: 'shared', TaskDefinition: 'app:1' } },
      },
    }),
    'lib/web.ts': '',
  });
  const entries = [
    { type: 'aws:cdk:logicalId', data: 'Service' },
    { type: 'aws:cdk:creationStack', data: [`new Web (${cwd}/lib/web.ts:17:5)`] },
  ];
  const editor = await Editor.start(cwd);
  editor.write(
    'out/manifest.json',
    JSON.stringify({
      version: '48.0.0',
      artifacts: {
        Web: {
          type: 'aws:cloudformation:stack',
          properties: { templateFile: 'Web.template.json' },
          metadata: { '/Web/Service': entries },
        },
      },
    }),
  );
  await editor.open(WEB);
  const [fault] = (await editor.current(WEB)).filter(each => each.code === 'exec-not-enabled');
  expect(fault?.relatedInformation?.[0]).toEqual({
    message: 'Web/Service · lib/web.ts:17:5',
    location: {
      uri: editor.uri('lib/web.ts'),
      range: { start: { line: 16, character: 4 }, end: { line: 16, character: 4 } },
    },
  });
});

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
  expect(await editor.hover(WEB, position)).toContain('which no template given here has');
});

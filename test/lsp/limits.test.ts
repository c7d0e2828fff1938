import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { folder, OFF } from '../cli/harness.ts';
import { Editor } from './editor.ts';

const FILE = 'stack.yml';

function services(count: number): string {
  const all = Array.from({ length: count }, (_, i) =>
    OFF.slice(OFF.indexOf('  ')).replace('Service:', `S${i}:`),
  );
  return `Resources:\n${all.join('')}`;
}

async function opened(text: string): Promise<Editor> {
  const editor = await Editor.start(folder());
  await editor.open(FILE, text);
  return editor;
}

describe('a text above 2 MB', () => {
  const padding = `# ${'x'.repeat(97)}\n`.repeat(20_000);
  const large = `${OFF}${padding}`;

  test('is not checked, and that is said once', async () => {
    const editor = await opened(large);
    expect(await editor.current(FILE)).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: DiagnosticSeverity.Warning,
        source: 'ecs-exec-lint',
        message:
          'This file is larger than 2 MB and is not checked. CloudFormation takes templates of up to 1 MB.',
      },
    ]);
    expect(await editor.actions(FILE, editor.at(FILE, 'Service:'))).toEqual([]);
    expect(await editor.hover(FILE, editor.at(FILE, 'Service:').start)).toBe('');
  });

  test('is checked once it is smaller, and no more when it has grown again', async () => {
    const editor = await opened(large);
    await editor.current(FILE);
    await editor.replace(FILE, padding, '');
    expect((await editor.current(FILE)).map(each => each.code)).toEqual(['exec-not-enabled']);
    await editor.type(FILE, editor.span(FILE, OFF.length, OFF.length), padding);
    expect((await editor.current(FILE)).map(each => each.code)).toEqual([undefined]);
  });

  test('is counted in bytes', async () => {
    const editor = await opened(`${OFF}${`# ${'あ'.repeat(98)}\n`.repeat(6800)}`);
    expect((await editor.current(FILE)).map(each => each.code)).toEqual([undefined]);
  });

  test('is passed over in silence where it is no template', async () => {
    const editor = await opened(OFF);
    await editor.open('data.json', `[${'"Resources", '.repeat(200_000)}0]`);
    await editor.replace(FILE, 'app', 'other');
    await editor.current(FILE);
    expect([FILE, 'data.json'].map(each => editor.isTold(each))).toEqual([true, false]);
  });
});

describe('more than 1,000 findings', () => {
  test('are not all shown: errors are first, and the last one says how many are left out', async () => {
    const warned = '  A0:\n    Type: AWS::ECS::Service\n    Properties: {Cluster: a, TaskDefinition: b}\n';
    const ignoring = '# ecs-exec-lint: ignore-file[parse-error] nothing\n';
    const editor = await opened(`${ignoring}${services(1200)}${warned}`);
    const found = await editor.current(FILE);
    expect(found).toHaveLength(1000);
    expect(new Set(found.slice(0, -1).map(each => each.code))).toEqual(new Set(['exec-not-enabled']));
    expect(found.at(-1)).toEqual({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: DiagnosticSeverity.Information,
      source: 'ecs-exec-lint',
      message: '203 more findings in this file are not shown.',
    });
    const actions = await editor.actions(FILE, editor.at(FILE, 'A0:'));
    expect(actions.map(each => each.title)).toContain('Set `EnableExecuteCommand` to true');
  });

  test('are what it takes: 1,000 are shown', async () => {
    const editor = await opened(services(1000));
    const found = await editor.current(FILE);
    expect(new Set(found.map(each => each.code))).toEqual(new Set(['exec-not-enabled']));
    expect(found).toHaveLength(1000);
  });
});

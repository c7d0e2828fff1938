import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { FAULTY, folder, OFF, READY, run, whole } from '../cli/harness.ts';
import { Editor, MODERN } from './editor.ts';

const FILE = 'stack.yml';

const NO_ACTION: CodeAction = { title: 'There is none.' };

/** What an editor of some years ago can do. */
const SIMPLE = { workspace: {}, textDocument: {} };

async function opened(text: string, file: string = FILE, capabilities = MODERN): Promise<Editor> {
  const editor = await Editor.start(folder({ [file]: text }), { capabilities });
  await editor.open(file);
  return editor;
}

/** The action with this title, with its edit. */
async function chosen(editor: Editor, file: string, word: string, title: RegExp): Promise<CodeAction> {
  const actions = await editor.actions(file, editor.at(file, word));
  return editor.resolve(actions.find(each => title.test(each.title)) ?? NO_ACTION);
}

test('the cursor may be anywhere on the line', async () => {
  const editor = await opened(FAULTY);
  await editor.current(FILE);
  const { line } = editor.at(FILE, '  Service:').end;
  const titlesAt = async (character: number): Promise<readonly string[]> => {
    const at = { line, character };
    return (await editor.actions(FILE, { start: at, end: at })).map(each => each.title);
  };
  expect((await titlesAt(3))[0]).toBe('Set `EnableExecuteCommand` to true');
  expect(await titlesAt(0)).toEqual(await titlesAt(3));
  expect(await titlesAt(10)).toEqual(await titlesAt(3));
});

describe('an ignore', () => {
  test('is a comment in YAML, with its reason to be filled in', async () => {
    const editor = await opened(OFF);
    const { edit, title } = await chosen(editor, FILE, 'Service:', /^Ignore/);
    expect(title).toBe('Ignore `exec-not-enabled` here, with a reason');
    const [change] = edit?.documentChanges ?? [];
    expect(change).toMatchObject({
      textDocument: { version: 1 },
      edits: [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
          snippet: {
            kind: 'snippet',
            value: '  # ecs-exec-lint: ignore[exec-not-enabled] ${1:TODO: say why}\n',
          },
        },
      ],
    });
    await editor.apply(edit ?? {});
    expect(await editor.current(FILE)).toEqual([]);
  });

  test('is metadata in JSON', async () => {
    const file = 'stack.json';
    const text = whole('fargate-stack.json');
    const editor = await opened(text, file);
    const before = await editor.current(file);
    const { edit } = await chosen(editor, file, '"Service"', /^Ignore `exec-not-enabled`/);
    await editor.apply(edit ?? {});
    const { Metadata: metadata } = JSON.parse(editor.text(file)).Resources.Service;
    const ignore = [{ rule: 'exec-not-enabled', reason: 'TODO: say why' }];
    expect(metadata).toEqual({ 'ecs-exec-lint': { ignore } });
    const after = (await editor.current(file)).map(each => each.code);
    expect(after).not.toContain('exec-not-enabled');
    expect(after.length).toBeLessThan(before.length);
  });

  test('is what the command line writes', async () => {
    const editor = await opened(FAULTY, FILE, SIMPLE);
    const { edit } = await chosen(editor, FILE, 'ExecutionRole:\n', /^Ignore/);
    await editor.apply(edit ?? {});
    const cwd = folder({ [FILE]: FAULTY });
    const rule = 'ssmmessages-on-execution-role';
    const { out } = run(cwd, ['--add-ignore', rule, '--reason', 'TODO: say why', '-'], { input: FAULTY });
    expect(editor.text(FILE)).toBe(out);
  });

  test('that leaves nothing out is faded', async () => {
    const [fault] = await (
      await opened(READY.replace('Resources:', 'Resources: # ecs-exec-lint: ignore[exec-not-enabled] x'))
    ).current(FILE);
    expect([fault?.code, fault?.tags]).toEqual(['unused-ignore', [1]]);
  });
});

describe('a fix', () => {
  test('that is unsafe says so, and is not preferred', async () => {
    const editor = await opened(`${OFF}      EnableExecuteCommand: false\n`);
    const [fix] = await editor.actions(FILE, editor.at(FILE, 'false'));
    expect(fix?.title).toBe(
      'Set `EnableExecuteCommand` to true (unsafe: it may override a deliberate setting)',
    );
    expect(fix?.isPreferred).toBeUndefined();
    await editor.apply((await editor.resolve(fix ?? NO_ACTION)).edit ?? {});
    expect(editor.text(FILE)).toContain('EnableExecuteCommand: true');
    // And nobody does it to all of a template.
    await editor.replace(FILE, 'true', 'false');
    expect(await editor.actions(FILE, editor.at(FILE, 'false'), ['source.fixAll'])).toEqual([]);
  });

  test('brings with it what would be an error without', async () => {
    const text = `${OFF.replace('app', '!Ref Task')}      EnableExecuteCommand: true
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: app, Image: nginx}]
`;
    const editor = await opened(text);
    const faults = await editor.current(FILE);
    expect(faults.map(each => each.code)).toEqual(['task-role-missing']);
    const { edit } = await chosen(editor, FILE, 'Task:\n', /role/);
    await editor.apply(edit ?? {});
    expect(editor.text(FILE)).toContain('ssmmessages:OpenDataChannel');
    expect(await editor.current(FILE)).toEqual([]);
  });

  test('changes some lines and leaves the others where they are', async () => {
    const editor = await opened(FAULTY);
    const [all] = await editor.actions(FILE, editor.at(FILE, 'Service:'), ['source.fixAll']);
    expect(all?.kind).toBe('source.fixAll.ecs-exec-lint');
    const { edit } = await editor.resolve(all ?? NO_ACTION);
    const [change] = edit?.documentChanges ?? [];
    const edits = change && 'edits' in change ? change.edits : [];
    expect(edits.length).toBeGreaterThanOrEqual(4);
  });

  test('comes with its edit where an editor cannot ask for it later', async () => {
    const editor = await opened(OFF, FILE, SIMPLE);
    const [fix, ignore] = await editor.actions(FILE, editor.at(FILE, 'Service:'));
    const [change] = fix?.edit?.changes?.[editor.uri(FILE)] ?? [];
    expect(change).toEqual({
      range: { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } },
      newText: '      EnableExecuteCommand: true\n',
    });
    await editor.apply(ignore?.edit ?? {});
    expect(editor.text(FILE)).toContain('# ecs-exec-lint: ignore[exec-not-enabled] TODO: say why\n');
  });

  test('that has been made is not made again', async () => {
    const editor = await opened(OFF);
    const [fix] = await editor.actions(FILE, editor.at(FILE, 'Service:'));
    await editor.apply((await editor.resolve(fix ?? NO_ACTION)).edit ?? {});
    await editor.current(FILE);
    expect((await editor.resolve(fix ?? NO_ACTION)).edit).toBeUndefined();
    await editor.until(() => editor.messages.length > 0);
    expect(editor.messages).toEqual(['Set `EnableExecuteCommand` to true: This finding no longer exists.']);
  });

  test('that is refused cannot put a link into what an editor shows of it', async () => {
    const name = '[Click](command:workbench.action.quit)';
    const template = `Resources:
  "${name}":
    Type: AWS::ECS::Service
    Metadata: {aws:cdk:path: Stack/Service}
    Properties: {Cluster: a, TaskDefinition: b}
`;
    const editor = await opened(template);
    const [ignore] = await editor.actions(FILE, editor.at(FILE, name));
    await editor.resolve({ ...ignore, title: `${ignore?.title} ${name}` });
    await editor.until(() => editor.messages.length > 0);
    expect(editor.messages[0]).toContain('[Click] (command:workbench.action.quit)');
  });

  test('in a template that a tool writes is none', async () => {
    const generated = OFF.replace('Properties:', 'Metadata: {aws:cdk:path: Stack/Service}\n    Properties:');
    const editor = await opened(generated);
    const actions = await editor.actions(FILE, editor.at(FILE, 'Service:'));
    expect(actions.map(each => each.title)).toEqual(['Ignore `exec-not-enabled` here, with a reason']);
    expect((await editor.resolve(actions[0] ?? NO_ACTION)).edit).toBeUndefined();
    await editor.until(() => editor.messages.length > 0);
    expect(editor.messages[0]).toContain('would undo the change: suppress it in the configuration');
  });
});

test('there is nothing to do where nothing was found', async () => {
  const editor = await opened(READY);
  expect(await editor.actions(FILE, editor.at(FILE, 'Resources:'))).toEqual([]);
  expect(editor.transcript).not.toContain('<- textDocument/publishDiagnostics');
});

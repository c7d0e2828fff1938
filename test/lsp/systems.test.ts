import { chownSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, FileChangeType } from 'vscode-languageserver/node';
import { FAULTY, folder, OFF, READY, REPOSITORY } from '../cli/harness.ts';
import { FIXTURES } from '../fixtures.ts';
import { Editor, MODERN } from './editor.ts';

/** The files of a set, below another folder where that is wanted. */
function set(name: string, below = ''): Readonly<Record<string, string>> {
  const from = join(FIXTURES, 'sets', name);
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter(each =>
    /(?<!\.fixed)\.yml$/.test(each),
  );
  return Object.fromEntries(files.map(each => [below + each, readFileSync(join(from, each), 'utf8')]));
}

function codes(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(each => each.code);
}

const nothing = (shown: readonly Diagnostic[]): boolean => shown.length === 0;
const something = (shown: readonly Diagnostic[]): boolean => shown.length > 0;

describe('templates of a folder are one system', () => {
  test('what is open is judged with what is on disk, and the fault is shown where it is', async () => {
    const editor = await Editor.start(folder(set('by-import')));
    await editor.open('service.yml');
    expect(codes(await editor.shows('cluster.yml', something))).toEqual(['logging-not-overridden']);
    expect(await editor.hover('service.yml', editor.at('service.yml', 'Service:').start)).toContain(
      'service Service is not ready',
    );
    await editor.close('service.yml');
    await editor.shows('cluster.yml', nothing);
  });

  test('what is typed in one counts for the others, saved or not', async () => {
    const editor = await Editor.start(folder(set('by-import')));
    await editor.open('service.yml');
    await editor.open('roles.yml');
    await editor.shows('cluster.yml', something);
    await editor.replace('roles.yml', 'ssmmessages:OpenDataChannel', 's3:GetObject');
    const faults = await editor.shows('roles.yml', something);
    expect(codes(faults)).toContain('task-role-lacks-ssmmessages');
    const [related] = faults[0]?.relatedInformation ?? [];
    expect(related?.location.uri).toBe(editor.uri('service.yml'));
    await editor.replace('roles.yml', 's3:GetObject', 'ssmmessages:OpenDataChannel');
    await editor.shows('roles.yml', nothing);
  });

  test('a fix may be in another file, which need not be open', async () => {
    const cwd = folder(set('by-import'));
    const editor = await Editor.start(cwd);
    await editor.open('service.yml');
    const [fault] = await editor.shows('cluster.yml', something);
    const [fix] = await editor.actions('cluster.yml', fault?.range ?? editor.at('service.yml', 'Service'));
    const { edit } = await editor.resolve(fix ?? { title: '' });
    const [change] = edit?.documentChanges ?? [];
    expect(change).toMatchObject({ textDocument: { uri: editor.uri('cluster.yml'), version: null } });
    await editor.apply(edit ?? {});
    expect(readFileSync(join(cwd, 'cluster.yml'), 'utf8')).toContain('Logging: OVERRIDE');
    await editor.tell('cluster.yml', FileChangeType.Changed);
    await editor.shows('cluster.yml', nothing);
  });

  test.each([
    { set: 'roles-apart', about: 'execution-role.yml', changed: ['task-role.yml'] },
    { set: 'role-to-move', about: 'service.yml', changed: ['service.yml', 'task-role.yml'] },
  ])('the fix for a finding in $about changes $changed, all at once', async each => {
    const cwd = folder(set(each.set));
    const editor = await Editor.start(cwd);
    await editor.open('service.yml');
    await editor.open('task-role.yml');
    const found = await editor.shows(each.about, something);
    const fault = found.find(one => one.code === 'ssmmessages-on-execution-role');
    const [fix] = await editor.actions(each.about, fault?.range ?? editor.at('service.yml', 'Service'));
    expect(fix?.title).toMatch(
      /^in task-role\.yml(?: and service\.yml)?: (?:Grant|Move) the session actions/,
    );
    const { edit } = await editor.resolve(fix ?? { title: '' });
    const changes = (edit?.documentChanges ?? []).flatMap(one =>
      'textDocument' in one ? [one.textDocument] : [],
    );
    expect(changes).toEqual(each.changed.map(name => ({ uri: editor.uri(name), version: 1 })));
    await editor.apply(edit ?? {});
    for (const name of each.changed)
      expect(editor.text(name), name).toBe(
        readFileSync(join(FIXTURES, 'sets', each.set, name.replace('.yml', '.fixed.yml')), 'utf8'),
      );
    await editor.shows('task-role.yml', nothing);
  });

  test('a fix that is for another file is not made when that cannot be read', async () => {
    const editor = await Editor.start(folder(set('roles-apart')));
    await editor.open('service.yml');
    await editor.open('task-role.yml');
    const [fault] = await editor.shows('execution-role.yml', something);
    const [fix] = await editor.actions('execution-role.yml', fault?.range ?? editor.at('service.yml', 'S'));
    await editor.replace('task-role.yml', 'Resources:', 'Resources: [');
    expect((await editor.resolve(fix ?? { title: '' })).edit).toBeUndefined();
  });

  test('while one cannot be read, the others are judged as before', async () => {
    const editor = await Editor.start(folder(set('by-import')));
    await editor.open('roles.yml');
    await editor.open('service.yml');
    await editor.shows('cluster.yml', something);
    await editor.replace('roles.yml', 'Resources:', 'Resources: [');
    expect(codes(await editor.shows('roles.yml', something))).toContain('parse-error');
    expect(await editor.hover('service.yml', editor.at('service.yml', 'Service:').start)).toMatch(
      /not ready\*\*\n\nopens: yes · recorded: no\n\n- ✗ `logging-not-overridden`.*\n/,
    );
  });

  test('a configuration that cannot be followed has no links, whatever it says', async () => {
    const config = '"[Click](command:workbench.action.quit)\\u001b": 1\n';
    const editor = await Editor.start(folder({ 'alone.yml': OFF, '.ecs-exec-lint.yml': config }));
    await editor.open('alone.yml');
    await editor.until(() => editor.messages.length > 0);
    const [message] = editor.messages;
    expect(message).toContain('[Click] (command:workbench.action.quit)\\u001b');
  });

  test('only what belongs to something open is told', async () => {
    const editor = await Editor.start(folder({ ...set('by-import'), 'alone.yml': OFF, 'other.yml': OFF }));
    await editor.open('alone.yml');
    await editor.shows('alone.yml', something);
    expect(editor.transcript.filter(each => each.includes('publishDiagnostics'))).toHaveLength(1);
  });
});

describe('files on disk', () => {
  test('that change, come and go are taken up', async () => {
    const cwd = folder({ ...set('by-import') });
    const cluster = readFileSync(join(cwd, 'cluster.yml'), 'utf8');
    rmSync(join(cwd, 'cluster.yml'));
    const editor = await Editor.start(cwd);
    await editor.open('service.yml');
    const at = editor.at('service.yml', 'Service:').start;
    expect(await editor.hover('service.yml', at)).toContain('undecided');
    editor.write('cluster.yml', cluster);
    await editor.tell('cluster.yml', FileChangeType.Created);
    await editor.shows('cluster.yml', something);
    editor.write('cluster.yml', `${cluster}\n# changed\n`);
    await editor.tell('cluster.yml', FileChangeType.Changed);
    expect(await editor.hover('service.yml', at)).toContain('not ready');
    rmSync(join(cwd, 'cluster.yml'));
    await editor.tell('cluster.yml', FileChangeType.Deleted);
    await editor.shows('cluster.yml', nothing);
    expect(await editor.hover('service.yml', at)).toContain('undecided');
  });

  test('are looked at again on saving, where an editor does not tell of them', async () => {
    const capabilities = { ...MODERN, workspace: { workspaceFolders: true } };
    const editor = await Editor.start(folder({ 'a.yml': OFF }), { capabilities });
    expect(editor.registrations).toEqual([]);
    await editor.open('a.yml');
    await editor.shows('a.yml', something);
    editor.write('.ecs-exec-lint.yml', 'exec: optional\n');
    await editor.save('a.yml');
    await editor.shows('a.yml', nothing);
  });

  test('are asked to be watched', async () => {
    const cwd = folder({ ...REPOSITORY, 'sub/a.yml': OFF, '.ecs-exec-lint.yml': 'exec: optional\n' });
    const editor = await Editor.start(cwd, { folders: ['sub'] });
    await editor.open('sub/a.yml');
    await editor.until(() => editor.registrations.length === 2);
    const watchers = editor.registrations.flatMap(each => each.registerOptions.watchers);
    expect(watchers).toContainEqual({
      globPattern: { baseUri: editor.uri('').replace(/\/$/, ''), pattern: '.ecs-exec-lint.yml' },
    });
    editor.write('.ecs-exec-lint.yml', 'exec: required\n');
    await editor.tell('.ecs-exec-lint.yml', FileChangeType.Changed);
    await editor.shows('sub/a.yml', something);
  });
});

describe('a configuration', () => {
  test('that cannot be followed is told of, and what counted before still counts', async () => {
    const editor = await Editor.start(
      folder({ 'a.yml': OFF, '.ecs-exec-lint.yml': 'rules: {exec-not-enabled: warning}\n' }),
    );
    await editor.open('a.yml');
    expect((await editor.shows('a.yml', something))[0]?.severity).toBe(2);
    editor.write('.ecs-exec-lint.yml', 'rules: {exec-not-enabeld: info}\n');
    await editor.tell('.ecs-exec-lint.yml', FileChangeType.Changed);
    await editor.until(() => editor.messages.length > 0);
    expect(editor.messages[0]).toMatch(
      /^\.ecs-exec-lint\.yml:1:9: .*did you mean `exec-not-enabled`\?.*config\.schema\.json/,
    );
    await editor.replace('a.yml', 'Cluster: shared', 'Cluster: other');
    expect((await editor.current('a.yml'))[0]?.severity).toBe(2);
    editor.write('.ecs-exec-lint.yml', 'rules: {exec-not-enabled: off}\n');
    await editor.tell('.ecs-exec-lint.yml', FileChangeType.Changed);
    await editor.shows('a.yml', nothing);
    expect(editor.messages).toHaveLength(1);
  });

  test.runIf(process.getuid?.() === 0)('of another user does not apply, and that is told', async () => {
    const cwd = folder({ 'a.yml': OFF, '.ecs-exec-lint.yml': 'exec: optional\n' });
    chownSync(join(cwd, '.ecs-exec-lint.yml'), 65_534, 65_534);
    const editor = await Editor.start(cwd);
    await editor.open('a.yml');
    await editor.shows('a.yml', something);
    await editor.until(() => editor.messages.length > 0);
    expect(editor.messages).toEqual([
      '.ecs-exec-lint.yml: ignored because this configuration belongs to another user; use --config to apply it.',
    ]);
    chownSync(join(cwd, '.ecs-exec-lint.yml'), 0, 0);
    await editor.tell('.ecs-exec-lint.yml', FileChangeType.Changed);
    await editor.shows('a.yml', nothing);
  });

  test('that names a file to write is not followed, and that is told', async () => {
    const editor = await Editor.start(folder({ 'a.yml': OFF, '.ecs-exec-lint.yml': 'format: json=a.yml\n' }));
    await editor.open('a.yml');
    await editor.until(() => editor.messages.length > 0);
    expect(editor.messages[0]).toMatch(/^\.ecs-exec-lint\.yml:1:9: .* cannot name a file: `json=a\.yml`\./);
  });

  test('may be given by flags', async () => {
    const args = ['--no-config', '--only', 'ssmmessages-on-execution-role'];
    const cwd = folder({ 'a.yml': FAULTY, '.ecs-exec-lint.yml': 'nonsense' });
    const editor = await Editor.start(cwd, { args });
    await editor.open('a.yml');
    expect(codes(await editor.current('a.yml'))).toEqual(['ssmmessages-on-execution-role']);
    expect(editor.messages).toEqual([]);
  });

  test('may have a flag beside them that editors add', async () => {
    const editor = await Editor.start(folder({ 'a.yml': OFF }), { args: ['--stdio'] });
    await editor.open('a.yml');
    expect(codes(await editor.current('a.yml'))).toEqual(['exec-not-enabled']);
  });
});

describe('folders', () => {
  test('have each their own configuration, and the innermost speaks of a file', async () => {
    const editor = await Editor.start(
      folder({
        'a.yml': OFF,
        'in/a.yml': OFF,
        'in/.ecs-exec-lint.yml': 'rules: {exec-not-enabled: info}\n',
        'b/a.yml': OFF,
        'b/.ecs-exec-lint.yml': 'rules: {exec-not-enabled: warning}\n',
      }),
      { folders: ['', 'in', 'b'], args: ['--pedantic'] },
    );
    const severities: unknown[] = [];
    for (const file of ['a.yml', 'in/a.yml', 'b/a.yml']) {
      await editor.open(file);
      const shown = await editor.current(file);
      severities.push(shown.find(each => each.code === 'exec-not-enabled')?.severity);
    }
    expect(severities).toEqual([1, 3, 2]);
  });

  test('may be added and removed', async () => {
    const editor = await Editor.start(folder({ ...set('by-import', 'one/'), 'two/a.yml': OFF }), {
      folders: ['two'],
    });
    await editor.open('one/service.yml');
    const at = editor.at('one/service.yml', 'Service:').start;
    // Nobody knows what else may be there.
    expect(await editor.hover('one/service.yml', at)).toContain('undecided');
    const one = { uri: editor.uri('one'), name: 'one' };
    await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [one], removed: [] } });
    await editor.shows('one/cluster.yml', something);
    await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [one] } });
    await editor.shows('one/cluster.yml', nothing);
    expect(await editor.hover('one/service.yml', at)).toContain('undecided');
  });

  test('are not needed for a single file, nor is a file', async () => {
    const editor = await Editor.start(folder({ 'a.yml': OFF, 'b.yml': READY }), { folders: [] });
    await editor.open('a.yml');
    expect(codes(await editor.current('a.yml'))).toEqual(['exec-not-enabled']);
    const uri = 'untitled:Untitled-1';
    await editor.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: OFF },
    });
    const actions = await editor.request<readonly { title: string }[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: editor.at('a.yml', 'Service:'),
      context: { diagnostics: [] },
    });
    expect(actions[0]?.title).toBe('Set `EnableExecuteCommand` to true');
  });

  test('leave out what the command line leaves out, even when it is open', async () => {
    const editor = await Editor.start(
      folder({
        '.gitignore': 'out/\n',
        '.ecs-exec-lint.yml': 'ignorePatterns: [old]\n',
        'out/a.yml': OFF,
        'old/a.yml': OFF,
        'node_modules/x/a.yml': OFF,
        '.hidden/a.yml': OFF,
        'new/a.tpl': OFF,
      }),
    );
    for (const file of ['out/a.yml', 'old/a.yml', 'node_modules/x/a.yml', '.hidden/a.yml', 'new/a.tpl'])
      await editor.open(file);
    // What a person opens may have any name.
    await editor.shows('new/a.tpl', something);
    expect(editor.transcript.filter(each => each.includes('publishDiagnostics'))).toHaveLength(1);
  });
});

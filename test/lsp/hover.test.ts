import { describe, expect, test } from 'vitest';
import { rules } from '../../src/index.ts';
import { FAULTY, folder, READY } from '../cli/harness.ts';
import { allFixtures, read } from '../fixtures.ts';
import { Editor, MODERN } from './editor.ts';

const FILE = 'stack.yml';

const JAPANESE = /[\p{sc=Hira}\p{sc=Kana}]/u;

async function opened(text: string, capabilities = MODERN): Promise<Editor> {
  const editor = await Editor.start(folder({ [FILE]: text }), { capabilities });
  await editor.open(FILE);
  return editor;
}

describe('on the logical id of a service', () => {
  test('stands how ready it is, and what is missing', async () => {
    const editor = await opened(FAULTY);
    const text = await editor.hover(FILE, editor.at(FILE, 'Service:').start);
    expect(text).toMatch(
      /^\*\*service Service is not ready\*\*\n\nopens: no · recorded: no\n\n- ✗ `exec-not-enabled`: Service `Service` does/,
    );
    expect(text).toMatch(/\n- ! `task-role-lacks-log-permissions`: .*\n/);
    expect(text).toMatch(/\n- – .* Not checked: .*\n\n\d+ of \d+ checks pass\.$/);
  });

  test('stands that all is well where it is', async () => {
    const editor = await opened(READY);
    const text = await editor.hover(FILE, editor.at(FILE, 'Service:').start);
    expect(text).toMatch(
      /^\*\*service Service is ready\*\*\n\nopens: yes · recorded: yes, in .*\n\n- – .*\n\n(\d+) of \1 checks pass\.\n\n\*\*Next steps\*\*/,
    );
  });

  test('stands what opens a session there, and what a change takes', async () => {
    const editor = await opened(READY);
    const text = await editor.hover(FILE, editor.at(FILE, 'Service:').start);
    const commands = [...text.matchAll(/```sh\n *(aws .*)\n *```/g)].map(each => each[1]);
    expect(text).toContain('1. Deploy stack.yml with CAPABILITY\\_IAM.');
    expect(commands).toEqual([
      'aws ecs update-service --cluster "<cluster name>" --service "<service name>" --force-new-deployment',
      'aws ecs execute-command --cluster "<cluster name>" --task "<task id>" --container app --interactive --command "/bin/sh"',
    ]);
  });

  test('stands no command where sessions cannot be opened', async () => {
    const editor = await opened(FAULTY);
    const text = await editor.hover(FILE, editor.at(FILE, 'Service:').start);
    expect(text).not.toContain('aws ecs');
  });

  test('stands plain text for an editor that reads no Markdown', async () => {
    const plain = {
      ...MODERN,
      textDocument: { ...MODERN.textDocument, hover: { contentFormat: ['plaintext' as const] } },
    };
    const editor = await opened(READY.replace('  Service:\n', '  "<b>*S*@x":\n'), plain);
    const text = await editor.hover(FILE, editor.at(FILE, '"<b>').start);
    expect(text).toMatch(/^service <b>\*S\*@x is ready\n\nopens: yes/);
    expect(text).toMatch(/\n {3}aws ecs execute-command --cluster "<cluster name>"/);
    expect(text).toContain('CAPABILITY_IAM');
    const about = await editor.hover(FILE, editor.at(FILE, 'TaskRoleArn').start);
    expect(about).toMatch(/AWS: https:\/\/docs\.aws\.amazon\.com\//);
    expect(text + about).not.toMatch(/\*\*|`|\]\(|\\|^---/m);
  });

  test('a name is text and nothing else', async () => {
    const editor = await opened(READY.replace('  Service:\n', '  "<b>*S*":\n'));
    expect(await editor.hover(FILE, editor.at(FILE, '"<b>').start)).toContain('\\<b\\>\\*S\\* is ready');
  });
});

describe('on a property', () => {
  test.each([
    ['TaskRoleArn', 'task-role-missing'],
    ['!GetAtt TaskRole.Arn', 'task-role-lacks-ssmmessages'],
    ['ExecutionRoleArn', 'ssmmessages-on-execution-role'],
    ['AssumeRolePolicyDocument', 'task-role-not-assumable'],
  ])('stands what rules say of it: %s', async (word, rule) => {
    const editor = await opened(FAULTY);
    const text = await editor.hover(FILE, editor.at(FILE, word).start);
    const { summary } = rules.find(each => each.id === rule) ?? {};
    expect(text).toContain(`**${rule}** (error)\n\n${summary}`);
    expect(text).toMatch(
      /\[More\]\(file:\/\/\/.*\/docs\/rules\/[\w-]+\.md\) · \[AWS\]\(https:\/\/docs\.aws\.amazon\.com\//,
    );
  });

  test('stands nothing where no rule is about it', async () => {
    const editor = await opened(FAULTY);
    for (const word of ['LaunchType', 'AWS::ECS::Service', '  # ---', 'Outputs:'])
      expect(await editor.hover(FILE, editor.at(FILE, word).start)).toBe('');
  });

  test('stands only what the policy asks for', async () => {
    const on = FAULTY.replace('LaunchType: FARGATE', 'EnableExecuteCommand: true');
    const editor = await opened(on);
    const text = await editor.hover(FILE, editor.at(FILE, 'EnableExecuteCommand').start);
    expect(text).toContain('**exec-not-enabled**');
    expect(text).not.toContain('**exec-enabled**');
  });
});

describe('in Japanese', () => {
  test.each([
    ['by an option of the editor', { initializationOptions: { lang: 'ja' } }],
    ['by a flag', { args: ['--lang', 'ja'] }],
  ])('all is said that is asked for %s', async (_, started) => {
    const editor = await Editor.start(folder({ [FILE]: FAULTY }), started);
    await editor.open(FILE);
    for (const { message } of await editor.current(FILE)) expect(message).toMatch(JAPANESE);
    const at = editor.at(FILE, 'Service:');
    expect(await editor.hover(FILE, at.start)).toContain('準備未完了');
    for (const { title } of await editor.actions(FILE, at)) expect(title).toMatch(JAPANESE);
  });

  test('the editor chooses, whatever the flag says', async () => {
    const editor = await Editor.start(folder({ [FILE]: FAULTY }), {
      args: ['--lang=ja'],
      initializationOptions: { lang: 'en' },
    });
    await editor.open(FILE);
    for (const { message } of await editor.current(FILE)) expect(message).not.toMatch(JAPANESE);
  });
});

test('who reads no Markdown is told in plain text', async () => {
  const editor = await opened(READY, { textDocument: {} });
  const hover = await editor.request('textDocument/hover', {
    textDocument: { uri: editor.uri(FILE) },
    position: editor.at(FILE, 'Service:').start,
  });
  expect(hover).toMatchObject({ contents: { kind: 'plaintext' } });
});

const ABOUT = rules.flatMap(({ id, properties = [] }) => properties.map(each => [each, id] as const));

test.each(ABOUT)('%s stands in a fixture of %s', (property, id) => {
  const [type, name] = property.includes('::') ? property.split('.', 2) : [undefined, property];
  const last = (name ?? '').split('.').at(-1) ?? '';
  const texts = allFixtures()
    .filter(each => each.rule === id)
    .map(each => read(each).text);
  const isSo = (text: string): boolean =>
    new RegExp(`\\b${last}"?\\s*:`).test(text) && (type === undefined || text.includes(type));
  expect(texts.some(isSo)).toBe(true);
});

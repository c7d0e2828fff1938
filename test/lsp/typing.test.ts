import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAULTY, folder, OFF, run } from '../cli/harness.ts';
import { Editor } from './editor.ts';

const FILE = 'stack.yml';

function codes(diagnostics: readonly { readonly code?: unknown }[]): readonly unknown[] {
  return diagnostics.map(each => each.code);
}

describe('a text that cannot be read', () => {
  test('keeps what was said of all other lines, where they are now', async () => {
    const editor = await Editor.start(folder({ [FILE]: FAULTY }));
    await editor.open(FILE);
    const before = await editor.current(FILE);
    const line = editor.at(FILE, 'Resources:').start;
    await editor.type(FILE, { start: line, end: line }, 'Half: [a,\n{\n\n');
    const broken = await editor.current(FILE);
    expect(broken[0]?.code).toBe('parse-error');
    expect(codes(broken).filter(each => each !== 'parse-error')).toEqual(codes(before));
    for (const { range, code } of before) {
      const now = broken.find(each => each.code === code);
      expect(now?.range.start).toEqual({ line: range.start.line + 3, character: range.start.character });
    }
    // What would be fixed is another text than what is there.
    const service = editor.at(FILE, 'Service:');
    expect(await editor.actions(FILE, service)).toEqual([]);
    expect(await editor.hover(FILE, service.start)).toBe('');

    await editor.replace(FILE, 'Half: [a,\n{\n\n', '');
    expect(await editor.current(FILE)).toEqual(before);
  });

  test('says nothing any more of the lines that are being written', async () => {
    const editor = await Editor.start(folder({ [FILE]: FAULTY }));
    await editor.open(FILE);
    expect(codes(await editor.current(FILE))).toContain('exec-not-enabled');
    await editor.replace(FILE, '  Service:\n', '  Ser"vice: [\n');
    const broken = codes(await editor.current(FILE));
    expect(broken).toContain('parse-error');
    expect(broken).not.toContain('exec-not-enabled');
    expect(broken).toContain('ssmmessages-on-execution-role');
  });

  test('is told of at once when it is opened', async () => {
    const editor = await Editor.start(folder({ [FILE]: 'Resources: [' }));
    await editor.open(FILE);
    expect(codes(await editor.current(FILE))).toEqual(['parse-error']);
  });

  test('may be fixed where only a slip keeps it from being read', async () => {
    const slip = FAULTY.replace('    Type: AWS::ECS::Cluster\n', '    Type: "AWS::ECS::Cluster",\n');
    const editor = await Editor.start(folder({ [FILE]: slip }));
    await editor.open(FILE);
    const [fault] = (await editor.current(FILE)).filter(each => each.code === 'trailing-comma');
    expect(fault).toBeDefined();
    const [fix] = await editor.actions(FILE, fault?.range ?? editor.at(FILE, 'Type'));
    await editor.apply((await editor.resolve(fix ?? { title: '' })).edit ?? {});
    expect(editor.text(FILE)).toBe(slip.replace('Cluster",', 'Cluster"'));
  });
});

test('positions count as editors count: in UTF-16 units, with any line breaks', async () => {
  const text = OFF.replace('  Service:', '  Mark: {Type: "😀", X: 1}\n  "S😀" :').replaceAll('\n', '\r\n');
  const editor = await Editor.start(folder({ [FILE]: '' }));
  await editor.open(FILE, text);
  const [fault] = await editor.current(FILE);
  expect(fault?.range).toEqual(editor.at(FILE, '"S😀"'));
  expect(fault?.message).toContain('S😀');
  await editor.replace(FILE, '"S😀"', '"😀😀S"');
  const [moved] = await editor.current(FILE);
  expect(moved?.range).toEqual(editor.at(FILE, '"😀😀S"'));
  const [fix] = await editor.actions(FILE, moved?.range ?? editor.at(FILE, 'Type'));
  await editor.apply((await editor.resolve(fix ?? { title: '' })).edit ?? {});
  expect(editor.text(FILE)).toMatch(/TaskDefinition: app\r\n {6}EnableExecuteCommand: true\r\n$/);
});

test('not every letter is judged', async () => {
  const editor = await Editor.start(folder({ [FILE]: FAULTY }));
  await editor.open(FILE);
  await editor.current(FILE);
  const { length } = editor.transcript;
  const start = editor.at(FILE, 'Resources:').start;
  for (const letter of [...'# why this is so, in some words\n'].reverse())
    await editor.type(FILE, { start, end: start }, letter);
  await editor.current(FILE);
  const said = editor.transcript.slice(length).filter(each => each.startsWith('<-'));
  expect(said.length).toBeLessThan(5);
});

test('what is opened after all was closed is judged again', async () => {
  const editor = await Editor.start(folder({ [FILE]: OFF, 'b.yml': OFF }));
  await editor.open(FILE);
  await editor.current(FILE);
  await editor.close(FILE);
  await editor.shows(FILE, diagnostics => diagnostics.length === 0);
  await editor.open('b.yml');
  expect(codes(await editor.current('b.yml'))).toEqual(['exec-not-enabled']);
  expect(await editor.actions('b.yml', editor.at('b.yml', 'Service:'))).not.toEqual([]);
});

describe('a large template', () => {
  const stack = (i: number): string => `  Service${i}:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shared
      TaskDefinition: !Ref Task${i}
  Task${i}:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role${i}.Arn
      ContainerDefinitions: [{Name: app, Image: nginx, Essential: true}]
  Role${i}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: 'sts:AssumeRole'}]
`;
  const text = `Resources:\n${Array.from({ length: 60 }, (_, i) => stack(i)).join('')}`;

  test('is judged as the command line does, and fixed one by one', async () => {
    const cwd = folder({ [FILE]: text });
    const lines = run(cwd, ['-f', 'concise', FILE]).out.trimEnd().split('\n');
    const editor = await Editor.start(cwd);
    await editor.open(FILE);
    expect([(await editor.current(FILE)).length, lines.length]).toEqual([120, 120]);
    const [fix] = await editor.actions(FILE, editor.at(FILE, 'Service33:'));
    await editor.apply((await editor.resolve(fix ?? { title: '' })).edit ?? {});
    expect((await editor.current(FILE)).length).toBe(119);
  });

  test('leaves room for saying that nobody waits for an answer any more', async () => {
    const editor = await Editor.start(folder({ [FILE]: text }));
    await editor.open(FILE);
    const { start } = editor.at(FILE, 'Service0:');
    expect(await editor.cancelledHover(FILE, start)).toBeNull();
    expect(await editor.hover(FILE, start)).toContain('not ready');
  });
});

/** What somebody might type, or delete, somewhere. */
const CHANGE = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 60 })),
  text: fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('\n', '  ', ': ', '- ', '{', ']', '"', '!Ref ', '\u3000', '😀', '\r\n', '*x', '&x', '\t'),
  ),
});

test('whatever is typed, in the end the same is said as by the command line', async () => {
  const cwd = folder({ [FILE]: FAULTY });
  const editor = await Editor.start(cwd);
  await editor.open(FILE);
  await fc.assert(
    fc.asyncProperty(fc.array(CHANGE, { minLength: 1, maxLength: 8 }), async changes => {
      for (const { at, length, text } of changes) {
        const offset = Math.floor(editor.text(FILE).length * at);
        await editor.type(FILE, editor.span(FILE, offset, offset + length), text);
      }
      await editor.hover(FILE, { line: 0, character: 0 });
      await editor.type(FILE, editor.span(FILE, 0, editor.text(FILE).length), FAULTY);
      expect(await editor.current(FILE)).toHaveLength(5);
    }),
    { numRuns: 25 },
  );
  expect([editor.messages, editor.logs]).toEqual([[], []]);
  expect(await editor.quit()).toBe(0);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relatedFiles, scanText } from '../../src/index.ts';

function seen(name: string, text: string) {
  return { name, hints: scanText(`Resources: {}\n${text}`) };
}

function reached(texts: Readonly<Record<string, string>>, wanted: string): string {
  const files = Object.entries(texts).map(([name, text]) => seen(name, text));
  return relatedFiles(files, each => each.name === wanted)
    .map(each => each.name)
    .join(' ');
}

test('imports lead to exports, and exports to imports', () => {
  const texts = { a: '!ImportValue x', b: 'Export: x', c: '', d: 'Export: y' };
  expect(reached(texts, 'a')).toBe('a b d');
  expect(reached(texts, 'b')).toBe('a b d');
  expect(reached(texts, 'c')).toBe('c');
});

test('nested stacks lead to their templates and back, and on from there', () => {
  const nested = (file: string): string => `Type: AWS::CloudFormation::Stack\nTemplateURL: "./x/${file}"`;
  const texts = { 'a.yml': nested('b.yml'), 'x/b.yml': nested('c.yml'), 'x/x/c.yml': '', 'd.yml': '' };
  for (const name of ['a.yml', 'x/b.yml', 'x/x/c.yml'])
    expect(reached(texts, name)).toBe('a.yml x/b.yml x/x/c.yml');
  expect(reached(texts, 'd.yml')).toBe('d.yml');
});

test('names of resources and outputs lead to the files that have them, and back', () => {
  const texts = {
    a: 'CloudWatchLogGroupName: !Sub "arn:aws:logs:*:*:log-group:/team/sessions:*"',
    b: 'LogGroupName: "/team/sessions"',
    c: 'LogGroupName: /team/others',
    d: 'Fn::GetStackOutput: {StackName: s, OutputName: Exec}',
    e: 'Outputs: {Exec: {Value: x}}',
  };
  expect(reached(texts, 'a')).toBe('a b');
  expect(reached(texts, 'b')).toBe('a b');
  expect(reached(texts, 'd')).toBe('d e');
  expect(reached(texts, 'e')).toBe('d e');
});

test.each(['./sub/t.yml', 'sub/t.yml', '"sub/t.yml"', 'sub/t.yml # t.yml'])(
  'a path leads to the file that it means, and not to others of its base name: %s',
  path => {
    const outer = `Type: AWS::CloudFormation::Stack\nTemplateURL: ${path}`;
    const texts = { 'a/t.yml': outer, 'a/sub/t.yml': '', 'b/sub/t.yml': '', 'b/t.yml': '', 't.yml': '' };
    expect(reached(texts, 'a/t.yml')).toBe('a/t.yml a/sub/t.yml');
  },
);

test.each([
  '!Sub "https://${Bucket}.s3.amazonaws.com/apps/web.yml"',
  '!Sub ${Base}/apps/web.yml',
  '!Join ["/", [!Ref Base, apps/web.yml]]',
  '!Join ["/", [!Ref Base, apps, web.yml]]',
  'https://s3.amazonaws.com/bucket/apps/web.yml?versionId=1',
])('an address leads to the files that it may end in: %s', address => {
  const outer = `Type: AWS::CloudFormation::Stack\nTemplateURL: ${address}`;
  const texts = { 'a.yml': outer, 'x/apps/web.yml': '', 'other/web.yml': '' };
  expect(reached(texts, 'a.yml')).toBe('a.yml x/apps/web.yml');
});

test('a parent stack may pass all of an address but the base name', () => {
  const root = 'Type: AWS::CloudFormation::Stack\nTemplateURL: ./apps.yml\nPrefix: !Sub "${Base}/apps"';
  const apps = 'Type: AWS::CloudFormation::Stack\nTemplateURL: !Sub "${Prefix}/web.yml"';
  const texts = { 'root.yml': root, 'apps.yml': apps, 'apps/web.yml': '', 'other/web.yml': '' };
  expect(reached(texts, 'apps/web.yml')).toBe('root.yml apps.yml apps/web.yml');
});

test.each(['my role.yml', 'a,b.yml', 'r[1].yml', "r'x.yml", 'r`y.yml'])(
  'a template called %s is found',
  name => {
    const type = 'Type: AWS::CloudFormation::Stack\n';
    for (const written of [JSON.stringify(`./x/${name}`), `x/${name}`, `x/${name} # this one`]) {
      const texts = { 'a.yml': `${type}TemplateURL: ${written}\n`, [`x/${name}`]: '', 'z.yml': '' };
      expect(reached(texts, `x/${name}`)).toBe(`a.yml x/${name}`);
    }
  },
);

test('letters may be written as numbers', () => {
  const nested = 'Type: "AWS::CloudFormation\\x3a:Stack"\nTemplateURL: "r\\x6fle.yml"';
  expect(reached({ 'a.yml': nested, 'role.yml': '', 'b.yml': '' }, 'role.yml')).toBe('a.yml role.yml');
  expect(reached({ a: '{"Fn::Import\\u0056alue": "x"}', b: 'Export: x' }, 'b')).toBe('a b');
});

test('a comment that ends in a backslash hides nothing', () => {
  expect(reached({ a: '# C:\\temp\\\nExport: x', b: '# C:\\temp\\\nFn::ImportValue: x' }, 'b')).toBe('a b');
});

test.each([
  '"\\x52esources": {}',
  '{"\\u0052esources": {}}',
  '"Res\\\n  ources": {}',
  '"\\U00000052esources":',
])('a template may be one though it is written %j', text => {
  expect(scanText(text).mayBeTemplate).toBe(true);
});

test('files are reached from one another, whatever their order', () => {
  const kinds = ['', 'Export: x', '!ImportValue x', 'Type: AWS::CloudFormation::Stack\nTemplateURL: f1'];
  const list = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(list, texts => {
      const files = texts.map((text, i) => seen(`f${i}`, text));
      for (const from of files)
        for (const to of relatedFiles(files, each => each === from)) {
          expect(relatedFiles(files, each => each === to)).toContain(from);
          expect(relatedFiles([...files].reverse(), each => each === from)).toContain(to);
        }
    }),
  );
});

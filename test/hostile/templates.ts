import { OFF } from '../cli/harness.ts';
import type { Trial } from './trial.ts';

/** A file called `a.yml`, or something else, that is checked. */
function template(
  name: string,
  text: () => string | Buffer,
  more: Partial<Trial> & { readonly file?: string } = {},
): Trial {
  const { file = 'a.yml', ...rest } = more;
  return { name, files: () => ({ [file]: text() }), args: ['-f', 'concise', file], ...rest };
}

const property = (value: string): string => `${OFF}      Tags: ${value}\n`;
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const deep = 100_000;

/** What is run when it is read as code. */
const CODE = `!!js/function 'function () { require("node:fs").writeFileSync("owned", ""); return "a"; }'`;

export const TEMPLATES: readonly Trial[] = [
  template('aliases that repeat one another into 10 billion values', () =>
    property(
      `\n        - &a0 [x, x, x, x, x, x, x, x, x, x]\n${lines(10, i => `        - &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`)}`,
    ),
  ),
  template(
    'the same, to be mended',
    () =>
      property(
        `\n        - &a0 [x, x, x, x, x, x, x, x, x, x]\n${lines(10, i => `        - &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`)}`,
      ),
    { args: ['--fix', '-f', 'concise', 'a.yml'] },
  ),
  template('3,000 maps that merge one another', () =>
    property(
      `\n        m0: &m0 {k0: v}\n${lines(2999, i => `        m${i + 1}: &m${i + 1} {<<: *m${i}, k${i + 1}: v}\n`)}`,
    ),
  ),
  template('lists in lists, 100,000 deep', () => property('['.repeat(deep) + ']'.repeat(deep))),
  template('maps in maps, 100,000 deep', () => property('{a: '.repeat(deep) + '}'.repeat(deep))),
  template('block lists in block lists, 100,000 deep', () => property(`\n        ${'- '.repeat(deep)}x`)),
  template('`!If` in `!If`, 10,000 deep', () =>
    property('!If [A, b, '.repeat(10_000) + 'x' + ']'.repeat(10_000)),
  ),
  template(
    'JSON, 100,000 deep',
    () =>
      `{"Resources": {"A": {"Type": "AWS::ECS::Service", "Properties": ${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}}}`,
    { file: 'a.json' },
  ),
  template('100 MB in one line', () => property('x'.repeat(100_000_000)), { isHeavy: true }),
  template('100 MB in many lines', () => property(`\n${'        - x\n'.repeat(8_400_000)}`), {
    isHeavy: true,
  }),
  template('a list of 1,000,000 items', () => property(`\n${'        - 1\n'.repeat(1_000_000)}`), {
    isHeavy: true,
  }),
  template(
    'a list of 1,000,000 items, as short as can be',
    () => `{"Resources":{"A":{"Type":"AWS::ECS::Service","Properties":{"a":[1${',1'.repeat(999_900)}]}}}}`,
    { file: 'a.json', isHeavy: true },
  ),
  template('a text of 1 MB', () => property(`"${'${'.repeat(500_000)}"`), { isHeavy: true }),
  template('a key twice, 20,000 times', () => property(`\n${'        k: v\n'.repeat(20_000)}`), {
    isHeavy: true,
  }),
  template('an empty file', () => ''),
  template('a NUL in a text', () => property('a\0b')),
  template('bytes that are no UTF-8', () =>
    Buffer.concat([Buffer.from(property('a')), Buffer.from([0xff, 0xfe])]),
  ),
  template('UTF-16 with its mark', () => Buffer.from(`\uFEFF${OFF}`, 'utf16le')),
  template('UTF-16 of the other order', () => Buffer.from(`\uFEFF${OFF}`, 'utf16le').swap16()),
  template('UTF-16 without a mark', () => Buffer.from(OFF, 'utf16le')),
  template('line breaks of old Macs', () => OFF.replaceAll('\n', '\r')),
  template('`__proto__` and `constructor` as ids and keys', () => PROTO, { after: isMended }),
  template('the same in JSON', () => JSON.stringify(JSON.parse(PROTO_JSON)), {
    file: 'a.json',
    args: ['--fix', '-f', 'concise', 'a.json'],
    writes: ['a.json'],
  }),
  template(
    '`!!js/function`, `!!js/regexp`, `!!python/object/apply`',
    () =>
      property(
        `{a: ${CODE}, b: {toString: ${CODE}}, c: !!js/regexp /(a+)+$/, d: !!python/object/apply:os.system [touch owned]}`,
      ),
    { args: ['--fix', '-f', 'concise', 'a.yml'], writes: ['a.yml'] },
  ),
];

function isMended(): string {
  return '';
}

const PROTO = `Resources:
  __proto__:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref constructor
      Cluster: !Ref toString
      __proto__: {EnableExecuteCommand: true}
      constructor: {prototype: {EnableExecuteCommand: true}}
  constructor:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !GetAtt hasOwnProperty.Arn}
  toString:
    Type: AWS::ECS::Cluster
  hasOwnProperty:
    Type: AWS::IAM::Role
`;
const PROTO_JSON = '';

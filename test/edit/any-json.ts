import fc from 'fast-check';
import type { Json } from '../../src/syntax/json-value.ts';

const TEXTS = [
  'word',
  'AWS::ECS::Service',
  '2012-10-17',
  'yes',
  'y',
  '0123',
  '1e3',
  '12:30',
  '=',
  '<<',
  '',
  ' padded ',
  'a: b',
  'a #b',
  '*alias',
  '- item',
  "it's",
  'say "x"',
  'two\nlines\n',
  '\u0007\u007f\u0085\u2028\ufeff',
  '全角 🚀',
  '${AWS::Region}-x',
  '054676820928',
  'tab\there',
  '{}',
];

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(true, false, null, 0, 42, -1.5),
  fc.constantFrom<Json[]>(...TEXTS),
);

const { json } = fc.letrec<{ json: Json }>(tie => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: scalar },
    {
      weight: 2,
      arbitrary: fc.dictionary(fc.constantFrom('Alpha', 'Beta', 'Name', 'a b', '名', 'x:'), tie('json'), {
        maxKeys: 3,
      }),
    },
    { weight: 2, arbitrary: fc.array(tie('json'), { maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Json[]>(
        { Ref: 'Alpha' },
        { 'Fn::GetAtt': ['Alpha', 'Arn'] },
        { 'Fn::Sub': '${A}: x' },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('json'), tie('json')).map(([a, b]): Json => ({ 'Fn::If': ['Is', a, b] })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('json'), { minLength: 8, maxLength: 12 })
        .map((a): Json => ({ 'Fn::Join': [',', a] })),
    },
  ),
}));

/** Values of every kind, and text that means something to YAML. */
export const anyJson: fc.Arbitrary<Json> = json;

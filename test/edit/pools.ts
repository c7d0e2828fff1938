/** What templates are made of: scalars as they are written, keys, comments and text over several lines. */
export const SOURCES: readonly string[] = [
  'word',
  '42',
  'true',
  'yes',
  '2012-10-17',
  '0123',
  '1.50',
  '"double # no comment"',
  "'it''s: single'",
  '""',
  '',
  '',
  '~',
  'null',
  'a#b',
  'http://example.com/x?y=z',
  '"\\u0041\\n\\"quoted\\""',
  '"全角 🚀 #"',
  '全角の値',
  '!Ref Alpha',
  '!Sub "${Alpha}-x"',
  '!GetAtt Alpha.Arn',
  `"${'long '.repeat(40)}"`,
];
export const NAMES: readonly string[] = [
  'Alpha',
  'Beta',
  'Gamma',
  'Delta',
  'Properties',
  'Policies',
  '名前',
  'a b',
  'with-dash',
  'url:x',
  'N',
  'Role2',
];
export const REMARKS: readonly string[] = [' note', ' note', 'x: y', ' - item', '', ' 備考 🚀', '# twice'];
export const LITERALS: readonly (readonly string[])[] = [
  ['echo # text', 'x: y', '', '  deeper'],
  ['one'],
  ['one', ''],
  ['- a', '- b', '', ''],
  [],
];
export const FOLDED: readonly (readonly string[])[] = [
  ['two words', 'on two lines'],
  ['a', '', 'b c', 'd'],
];

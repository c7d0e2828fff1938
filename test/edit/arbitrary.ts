import fc from 'fast-check';
import { FOLDED, LITERALS, NAMES, REMARKS, SOURCES } from './pools.ts';
import type { Layout, Styled, StyledEntry, StyledFile, StyledItem } from './styled.ts';

/** How one map or list is laid out. */
export const anyLayout: fc.Arbitrary<Layout> = fc.record({
  form: fc.constantFrom('block', 'block', 'block', 'inline', 'lines'),
  step: fc.constantFrom(2, 2, 4, 1, 3),
  gap: fc.constantFrom(1, 1, 1, 3),
  indented: fc.boolean(),
  ownLine: fc.constantFrom(false, false, true),
  pad: fc.constantFrom('', ' '),
  comma: fc.constantFrom(', ', ', ', ',', ',  '),
  trailingComma: fc.constantFrom(false, false, true),
  commaFirst: fc.constantFrom(false, false, false, true),
});

const remark = fc.constantFrom(...REMARKS);
const rarely = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(some, { nil: undefined, freq: 5 });

/** The comments and blank lines about one entry or item. */
export const anyNotes: fc.Arbitrary<StyledItem['notes']> = fc.record({
  blanks: fc.constantFrom(0, 0, 0, 0, 1, 2),
  above: fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(remark, { minLength: 1, maxLength: 2 }) },
  ),
  beside: rarely(remark),
  below: fc.option(fc.record({ text: remark, deeper: fc.constantFrom(0, 2, -2, 1) }), {
    nil: undefined,
    freq: 9,
  }),
  trailing: fc.constantFrom('', '', '', '', '  ', '\t'),
});

const seldom = fc.constantFrom(false, false, false, false, false, false, false, false, false, true);

const { value } = fc.letrec<{ value: Styled; map: Styled; list: Styled }>(tie => {
  const item = (of: fc.Arbitrary<Styled>): fc.Arbitrary<StyledItem> =>
    fc.record({ value: of, anchored: seldom, notes: anyNotes });
  const entry: fc.Arbitrary<StyledEntry> = fc
    .tuple(
      item(tie('value')),
      fc.record({
        name: fc.constantFrom(...NAMES),
        key: fc.constantFrom('plain', 'plain', 'plain', 'plain', 'single', 'double', 'explicit', 'spaced'),
        nextLine: seldom,
        merge: seldom,
      }),
    )
    .map(([one, other]) => ({ ...one, ...other }));
  return {
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 4,
        arbitrary: fc.constantFrom(...SOURCES).map((source): Styled => ({ is: 'scalar', source })),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          is: fc.constant('folded'),
          quote: fc.constantFrom('', '"', "'"),
          lines: fc.constantFrom(...FOLDED),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          is: fc.constant('literal'),
          header: fc.constantFrom('|', '|-', '|+', '>', '>-', '>+', '|#', '|#-'),
          lines: fc.constantFrom(...LITERALS),
        }),
      },
      { weight: 1, arbitrary: fc.record({ is: fc.constant('alias'), pick: fc.nat(9) }) },
      { weight: 5, arbitrary: tie('map') },
      { weight: 4, arbitrary: tie('list') },
      {
        weight: 1,
        arbitrary: fc.record({
          is: fc.constant('tagged'),
          tag: fc.constantFrom('!If', '!Sub', '!Unknown'),
          of: fc.oneof(tie('list'), tie('map')),
        }),
      },
    ),
    map: fc.record({
      is: fc.constant('map'),
      layout: anyLayout,
      entries: fc.uniqueArray(entry, { selector: each => each.name, maxLength: 5 }),
    }),
    list: fc.record({
      is: fc.constant('list'),
      layout: anyLayout,
      items: fc.array(item(tie('value')), { maxLength: 4 }),
    }),
  };
});

const root: fc.Arbitrary<Styled> = fc
  .record({
    layout: anyLayout,
    entries: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...NAMES),
        key: fc.constantFrom('plain', 'plain', 'plain', 'double'),
        nextLine: fc.constant(false),
        merge: fc.constant(false),
        value,
        anchored: seldom,
        notes: anyNotes,
      }),
      { selector: each => each.name, minLength: 1, maxLength: 5 },
    ),
  })
  .map(each => ({ is: 'map', ...each }));

/** What is to be said of a file as a whole. */
export const anyDress: fc.Arbitrary<Omit<StyledFile, 'root'>> = fc.record({
  format: fc.constantFrom('yaml', 'yaml', 'yaml', 'json'),
  json: fc.record({
    unit: fc.constantFrom('  ', '    ', '\t', ' ', '        '),
    colon: fc.constantFrom(': ', ': ', ' : '),
    minified: fc.constantFrom(false, false, false, true),
  }),
  bom: seldom,
  eol: fc.constantFrom('\n', '\n', '\n', '\r\n', 'mixed'),
  head: fc.constantFrom('', '', '# head\n', '---\n', '# head\n---\n', '%YAML 1.1\n---\n', '\n'),
  tail: fc.constantFrom('\n', '\n', '\n', '', '\n\n\n', '\n...\n', '\n# tail\n', '\n# tail'),
});

/** Templates of every shape: YAML and JSON of every layout. */
export const anyFile: fc.Arbitrary<StyledFile> = fc
  .tuple(root, anyDress)
  .map(([content, dress]) => ({ root: content, ...dress }));

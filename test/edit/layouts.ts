import type { Path } from '../../src/syntax/place.ts';

/**
 * How one map or list is written in a template: an item stands between `open` and `close`, more of them with `parting`.
 */
export interface Layout {
  readonly name: string;
  readonly file: 'template.json' | 'template.yaml';
  /** Where the map or list is. */
  readonly path: Path;
  readonly open: string;
  /** `#` stands for the number of the item. */
  readonly item: string;
  readonly parting: string;
  readonly close: string;
  /** Whether its items are scalars, in whose place another value can be set. */
  readonly isPlain: boolean;
}

type Parts = readonly [open: string, parting: string, close: string];

/** `<` and `>` are the brackets of a map or a list. */
const JSON_LAYOUTS: Readonly<Record<string, Parts>> = {
  'JSON on one line': ['{ "C": <', ', ', '>, "Z": 0 }'],
  JSON: ['{\n  "C": <\n    ', ',\n    ', '\n  >,\n  "Z": 0\n}\n'],
  'JSON with tabs, CRLF and no end': ['{\r\n\t"C": <\r\n\t\t', ',\r\n\t\t', '\r\n\t>\r\n}'],
  'JSON with commas first': ['{ "C":\n  < ', '\n  , ', '\n  >\n}\n'],
  'JSON that begins on the line of the bracket': ['{"C": <', ',\n      ', '>\n}\n'],
};

const BRACKETS: Readonly<Record<string, Parts>> = {
  brackets: ['C: <', ', ', '>\nZ: 0\n'],
  'brackets with blanks inside': ['C: < ', ', ', ' > # note\n'],
  'brackets with a trailing comma': ['C: <', ', ', ',>\n'],
  'brackets with an item a line': ['C: <\n  ', ',\n  ', '\n  >\n'],
  'brackets with an item a line and a trailing comma': ['C: <\n  ', ',\n  ', ',\n  >\nZ: 0'],
  'brackets with comments': ['C: < # head\n  ', ', # note\n  ', ' # last\n  >\n'],
  'brackets with commas first': ['C:\n  < ', '\n  , ', '\n  >\n'],
};

const LINES: Readonly<Record<string, Parts>> = {
  lines: ['C:\n  ', '\n  ', '\nZ: 0\n'],
  'lines at the end of a file without a line break': ['Z: 0\nC:\n  ', '\n  ', ''],
  'lines in CRLF with blank ones between': ['C:\r\n  ', '\r\n\r\n  ', '\r\n\r\nZ: 0\r\n'],
  'lines with comments': ['C: # head\n  # first\n  ', ' # note\n  # above\n  ', ' # note\n  # last\nZ: 0\n'],
};

const VALUES: Readonly<Record<string, { readonly entry: string; readonly item: string }>> = {
  scalars: { entry: 'K#: 1', item: '- 1' },
  'blocks of text': { entry: 'K#: |\n    x\n    y', item: '- |\n    x\n    y' },
  maps: { entry: 'K#:\n    A: 1\n    B: 2', item: '- A: 1\n    B: 2' },
};

const MAPS_OF_OTHER_KINDS: readonly Layout[] = [
  layout('maps behind a dash', ['C:\n- ', '\n  ', '\n- Z\n'], 'K#: 1', ['C', 0]),
  layout(
    'maps behind a dash, with comments',
    ['C:\n  - ', ' # note\n    # above\n    ', '\n    # last\n'],
    'K#: 1',
    ['C', 0],
  ),
  layout('maps at the top', ['', '\n', '\n'], 'K#: 1', []),
];

const LISTS_OF_OTHER_KINDS: readonly Layout[] = [
  layout('lists below their key', ['C:\n- ', '\n- ', '\nZ: 0\n'], '#'),
  layout('lists below their key at the end of a file', ['Z: 0\nC:\n- ', '\n- ', ''], '#'),
  layout('lists behind a dash', ['C:\n- - ', '\n  - ', '\n- Z\n'], '#', ['C', 0]),
  layout('lists with dashes on lines of their own', ['C:\n  -', '\n  -', '\nZ: 0\n'], '\n    A: #\n    B: 2'),
];

export const MAPS: readonly Layout[] = [
  layout('minified JSON', ['{"C":{', ',', '},"Z":0}'], '"K#":1'),
  ...brackets(JSON_LAYOUTS, '{', '}', '"K#": 1'),
  ...brackets(BRACKETS, '{', '}', 'K#: 1'),
  ...lines('entry'),
  ...MAPS_OF_OTHER_KINDS,
];

export const LISTS: readonly Layout[] = [
  layout('minified JSON', ['{"C":[', ',', '],"Z":0}'], '#'),
  ...brackets(JSON_LAYOUTS, '[', ']', '#'),
  ...brackets(BRACKETS, '[', ']', '#'),
  ...lines('item'),
  ...LISTS_OF_OTHER_KINDS,
];

function brackets(
  layouts: Readonly<Record<string, Parts>>,
  open: string,
  close: string,
  item: string,
): readonly Layout[] {
  return Object.entries(layouts).map(([name, [before, parting, after]]) =>
    layout(name, [before.replace('<', open), parting, after.replace('>', close)], item),
  );
}

function lines(kind: 'entry' | 'item'): readonly Layout[] {
  return Object.entries(LINES).flatMap(([name, parts]) =>
    Object.entries(VALUES).map(([of, value]) => {
      const item = value[kind].replaceAll('\n', parts[1].includes('\r') ? '\r\n' : '\n');
      return layout(`${name}, of ${of}`, parts, item);
    }),
  );
}

function layout(name: string, [open, parting, close]: Parts, item: string, path: Path = ['C']): Layout {
  const file = name.includes('JSON') ? 'template.json' : 'template.yaml';
  return { name, file, path, open, item, parting, close, isPlain: !/\n *[AB]:/.test(item) };
}

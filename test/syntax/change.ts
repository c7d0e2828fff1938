import fc from 'fast-check';

/** A change of a few characters: where, in parts of the length, what goes and what comes. */
export interface Change {
  readonly at: number;
  readonly gone: number;
  readonly come: string;
}

/** What means something in YAML somewhere. */
const PIECES: readonly string[] = [
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n ',
    '\n  ',
    '\r',
    '\r\n',
    '\t',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\u3000',
    '\ufeff',
    '\0',
  ],
  ...[
    ':',
    ': ',
    ':\n',
    ' :',
    '-',
    '- ',
    '-\n',
    '? ',
    '#',
    ' #',
    '#x\n',
    ' # c\n',
    ',',
    ', ',
    ',,',
    '|',
    '|\n',
    '|-\n',
    '|+\n',
    '|2\n',
    '>',
    '>-\n',
  ],
  ...[
    "'",
    '"',
    "''",
    '""',
    '"a"',
    "'b'",
    '[',
    ']',
    '{',
    '}',
    '[]',
    '{}',
    '[a]',
    '{a}',
    '{a: b}',
    'a: b',
    '\\',
    '\\n',
    '\\u0041',
  ],
  ...[
    '!',
    '!Ref',
    '!Ref ',
    '!Sub "x"',
    '!If',
    '!!str ',
    '&a ',
    '*a',
    '<<',
    '<<: ',
    '%',
    '%YAML 1.1\n',
    '---',
    '---\n',
    '...\n',
    '@',
    '`',
  ],
  ...['null', '~', 'true', '1.0', ' x y', 'x\n  y', 'Key: v\n', '  - v\n'],
];

export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.integer({ min: 0, max: 4 }),
    come: fc.oneof(
      { weight: 1, arbitrary: fc.constant('') },
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

export function change(text: string, { at, gone, come }: Change): string {
  const offset = Math.floor(at * text.length);
  return text.slice(0, offset) + come + text.slice(offset + gone);
}

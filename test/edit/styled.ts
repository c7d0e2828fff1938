/** A value together with the way in which it is written: what the generator makes and `print.ts` turns into text. */
export type Styled =
  | { readonly is: 'scalar'; readonly source: string }
  | { readonly is: 'folded'; readonly quote: '' | '"' | "'"; readonly lines: readonly string[] }
  | { readonly is: 'literal'; readonly header: string; readonly lines: readonly string[] }
  | { readonly is: 'map'; readonly layout: Layout; readonly entries: readonly StyledEntry[] }
  | { readonly is: 'list'; readonly layout: Layout; readonly items: readonly StyledItem[] }
  | { readonly is: 'tagged'; readonly tag: string; readonly of: Styled }
  /** Repeats one of the anchored values above it; a plain scalar where there is none. */
  | { readonly is: 'alias'; readonly pick: number };

export interface Layout {
  readonly form: 'block' | 'inline' | 'lines';
  /** Columns by which a block or lines in brackets go in. */
  readonly step: number;
  /** Blanks behind a dash. */
  readonly gap: number;
  /** Whether the dashes of a list stand deeper than its key. */
  readonly indented: boolean;
  /** Whether a map below a dash begins on a line of its own. */
  readonly ownLine: boolean;
  /** Blanks inside brackets. */
  readonly pad: '' | ' ';
  readonly comma: ',' | ', ' | ',  ';
  readonly trailingComma: boolean;
  readonly commaFirst: boolean;
}

interface Notes {
  readonly blanks: number;
  /** Comment lines above. */
  readonly above: readonly string[];
  /** A comment on the line. */
  readonly beside: string | undefined;
  /** A comment line below, this many columns deeper. */
  readonly below: { readonly text: string; readonly deeper: number } | undefined;
  readonly trailing: '' | '  ' | '\t';
}

export interface StyledItem {
  readonly value: Styled;
  readonly anchored: boolean;
  readonly notes: Notes;
}

export interface StyledEntry extends StyledItem {
  readonly name: string;
  readonly key: 'plain' | 'single' | 'double' | 'explicit' | 'spaced';
  /** Whether the value of a block entry begins on the next line. */
  readonly nextLine: boolean;
  /** Whether it stands for `<<` with an alias, where there is a map to merge. */
  readonly merge: boolean;
}

export interface StyledFile {
  readonly root: Styled;
  readonly format: 'yaml' | 'json';
  readonly json: { readonly unit: string; readonly colon: ':' | ': ' | ' : '; readonly minified: boolean };
  readonly bom: boolean;
  readonly eol: '\n' | '\r\n' | 'mixed';
  readonly head: '' | '# head\n' | '---\n' | '# head\n---\n' | '%YAML 1.1\n---\n' | '\n';
  readonly tail: '' | '\n' | '\n\n\n' | '\n...\n' | '\n# tail\n' | '\n# tail';
}

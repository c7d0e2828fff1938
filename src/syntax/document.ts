import type { Sentence } from '../i18n/sentence.ts';
import type { Node, Range } from './node.ts';

/** What is wrong with a text. */
export interface SyntaxProblem {
  /** After `syntax` the tree is empty. `duplicate-key` and `slip` leave one that can be judged. */
  readonly kind: 'syntax' | 'duplicate-key' | 'slip';
  /** A complete sentence. */
  readonly message: Sentence;
  readonly range: Range;
}

/** A slip of the pen: what is meant is plain, and what stands there is something else, or nothing at all. */
export interface TextTypo {
  /**
   * `comma`: at the end of a line of a block. Full-width and no-break spaces: in the indentation, before `#`, at the end
   * of a line, or beside the `:` or `-` of a block. Tabs: in the indentation. Colons behind a key of a block: of full width, or without a blank.
   */
  readonly kind:
    | 'comma'
    | 'tab'
    | 'space in indentation'
    | 'space before comment'
    | 'space at end'
    | 'space in block'
    | 'full-width colon'
    | 'colon without space';
  readonly range: Range;
  readonly written: string;
  /** What is written before it on its line. */
  readonly before: string;
  /** What takes its place. */
  readonly text: string;
}

/** A text, and the tree that it is read as. */
export interface Document {
  readonly file: string;
  readonly text: string;
  readonly format: 'yaml' | 'json';
  /** What is meant: the tree of the text without its slips. */
  readonly root: Node;
  readonly problems: readonly SyntaxProblem[];
  /** Those that keep the text from being read are among the problems too. */
  readonly typos: readonly TextTypo[];
  /** The tree of the text with its slips, where that can be read. */
  readonly asWritten?: Node;
  /** Set for JSON that is written as text inside another template: where that text stands. */
  readonly within?: Place;
}

/** Keys and indices from the root of a document. A tag counts as its long form: `['Fn::If', 1]`. */
export type Path = readonly (string | number)[];

/** Several templates are one system, so a path alone does not say where. */
export interface Place {
  readonly document: Document;
  readonly path: Path;
  /** Narrower than the path can say: a syntax problem, which has no path. */
  readonly range?: Range;
  /** Set where one text stands for several: which of them is meant. */
  readonly iteration?: Iteration;
}

/** One of the times that a text is repeated, each time with other names in it. */
export interface Iteration {
  /** What the names in the text stand for this time. */
  readonly names: ReadonlyMap<string, string>;
  /** How often the text is repeated in all; infinite where that is not known. */
  readonly of: number;
  /** Why it may be repeated for other names than these: a phrase that follows "because". */
  readonly unsure?: Sentence;
}

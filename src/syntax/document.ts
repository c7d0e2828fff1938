import type { Sentence } from '../i18n/sentence.ts';
import type { Node, Range } from './node.ts';
import type { Place } from './place.ts';

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

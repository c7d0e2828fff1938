import type { Node, Range } from './node.ts';
import type { Place } from './place.ts';

export interface SyntaxProblem {
  /** `duplicate-key` leaves a tree that can be judged; after `syntax` the tree is empty. */
  readonly kind: 'syntax' | 'duplicate-key';
  /** A complete sentence. */
  readonly message: string;
  readonly range: Range;
}

export interface Document {
  readonly file: string;
  readonly text: string;
  readonly format: 'yaml' | 'json';
  readonly root: Node;
  readonly problems: readonly SyntaxProblem[];
  /** Set for JSON that is written as text inside another template: where that text stands. */
  readonly within?: Place;
}

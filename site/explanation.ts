import type { OpenCheck } from './judgement.ts';

/** What there is to say of an error message, in one language: plain data, as it comes from the worker. */
export interface Explained {
  readonly messages: readonly { readonly name: string; readonly meaning: string }[];
  /** What the templates have to do with it: a complete sentence. */
  readonly outcome: string;
  readonly services: readonly {
    readonly resource: string;
    readonly file: string;
    readonly open: readonly OpenCheck[];
    readonly passed: readonly string[];
  }[];
  readonly besides: readonly OpenCheck[];
  readonly outside: readonly { readonly text: string; readonly command: string }[];
}

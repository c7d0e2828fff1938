import type { Catalogue } from './words.ts';

/** What there is to say, in Japanese. */
export const ja: Catalogue = {};

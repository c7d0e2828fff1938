import { expect } from 'vitest';
import { Sentence } from '../src/i18n/sentence.ts';

/** In expectations a sentence is written as what it says. */
expect.addEqualityTesters([
  (a, b) => {
    if (a instanceof Sentence && typeof b === 'string') return String(a) === b;
    if (b instanceof Sentence && typeof a === 'string') return String(b) === a;
    return undefined;
  },
]);

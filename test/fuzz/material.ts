import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS } from '../corpus.ts';
import { FIXTURES } from '../fixtures.ts';

/** A text before or after it was changed, and the name that it goes by. */
export interface Text {
  readonly file: string;
  readonly text: string;
}

/**
 * All that is changed, in an order that is the same everywhere: the fixtures, and real templates where there are some.
 */
export function material(): readonly Text[] {
  const names = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).sort();
  const fixtures = names
    .filter(name => /\.(?:ya?ml|json|template)$/.test(name) && !name.endsWith('settings.json'))
    .map(name => ({ file: name, text: readFileSync(join(FIXTURES, name), 'utf8') }));
  return [...fixtures, ...CORPUS.filter(each => each.text.length <= LONGEST)];
}

/** A long text takes the time of many short ones, and has little in it that they have not. */
const LONGEST = 40_000;

import { DEFAULT_OPTIONS, type FixOptions, parse } from '../../src/index.ts';
import { changeBytes } from './change-bytes.ts';
import { changeTokens } from './change-tokens.ts';
import { changeTrees } from './change-trees.ts';
import type { Text } from './material.ts';
import { Random } from './random.ts';

/** Templates that are judged and mended together, and how. */
export interface Case {
  readonly texts: readonly Text[];
  readonly options: FixOptions;
  readonly changes: readonly Change[];
}

export type Change = 'bytes' | 'tokens' | 'trees';

const CHANGES: Readonly<Record<Change, (text: string, random: Random, other: string) => string>> = {
  bytes: changeBytes,
  tokens: changeTokens,
  trees: changeTrees,
};

/** The same for the same material, seed and number. */
export function makeCase(material: readonly Text[], seed: number, number: number): Case {
  const random = new Random(seed, number);
  const changes: Change[] = [];
  const count = random.chance(10) ? 2 + random.below(2) : 1;
  const texts = Array.from({ length: count }, (_, i): Text => {
    const { file, text } = random.pick(material);
    let changed = text;
    for (let left = 1 + random.below(random.chance(30) ? 8 : 3); left > 0; left--) {
      const change = random.pick(WEIGHTED);
      changes.push(change);
      const next = CHANGES[change](changed, random, random.pick(material).text);
      changed = isReadable(next) || random.chance(WRECKS) ? next : changed;
    }
    return { file: nameFor(changed, i, /\.json$/.test(file) && random.chance(80)), text: changed };
  });
  return { texts, options: optionsFor(random), changes };
}

const WEIGHTED: readonly Change[] = ['bytes', 'tokens', 'tokens', 'tokens', 'trees', 'trees', 'trees'];

/** Of texts that cannot be read any more so many are kept, of a hundred: there is little that can go wrong with them. */
const WRECKS = 8;

function isReadable(text: string): boolean {
  return parse('a.yml', text).problems.every(each => each.kind !== 'syntax');
}

function nameFor(text: string, index: number, isJson: boolean): string {
  const name = String.fromCharCode('a'.charCodeAt(0) + index);
  return `${name}.${isJson && /^\s*[{[]/.test(text) ? 'json' : 'yml'}`;
}

function optionsFor(random: Random): FixOptions {
  return {
    ...DEFAULT_OPTIONS,
    settings: {
      exec: random.pick(['required', 'required', 'required', 'optional', 'forbidden']),
      logDestination: random.pick(['cloudwatch', 'cloudwatch', 's3', 'both']),
      retentionInDays: 90,
    },
    pedantic: random.chance(70),
    unsafe: random.chance(70),
    fixGenerated: random.chance(50),
    heedsIgnores: random.chance(90),
  };
}

import { DEFAULT_OPTIONS, type FixOptions, parse } from '../../src/index.ts';
import { changeBytes } from './change-bytes.ts';
import { changeTokens } from './change-tokens.ts';
import { changeTrees } from './change-trees.ts';
import type { Text } from './material.ts';
import { Random } from './random.ts';

/** Templates that are judged and fixed together, and how. */
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
  const texts = taken(material, random).map(({ file, text }): Text => {
    let changed = text;
    for (let left = 1 + random.below(random.chance(30) ? 8 : 3); left > 0; left--) {
      const change = random.pick(WEIGHTED);
      changes.push(change);
      const next = CHANGES[change](changed, random, random.pick(material).text);
      changed = isReadable(next) || random.chance(WRECKS) ? next : changed;
    }
    return { file, text: changed };
  });
  return { texts, options: optionsFor(random), changes };
}

/** One template, or a few that have nothing to do with one another, or some that belong together. */
function taken(material: readonly Text[], random: Random): readonly Text[] {
  const one = random.pick(material);
  const set = random.chance(5) ? random.pick(material.filter(each => SET.test(each.file))) : one;
  const folder = SET.exec(set.file)?.[0];
  if (folder !== undefined)
    return material
      .filter(each => each.file.startsWith(folder))
      .map(({ file, text }) => ({ file: file.slice(folder.length), text }));
  const others = Array.from({ length: random.chance(10) ? 1 + random.below(2) : 0 }, () =>
    random.pick(material),
  );
  return [one, ...others].map(({ file, text }, i) => ({ file: nameFor(file, i, random), text }));
}

/** Where the names of files matter. */
const SET = /^sets\/[^/]+\//;

const WEIGHTED: readonly Change[] = ['bytes', 'tokens', 'tokens', 'tokens', 'trees', 'trees', 'trees'];

/**
 * Of texts that cannot be read any more so many are kept, of a hundred: there is little that can go wrong with them.
 */
const WRECKS = 8;

function isReadable(text: string): boolean {
  return parse('a.yml', text).problems.every(each => each.kind !== 'syntax');
}

/** What is written in JSON is sometimes called YAML. */
function nameFor(file: string, index: number, random: Random): string {
  const name = String.fromCharCode('a'.charCodeAt(0) + index);
  return `${name}.${file.endsWith('.json') && random.chance(80) ? 'json' : 'yml'}`;
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
    respectIgnores: random.chance(90),
  };
}

import type { Trilean } from '../util/three-valued.ts';
import { matchesStars } from '../util/wildcard.ts';
import type { PatternToken } from './pattern-tokens.ts';

export type Coverage = Trilean;

/** A policy has at most 10,240 characters, so more than this is none. */
const MOST_PAIRS = 10_000_000;

/** `yes` when the pattern covers the text whatever the holes turn out to be, `no` when it never can. */
export function matchTokens(pattern: readonly PatternToken[], text: readonly PatternToken[]): Coverage {
  if (alwaysMatches(pattern, text)) return 'yes';
  if (![...pattern, ...text].some(each => each.is === 'variable')) return 'no';
  return pattern.length * text.length > MOST_PAIRS || canMatch(pattern, text) ? 'unknown' : 'no';
}

function alwaysMatches(pattern: readonly PatternToken[], text: readonly PatternToken[]): boolean {
  return matchesStars(pattern, text, each => each?.is === 'star', isSame);
}

function isSame(allowed: PatternToken, wanted: PatternToken): boolean {
  switch (allowed.is) {
    case 'char':
      return wanted.is === 'char' && wanted.char === allowed.char;
    case 'one':
      return wanted.is === 'char';
    case 'variable':
    case 'random':
      return wanted.is === allowed.is && wanted.name === allowed.name;
    case 'star':
      return false;
  }
}

/** Walks all pairs of positions that filling the holes can lead to. */
function canMatch(pattern: readonly PatternToken[], text: readonly PatternToken[]): boolean {
  const width = text.length + 1;
  const seen = new Uint8Array((pattern.length + 1) * width);
  const open: number[] = [0];
  const visit = (p: number, t: number): void => {
    const state = p * width + t;
    if (seen[state]) return;
    seen[state] = 1;
    open.push(state);
  };
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const p = Math.floor(state / width);
    const t = state % width;
    const [allowed, wanted] = [pattern[p], text[t]];
    if (!allowed && !wanted) return true;
    if (allowed && wanted && isSame(allowed, wanted)) visit(p + 1, t + 1);
    if (allowed && isOpen(allowed)) visit(p + 1, t);
    if (wanted && isOpen(wanted)) visit(p, t + 1);
    if (allowed && wanted && takes(allowed, wanted)) visit(p, t + 1);
    if (allowed && wanted && takes(wanted, allowed)) visit(p + 1, t);
    if (allowed?.is === 'one' && wanted?.is === 'random') {
      visit(p + 1, t);
      visit(p + 1, t + 1);
    }
  }
  return false;
}

/** Can be empty, and go on after it has taken something. */
function isOpen(token: PatternToken): boolean {
  return token.is === 'star' || token.is === 'variable';
}

const TAKEN: Readonly<Record<'anything' | 'segment' | 'word', RegExp>> = {
  anything: /[\s\S]/,
  segment: /[^:]/,
  word: /[A-Za-z0-9-]/,
};

function takes(taker: PatternToken, token: PatternToken): boolean {
  if (taker.is === 'star') return true;
  if (taker.is !== 'variable') return false;
  if (token.is === 'char') return TAKEN[taker.holds].test(token.char);
  return token.is !== 'random' || taker.holds !== 'word';
}

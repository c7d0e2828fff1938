import { reference } from '../reference.ts';
import type { Template } from '../template.ts';
import { holeOf } from './arn.ts';
import { type Coverage, type Hole, matchPieces, type Piece, pieces } from './pieces.ts';

/** `arn:partition:service:region:account:resource`: where partition, region and account stand. */
const SCOPE: readonly number[] = [1, 3, 4];
const SERVICE = 2;

/**
 * Whether a policy's resource pattern covers an ARN, both with their marks written out. A partition, region or account
 * that one of them leaves open is taken to be the other's.
 */
export function covers(template: Template, pattern: string, arn: string): Coverage {
  if (pattern === arn || /^\*+$/.test(pattern)) return 'yes';
  const hole = (name: string): Hole => holeOf(template, name);
  const given = pieces(pattern, 'pattern', hole);
  if (arn === '*') return given.every(each => each.is === 'star' || isUnlimited(each)) ? 'unknown' : 'no';
  const wanted = pieces(inStreams(arn), 'text', hole);
  const segments = split(given);
  const coverage = matchPieces(align(segments, split(wanted)), wanted);
  // IAM does not document a wildcard in the service of an ARN.
  return coverage === 'yes' && segments[SERVICE]?.some(isWildcard) ? 'unknown' : coverage;
}

/** What is written to a log group are its streams, so those are what has to be covered. */
function inStreams(arn: string): string {
  return arn.replace(/(:log-group:.*:)\*$/s, `$1log-stream:${reference('a log stream')}`);
}

function isWildcard(piece: Piece): boolean {
  return piece.is === 'star' || piece.is === 'one';
}

function isUnlimited(piece: Piece): boolean {
  return piece.is === 'hole' && !piece.word;
}

const COLON: Piece = { is: 'char', char: ':' };

function split(text: readonly Piece[]): readonly (readonly Piece[])[] {
  const segments: Piece[][] = [[]];
  for (const piece of text) {
    if (piece.is === 'char' && piece.char === ':') segments.push([]);
    else segments.at(-1)?.push(piece);
  }
  return segments;
}

function align(
  given: readonly (readonly Piece[])[],
  wanted: readonly (readonly Piece[])[],
): readonly Piece[] {
  const last = given.length - 1;
  const aligned = given.map((segment, i) => {
    const other = wanted[i] ?? [];
    const isOpen = SCOPE.includes(i) && i < last && (isOneHole(segment) || isOneHole(other));
    return isOpen && segment.length > 0 && other.length > 0 && !segment.some(isWildcard) ? other : segment;
  });
  return aligned.flatMap((segment, i) => (i === 0 ? segment : [COLON, ...segment]));
}

function isOneHole(segment: readonly Piece[]): boolean {
  return segment.length === 1 && segment[0]?.is === 'hole';
}

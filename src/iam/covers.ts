import { reference } from '../cfn/functions/reference.ts';
import type { Template } from '../cfn/scenario/template.ts';
import { holeOf } from './arn.ts';
import { type Coverage, matchPieces } from './coverage.ts';
import { type Hole, type Piece, pieces } from './pieces.ts';

/** `arn:partition:service:region:account:resource`: where partition, region and account stand. */
const SCOPE: readonly number[] = [1, 3, 4];
const SERVICE = 2;

/**
 * Whether a policy's resource pattern covers an ARN, both with their marks written out. A partition, region or account
 * that one of them leaves open is taken to be the other's.
 */
export function covers(template: Template, pattern: string, arn: string): Coverage {
  if (pattern === arn || /^\*+$/.test(pattern)) return 'yes';
  const given = pieces(pattern, 'pattern', name => holeOf(template, name));
  if (arn === '*') return given.every(each => each.is === 'star' || isUnlimited(each)) ? 'unknown' : 'no';
  const wanted = pieces(inStreams(arn), 'text', name => holeIn(arn, holeOf(template, name)));
  const segments = split(given);
  const aligned = align(segments, split(wanted));
  if (!aligned) return 'no';
  const coverage = matchPieces(aligned, wanted);
  // IAM does not document a wildcard in the service of an ARN.
  return coverage === 'yes' && segments[SERVICE]?.some(isWildcard) ? 'unknown' : coverage;
}

/** What is written to a log group are its streams, so those are what has to be covered. */
function inStreams(arn: string): string {
  return arn.replace(/(:log-group:.*:)\*$/s, `$1log-stream:${reference('a log stream')}`);
}

/** What stands inside an ARN is a part of it: names have no colons. */
function holeIn(arn: string, hole: Hole): Hole {
  return hole === 'anything' && arn.startsWith('arn:') ? 'segment' : hole;
}

function isWildcard(piece: Piece): boolean {
  return piece.is === 'star' || piece.is === 'one';
}

function isUnlimited(piece: Piece): boolean {
  return piece.is === 'hole' && piece.holds === 'anything';
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

/**
 * The pattern with the wanted partition, region and account in place of its own, where one of the two is open. Nothing
 * when it leaves out one that is wanted.
 */
function align(
  given: readonly (readonly Piece[])[],
  wanted: readonly (readonly Piece[])[],
): readonly Piece[] | undefined {
  const aligned: Piece[] = [];
  for (const [i, segment] of given.entries()) {
    const other = wanted[i] ?? [];
    const isScope = SCOPE.includes(i) && i < given.length - 1 && other.length > 0;
    if (isScope && segment.length === 0) return undefined;
    const isOpen = isScope && !segment.some(isWildcard) && (isOneHole(segment) || isOneHole(other));
    if (i > 0) aligned.push(COLON);
    aligned.push(...(isOpen ? other : segment));
  }
  return aligned;
}

function isOneHole(segment: readonly Piece[]): boolean {
  return segment.length === 1 && segment[0]?.is === 'hole';
}

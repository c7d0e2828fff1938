/**
 * What a reference can stand for: `segment` is a text without a colon, `word` one of letters, digits and hyphens,
 * `generated` a name that CloudFormation makes up, and nobody writes out.
 */
export type Hole = 'anything' | 'segment' | 'word' | 'generated';

/** A character, a wildcard, or what is only known once deployed. */
export type Piece =
  | { readonly is: 'char'; readonly char: string }
  | { readonly is: 'star' | 'one' }
  | { readonly is: 'hole'; readonly name: string; readonly holds: 'anything' | 'segment' | 'word' }
  /** The random part of a generated name: equal to itself alone. */
  | { readonly is: 'random'; readonly name: string };

const TOKEN = /\uFDD0([^\uFDD0\uFDD1]*)\uFDD1|\$\{([^{}]*)\}|[\s\S]/g;

/**
 * The pieces of a text with marks. In a pattern `*` and `?` are wildcards, and `${aws:username}` is a variable that IAM
 * fills in for every request; `${*}` is the character.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function pieces(
  text: string,
  role: 'pattern' | 'text',
  holeOf: (name: string) => Hole = () => 'anything',
): readonly Piece[] {
  const found: Piece[] = [];
  for (const [whole, mark, variable] of text.matchAll(TOKEN)) {
    if (mark !== undefined) found.push(...markPieces(mark, holeOf(mark)));
    else if (role === 'text') found.push(...whole.split('').map(charPiece));
    else if (variable !== undefined) found.push(variablePiece(variable));
    else found.push(patternPiece(whole));
  }
  return found;
}

function markPieces(name: string, hole: Hole): readonly Piece[] {
  if (hole !== 'generated') return [{ is: 'hole', name, holds: hole }];
  return [
    { is: 'hole', name, holds: 'word' },
    { is: 'random', name },
  ];
}

function charPiece(char: string): Piece {
  return { is: 'char', char };
}

function variablePiece(variable: string): Piece {
  if (variable === '*' || variable === '?' || variable === '$') return charPiece(variable);
  return { is: 'hole', name: `\${${variable}}`, holds: 'anything' };
}

function patternPiece(char: string): Piece {
  switch (char) {
    case '*':
      return { is: 'star' };
    case '?':
      return { is: 'one' };
    default:
      return charPiece(char);
  }
}

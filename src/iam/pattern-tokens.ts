/**
 * What a reference can stand for: `segment` is a text without a colon, `word` one of letters, digits and hyphens,
 * `generated` a name that CloudFormation makes up, and nobody writes out.
 */
export type VariableKind = 'anything' | 'segment' | 'word' | 'generated';

/** A token of a pattern: a character, a wildcard, or what is only known once deployed. */
export type PatternToken =
  | { readonly is: 'char'; readonly char: string }
  | { readonly is: 'star' | 'one' }
  | { readonly is: 'variable'; readonly name: string; readonly holds: 'anything' | 'segment' | 'word' }
  /** The random part of a generated name: equal to itself alone. */
  | { readonly is: 'random'; readonly name: string };

const TOKEN = /\uFDD0([^\uFDD0\uFDD1]*)\uFDD1|\$\{([^{}]*)\}|[\s\S]/g;

/**
 * The pieces of a text with placeholders. In a pattern `*` and `?` are wildcards, and `${aws:username}` is a variable
 * that IAM fills in for every request; `${*}` is the character.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function patternTokens(
  text: string,
  role: 'pattern' | 'text',
  kindOf: (name: string) => VariableKind = () => 'anything',
): readonly PatternToken[] {
  const found: PatternToken[] = [];
  for (const [whole, mark, variable] of text.matchAll(TOKEN)) {
    if (mark !== undefined) found.push(...placeholderTokens(mark, kindOf(mark)));
    else if (role === 'text') found.push(...whole.split('').map(charToken));
    else if (variable !== undefined) found.push(variableToken(variable));
    else found.push(wildcardToken(whole));
  }
  return found;
}

function placeholderTokens(name: string, kind: VariableKind): readonly PatternToken[] {
  if (kind !== 'generated') return [{ is: 'variable', name, holds: kind }];
  return [
    { is: 'variable', name, holds: 'word' },
    { is: 'random', name },
  ];
}

function charToken(char: string): PatternToken {
  return { is: 'char', char };
}

function variableToken(variable: string): PatternToken {
  if (variable === '*' || variable === '?' || variable === '$') return charToken(variable);
  return { is: 'variable', name: `\${${variable}}`, holds: 'anything' };
}

function wildcardToken(char: string): PatternToken {
  switch (char) {
    case '*':
      return { is: 'star' };
    case '?':
      return { is: 'one' };
    default:
      return charToken(char);
  }
}

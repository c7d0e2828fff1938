/**
 * Characters that cannot be seen, or that turn the direction of others. Joiners are left in emoji and in scripts that need
 * them: they only hide something beside ASCII.
 */
export const INVISIBLE: RegExp = new RegExp(
  [
    String.raw`(?!\n|\t|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]`,
    String.raw`(?! )\p{Zs}`,
    String.raw`(?<=[ -~])(?:\u200c|\u200d)`,
    String.raw`(?:\u200c|\u200d)(?=[ -~])`,
  ].join('|'),
  'gu',
);

/** What a character is called: U+202E. */
export function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text of a template with such characters as their codes. */
export function shown(text: string): string {
  return text.replace(INVISIBLE, character => `<${codeOf(character)}>`);
}

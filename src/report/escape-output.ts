/** Control characters, and what turns or hides text: all that a terminal obeys instead of showing it. */
const OBEYED = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Most texts have nothing else, and it is sooner seen. */
const HARMLESS = /^[ -~]*$/;

/** What the logs of GitHub Actions, Azure Pipelines and TeamCity take for a command, wherever it stands. */
const COMMAND = /#(?=#(?:|vso|teamcity)\[)/gi;

/**
 * Text of a template as it may be printed: nothing in it can command a terminal or whoever reads a log, or make it read
 * as something else.
 */
export function escapeControls(text: string): string {
  return withoutCommands(HARMLESS.test(text) ? text : text.replace(OBEYED, spelled));
}

/** The same but for the commands of runners, which are spelled out. */
export function withoutCommands(text: string): string {
  return text.replace(COMMAND, spelled);
}

/** The same for what begins a line, where `::` is a command too. */
export function escapeControlsInLine(text: string): string {
  return escapeControls(text).replace(/^(\s*):(?=:)/, (_, blanks: string) => `${blanks}${spelled(':')}`);
}

/** The same for JSON text, whose line ends are its own. It stays the same JSON. */
export function escapeControlsInJson(json: string): string {
  return withoutCommands(
    json.replace(OBEYED, character => (character === '\n' ? character : spelled(character))),
  );
}

function spelled(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

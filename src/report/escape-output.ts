/** Control characters, and what turns or hides text: all that a terminal obeys instead of showing it. */
const OBEYED = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Most texts have nothing else, and it is sooner seen. */
const HARMLESS = /^[ -~]*$/;

/** What JSON text seldom has, and what is obeyed is among. */
const UNUSUAL_IN_JSON = /[^\n -~]+/g;

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
  return withoutCommands(json.replace(UNUSUAL_IN_JSON, run => run.replace(OBEYED, spelled)));
}

function spelled(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/**
 * Text of a template as it may stand in Markdown. Our own marks for code, around names that mean nothing to Markdown,
 * are left; all else is text.
 */
export function prose(text: string): string {
  return escapeControls(text)
    .split(/(`[A-Za-z][A-Za-z0-9:./-]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : asText(part)))
    .join('');
}

/** No mark, no link, and nobody is called by a name that a template mentions. */
function asText(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>#+!|~&$^=]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/@(?=\w)/g, '@<!-- -->');
}

/** The same where Markdown has nothing but links: `[text](address)`, which may be a command of an editor. */
export function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}

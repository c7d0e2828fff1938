import type { TextTypo } from '../document.ts';

/** Keys whose values are maps, in the resources that ECS Exec depends on and around them. */
const MAP_KEYS = [
  'AssumeRolePolicyDocument',
  'AwsvpcConfiguration',
  'Conditions',
  'Configuration',
  'DeploymentConfiguration',
  'DeploymentController',
  'EcsParameters',
  'ExecuteCommandConfiguration',
  'KeyPolicy',
  'LinuxParameters',
  'LogConfiguration',
  'NetworkConfiguration',
  'Outputs',
  'Parameters',
  'PolicyDocument',
  'Principal',
  'Properties',
  'Resources',
  'RestartPolicy',
  'RuntimePlatform',
];
const OPENS_MAP = new RegExp(`(?:^|[ -])(?:${MAP_KEYS.join('|')}) *[:\uFF1A][ \\t]*(?:#.*)?$`);

/**
 * A line of a block that looks like an entry whose colon YAML takes for a letter, and what follows the colon. Keys of
 * CloudFormation begin with a capital letter, unlike actions (`s3:GetObject`).
 */
const LINE =
  /^([ \uFEFF]*(?:- +)*)([A-Za-z][\w-]*(?= *\uFF1A)|[A-Z][A-Za-z0-9]*(?:::[A-Za-z0-9]+)*|"[^"]*"|'[^']*') *([:\uFF1A])(.*)/s;
const ENTRY_OR_ITEM = /^ *(?:- |[^#]*:(?:[ \t]|$))/;

/** The lines above an error that are looked at: a text of more lines is prose. */
const MOST_LINES = 20;

/**
 * The colon that keeps a text from being read, given where the parser fails: that on the line there, or in the text that
 * ends there. It is one of full width, or one without a space behind it.
 */
export function colonTypo(text: string, errorAt: number): TextTypo | undefined {
  let at = errorAt;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const typo = colonOnLine(text, at);
    const start = text.lastIndexOf('\n', at - 1);
    if (typo || start < 0) return typo;
    if (lines > 0 && ENTRY_OR_ITEM.test(lineAt(text, at))) return undefined;
    at = start;
  }
  return undefined;
}

/**
 * The colons in a plain text that stands where only a map can, or is an item of a list and of several lines, and each of
 * whose lines looks like an entry.
 */
export function colonsInMap(text: string, at: number, plain: string): readonly TextTypo[] {
  const start = text.lastIndexOf('\n', at - 1);
  const margin = text.slice(start + 1, at);
  const lines = plain.trimEnd().split('\n');
  const isMap = start >= 0 && margin.trim() === '' && OPENS_MAP.test(lineAt(text, start));
  const isItem = /^ *(?:- +)+$/.test(margin) && lines.length > 1;
  if (!isMap && !isItem) return [];
  let from = at;
  const typos = lines.map(line => {
    from += line.length + 1;
    return colonOnLine(text, from - 1);
  });
  return typos.every(each => each !== undefined) ? typos : [];
}

function colonOnLine(text: string, at: number): TextTypo | undefined {
  const line = lineAt(text, at);
  const [, margin = '', key = '', colon = '', rest = ''] = LINE.exec(line) ?? [];
  const isSpaced = /^(?:[ \t]|$)/.test(rest);
  if (colon === '' || (colon === ':' && isSpaced) || /^(?:[:\uFF1A]|\/\/)/.test(rest)) return undefined;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return {
    kind: colon === ':' ? 'colon without space' : 'full-width colon',
    range: { start: start + margin.length + key.length, end: start + line.length - rest.length },
    written: colon,
    before: key,
    text: isSpaced ? ':' : ': ',
  };
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? undefined : end).replace(/\r$/, '');
}

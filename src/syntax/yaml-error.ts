import type { YAMLError } from 'yaml';
import { type Said, type Sentence, say } from '../i18n/sentence.ts';

/** What is wrong with a text that is no YAML: a complete sentence, in the words of the library. */
export function yamlError({ code, message }: YAMLError): Sentence {
  if (code === 'MULTIPLE_DOCS') return say`A template is one YAML document, and a second one starts here.`;
  if (code === 'RESOURCE_EXHAUSTION') return say`The template is nested too deeply to be read.`;
  const said = message.replace(/\.$/, '').replace(/^./su, letter => letter.toLowerCase());
  return say`This is not valid YAML: ${PHRASES.get(said) ?? patterned(said) ?? said}.`;
}

/** What the library says with a part of the text in it. */
const PATTERNS: readonly (readonly [RegExp, (one: string, other: string) => Sentence])[] = [
  [/^unexpected (.+) at node end$/s, token => say`unexpected ${token} at node end`],
  [
    /^unexpected (\S+) token in YAML stream: (.+)$/s,
    (token, text) => say`unexpected ${token} token in YAML stream: ${text}`,
  ],
  [
    /^unexpected (\S+) token in YAML document: (.+)$/s,
    (token, text) => say`unexpected ${token} token in YAML document: ${text}`,
  ],
  [
    /^block scalar header includes extra characters: (.+)$/s,
    header => say`block scalar header includes extra characters: ${header}`,
  ],
  [/^unexpected (.+) in (.+)$/s, (token, where) => say`unexpected ${token} in ${named(where)}`],
  [/^unexpected (.+) token$/s, token => say`unexpected ${token} token`],
  [/^missing , or : between (.+) items$/, where => say`missing , or : between ${named(where)} items`],
  [/^missing , between (.+) items$/, where => say`missing , between ${named(where)} items`],
  [/^missing space after : in (.+)$/, where => say`missing space after : in ${named(where)}`],
  [
    /^(.+) in block collection must be sufficiently indented and end with a (.)$/,
    (what, end) =>
      say`${named(what)} in block collection must be sufficiently indented and end with a ${end}`,
  ],
  [/^(.+) must end with a (.)$/, (what, end) => say`${named(what)} must end with a ${end}`],
  [/^invalid escape sequence (.+)$/s, character => say`invalid escape sequence ${character}`],
  [
    /^plain value cannot start with (.+) (\S)$/,
    (kind, mark) => say`plain value cannot start with ${named(kind)} ${mark}`,
  ],
];

function patterned(said: string): Sentence | undefined {
  for (const [pattern, sentence] of PATTERNS) {
    const [whole, one = '', other = ''] = pattern.exec(said) ?? [];
    if (whole !== undefined) return sentence(one, other);
  }
  return undefined;
}

function named(what: string): Said {
  return PHRASES.get(what) ?? what;
}

const PHRASES: ReadonlyMap<string, Sentence> = new Map(
  [
    say`flow map`,
    say`flow sequence`,
    say`block map`,
    say`block sequence`,
    say`flow indicator character`,
    say`directive indicator character`,
    say`block scalar indicator`,
    say`reserved character`,
    say`plain value cannot start with a tab character`,
    say`all mapping items must start at the same column`,
    say`all sequence items must start at the same column`,
    say`block scalar values in collections must be indented`,
    say`block collections are not allowed within flow collections`,
    say`nested mappings are not allowed in compact mappings`,
    say`a block sequence may not be used as an implicit map key`,
    say`implicit map keys need to be followed by map values`,
    say`implicit keys need to be on a single line`,
    say`implicit keys of flow sequence pairs need to be on a single line`,
    say`flow end indicator should be more indented than parent`,
    say`sequence item without - indicator`,
    say`tabs are not allowed as indentation`,
    say`tags and anchors must be separated from the next token by white space`,
    say`comments must be separated from other tokens by white space characters`,
    say`an alias node must not specify any properties`,
    say`a node can have at most one anchor`,
    say`a node can have at most one tag`,
    say`missing closing "quote`,
    say`missing closing 'quote`,
    say`missing newline after block sequence props`,
    say`unexpected block-seq-ind on same line with key`,
  ].map(each => [String(each), each]),
);

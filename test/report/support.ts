import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { english } from '../../src/i18n/words.ts';
import {
  DEFAULT_OPTIONS,
  type Document,
  fix,
  lint,
  type Options,
  parse,
  type Report,
  rules,
} from '../../src/index.ts';
import { PLAIN, type View } from '../../src/report/view.ts';
import { FIXTURES } from '../fixtures.ts';

export const VIEW: View = {
  version: '1.2.3',
  words: english,
  rules,
  rulePages: undefined,
  counts: () => true,
  pedantic: true,
  most: Number.POSITIVE_INFINITY,
  columns: 80,
  paint: PLAIN,
  measure: stringWidth,
  isFixing: false,
  done: 'Fixed',
  link: text => text,
  addressOf: file => `file:///${file}`,
  fromRoot: file => file,
};

/** Without advice, of which there may be some about any template. */
const ADVICE: readonly string[] = rules.filter(each => each.severity === 'info').map(each => each.id);

const OPTIONS: Options = { ...DEFAULT_OPTIONS, pedantic: true, skip: ADVICE };

export function report(text: string, file = 'a.yml'): Report {
  return lint([parse(file, text)], OPTIONS);
}

/** Of several templates, by name. */
export function reportOn(templates: Readonly<Record<string, string>>): Report {
  return lint(
    Object.entries(templates).map(([file, text]) => parse(file, text)),
    OPTIONS,
  );
}

/** What is said after all fixes. */
export async function fixed(text: string, file = 'a.yml'): Promise<Report> {
  return (await fix([parse(file, text)], { ...OPTIONS, unsafe: true })).report;
}

/** Templates of `fixtures/sets` that belong together. */
export function openSet(set: string): readonly Document[] {
  const folder = join(FIXTURES, 'sets', set);
  const names = readdirSync(folder).filter(name => /^[\w-]+\.yml$/.test(name));
  return names.sort().map(name => parse(name, readFileSync(join(folder, name), 'utf8')));
}

/** What is said of them after all safe fixes. */
export async function fixedSet(set: string): Promise<Report> {
  return (await fix(openSet(set), { ...DEFAULT_OPTIONS, unsafe: false })).report;
}

/** What a person may be made to believe, and a program to do, by names in a template and its file. */
const NAMES: readonly string[] = [
  '\\e[31mred\\e]0;owned\\a',
  '\\u202Edesrever\\u2066',
  '\\n::error::owned\\r\\n##[error]owned ##vso[task.setvariable]x',
  ' ::set-output name=x::y',
  "##teamcity[setParameter name='x' value='y'] ##TeamCity[buildStop]",
  '](https://evil.example) [x](javascript:alert(1)) ![i](https://evil.example/i.png)',
  '<script>alert(1)</script><!-- --> </failure> ]]> &amp; &bogus;',
  '`code` ``more`` | cell | **bold** _it_ ~~s~~ @somebody #1 $x$ https://evil.example www.evil.example',
  '%0A%0D::error::x,y:z',
  '"quotes" \'single\' \\\\ back',
  '日本語 👍 plain',
  '\\uFFFE\\uFFFF \\uD800 \\x85 \\u2028',
];

export const EVIL_FILE = 'we, %ird:日本\u001b\n::error::<b>`|.yml';

/** A finding about every evil name, and one on a line with evil text. */
export const EVIL: string = [
  'Resources:',
  ...NAMES.map((name, i) =>
    [
      `  "S${i} ${name.replace(/"/g, '\\"')}": # \u202e\u001b[31m ##[error] ##teamcity[x] ::x`,
      '    Type: AWS::ECS::Service',
      '    Properties:',
      '      Cluster: a',
      `      TaskDefinition: "t${i}"`,
      '',
    ].join('\n'),
  ),
].join('\n');

export const OBEYED: RegExp = /(?!\n|\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

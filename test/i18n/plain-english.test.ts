import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ja } from '../../src/i18n/ja.ts';
import { FIXTURES } from '../fixtures.ts';

const ROOT: string = join(FIXTURES, '..');

/** What nobody who grew up with English says, and terms for which the field has another, with what to write instead. */
const BANNED: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\brights\b/i, 'permissions'],
  [/\bought to\b/i, 'should'],
  [/\bin so many words\b/i, 'explicitly'],
  [/\ball the same\b/i, 'anyway'],
  [/\bby themselves\b/i, 'automatically'],
  [/\bthe contrary\b/i, 'the opposite'],
  [/\bleads? nowhere\b/i, 'does not resolve'],
  [/\bin a place of (?:their|its) own\b/i, 'in a dedicated log group or bucket'],
  [/\bagent of ECS Exec\b/i, 'ECS Exec agent'],
  [/\bpolic(?:y|ies) of AWS\b|\bAWS-managed\b/, 'AWS managed policy'],
  [/\bplatform version of Fargate\b/i, 'Fargate platform version'],
  [/(?<![-\w])misspelt(?![-\w])/i, 'misspelled'],
  [/\brecords? of sessions\b/i, 'session logs'],
  [/\bsilent (?:about|where|unless|when)\b/i, 'not reported if'],
  [/\bfor lack of\b/i, 'because it lacks'],
  [/\bwhat counts\b/i, 'what applies'],
  [/\bstands? (?:there|in the way|beside|behind)\b/i, 'is'],
  [/\bput right\b/i, 'fixed'],
  [/\bcomes? of (?:it|that)\b/i, 'the result'],
  [/\bis not seen\b/i, 'is not visible'],
  [/\bkeeps? .{1,40} from being read\b/i, 'makes it unreadable'],
  [/\bslips? of\b/i, 'a syntax error'],
  [/\btold apart\b/i, 'recognized'],
];

/** The pages that users read. */
const PAGES: readonly string[] = [
  'README.md',
  'SECURITY.md',
  'package.json',
  'schema/config.schema.json',
  ...readdirSync(join(ROOT, 'docs'))
    .filter(name => name.endsWith('.md') && !name.includes('.ja.') && name !== 'robustness.md')
    .map(name => `docs/${name}`),
  ...readdirSync(join(ROOT, 'docs', 'rules'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/rules/${name}`),
];

function idiomsIn(text: string): readonly string[] {
  // The ids of rules and files are names.
  const prose = text.replace(/[\w-]+-aws-managed[\w-]*/g, '');
  return BANNED.flatMap(([pattern, instead]) => {
    const found = pattern.exec(prose);
    return found ? [`${found[0]} -> ${instead}`] : [];
  });
}

describe('plain English', () => {
  test.each(PAGES)('%s', page => {
    expect(idiomsIn(readFileSync(join(ROOT, page), 'utf8'))).toEqual([]);
  });

  test('in all that there is to say', () => {
    expect(Object.keys(ja).flatMap(each => idiomsIn(each).map(idiom => `${idiom}: ${each}`))).toEqual([]);
  });

  test('notices what it is to notice', () => {
    expect(idiomsIn('The rights are on the wrong role.')).toEqual(['rights -> permissions']);
  });
});

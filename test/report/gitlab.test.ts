import { expect, test } from 'vitest';
import type { Report } from '../../src/index.ts';
import { gitlab, shortHash } from '../../src/report/gitlab.ts';
import { FAULTY, OFF, READY } from '../cli/harness.ts';
import { gitlabProblems } from './readers.ts';
import { EVIL, EVIL_FILE, report, VIEW } from './support.ts';

type Quality = Readonly<Record<string, unknown>>;
const at = (finding: Quality | undefined, path: string, begin: number): Quality => ({
  ...finding,
  location: { path, lines: { begin } },
});

test.each([
  ['a faulty template', report(FAULTY)],
  ['nothing found', { ...report(READY), findings: [] }],
  ['hostile names', report(EVIL, EVIL_FILE)],
  ['a text that does not parse', report('Resources:\n  A: {\n    - x\n  b\n')],
])('is what GitLab takes: %s', (_, said) => {
  expect(gitlabProblems(gitlab(said, VIEW))).toEqual([]);
  expect(JSON.parse(gitlab(said, VIEW))).toHaveLength(said.findings.length);
});

test.each([
  ['no list', () => ({})],
  ['no path', ([first]: readonly Quality[]) => [{ ...first, location: { lines: { begin: 1 } } }]],
  ['a path from the root', ([first]: readonly Quality[]) => [at(first, '/a.yml', 1)]],
  ['a line before the first', ([first]: readonly Quality[]) => [at(first, 'a.yml', 0)]],
  ['a severity of our own', ([first]: readonly Quality[]) => [{ ...first, severity: 'error' }]],
  ['a finding twice', ([first]: readonly Quality[]) => [first, first]],
])('and not anything: %s', (_, spoil) => {
  expect(gitlabProblems(JSON.stringify(spoil(JSON.parse(gitlab(report(OFF), VIEW)))))).not.toEqual([]);
});

const fingerprints = (said: Report): readonly string[] =>
  JSON.parse(gitlab(said, VIEW)).map((each: { fingerprint: string }) => each.fingerprint);

test('fingerprints stay when lines move, and tell findings of one place apart', () => {
  expect(fingerprints(report(`# a comment\n\n${FAULTY}`))).toEqual(fingerprints(report(FAULTY)));
  expect(fingerprints(report(OFF, 'b.yml'))).not.toEqual(fingerprints(report(OFF)));
  const said = report(OFF);
  const twice = { ...said, findings: [...said.findings, ...said.findings] };
  expect(new Set(fingerprints(twice)).size).toBe(2);
});

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('the hash of %j is that of FNV', (text, hash) => {
  expect(shortHash(text)).toBe(hash);
});

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Draft4 from 'ajv-draft-04';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { rdjson } from '../../src/report/rdjson.ts';
import { FAULTY, READY } from '../cli/harness.ts';
import { EVIL, EVIL_FILE, report, VIEW } from './support.ts';

const SCHEMA: string = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../../shared/data/schemas/DiagnosticResult.json',
);

interface Point {
  readonly line: number;
  readonly column: number;
}

const REPORTS = [
  ['a faulty template', FAULTY, 'a.yml'],
  ['nothing found', READY, 'a.yml'],
  ['hostile names', EVIL, EVIL_FILE],
  ['a byte order mark and CRLF', `\uFEFF${FAULTY.replaceAll('\n', '\r\n')}`, 'a.yml'],
] as const;

/** The bytes of a text up to a place that counts bytes. */
function before(text: string, { line, column }: Point): number {
  const lines = text
    .split('\n')
    .slice(0, line - 1)
    .map(each => `${each}\n`);
  const mark = line === 1 && text.startsWith('\uFEFF') ? 3 : 0;
  return Buffer.byteLength(lines.join('')) + mark + column - 1;
}

test.each(REPORTS)('has what reviewdog reads: %s', (_, text, file) => {
  const said = report(text, file);
  const { source, diagnostics } = JSON.parse(rdjson(said, VIEW));
  expect(source.name).toBe('ecs-exec-lint');
  expect(diagnostics).toHaveLength(said.findings.length);
  for (const [i, each] of diagnostics.entries()) {
    const finding = said.findings[i];
    expect(['ERROR', 'WARNING', 'INFO']).toContain(each.severity);
    expect(each).toMatchObject({ code: { value: finding?.ruleId }, location: { path: file } });
    const { start, end } = each.location.range;
    const bytes = Buffer.from(text).subarray(before(text, start), before(text, end)).toString();
    expect(bytes).toBe(text.slice(finding?.range.start.offset, finding?.range.end.offset));
  }
});

test.each(REPORTS)('suggests only what is one safe piece of text: %s', (_, text, file) => {
  const said = report(text, file);
  const { diagnostics } = JSON.parse(rdjson(said, VIEW));
  for (const [i, { suggestions = [] }] of diagnostics.entries()) {
    const fix = said.findings[i]?.fix;
    const [splice, another] = fix?.splices ?? [];
    const isAlone = fix?.safety === 'safe' && splice && !another;
    expect(suggestions).toHaveLength(isAlone ? 1 : 0);
    if (!splice || suggestions.length === 0) continue;
    const [{ range, text: inserted }] = suggestions;
    const bytes = Buffer.from(text);
    const fixed = Buffer.concat([
      bytes.subarray(0, before(text, range.start)),
      Buffer.from(inserted),
      bytes.subarray(before(text, range.end)),
    ]);
    expect(fixed.toString()).toBe(text.slice(0, splice.start) + splice.text + text.slice(splice.end));
  }
});

test('messages are Markdown, in which what a template says is text and nothing else', () => {
  const { diagnostics } = JSON.parse(rdjson(report(EVIL, EVIL_FILE), VIEW));
  const messages: string[] = diagnostics.flatMap(
    ({ message, related_locations }: { message: string; related_locations: { message: string }[] }) => [
      message,
      ...related_locations.map(each => each.message),
    ],
  );
  expect(messages.length).toBeGreaterThan(10);
  const marks = messages.flatMap(message => {
    const found: string[] = [];
    marked.walkTokens(marked.lexer(message), ({ type, raw }) => void found.push(`${type} ${raw}`));
    return found.filter(each => !/^(?:paragraph|text|escape|codespan|html <!-- -->$)/.test(each));
  });
  expect(marks).toEqual([]);
  expect(messages.join()).not.toMatch(/@\w/);
  const [off] = JSON.parse(rdjson(report(FAULTY), VIEW)).diagnostics;
  expect(off.message).toContain('Cluster `Cluster` has no session logging');
});

test('suggests something at all', () => {
  expect(rdjson(report(FAULTY), VIEW)).toContain('"suggestions"');
});

test.runIf(existsSync(SCHEMA)).each(REPORTS)("is valid by reviewdog's schema: %s", (_, text, file) => {
  const ajv = new Draft4.default({ strict: false, allErrors: true });
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  validate(JSON.parse(rdjson(report(text, file), VIEW)));
  expect(validate.errors ?? []).toEqual([]);
});

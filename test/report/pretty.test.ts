import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, parse, type Report } from '../../src/index.ts';
import { concise } from '../../src/report/concise.ts';
import { frame } from '../../src/report/frame.ts';
import { json } from '../../src/report/json.ts';
import { pretty } from '../../src/report/pretty.ts';
import { PLAIN, type View } from '../../src/report/view.ts';
import { isSimple, simpleWidth } from '../../src/report/width.ts';
import { FAULTY } from '../cli/harness.ts';

const VIEW: View = { version: '0', pedantic: false, columns: 80, paint: PLAIN, measure: stringWidth };

function report(text: string, file = 'a.yml'): Report {
  return lint([parse(file, text)], { ...DEFAULT_OPTIONS, pedantic: true });
}

/** A frame around the only `<…>` of a text. */
function around(marked: string, columns = 80): readonly string[] {
  const text = marked.replace(/[<>]/g, '');
  const [start, end] = [marked.indexOf('<'), marked.indexOf('>') - 1];
  const line = text.slice(0, start).split('\n').length;
  const at = (offset: number): { line: number; column: number; offset: number } => ({
    line,
    column: 1,
    offset,
  });
  const range = { start: at(start), end: at(end) };
  return frame(text, [{ range, label: undefined }], 'error', { ...VIEW, columns }).split('\n');
}

describe('a frame', () => {
  test('underlines', () => {
    expect(around('a: 1\nb: <two> # c\n')).toEqual(['  |', '2 | b: two # c', '  |    ^^^']);
  });

  test('lines up under wide characters', () => {
    expect(around('名前: <サービス> # 注\n')).toEqual([
      '  |',
      '1 | 名前: サービス # 注',
      '  |       ^^^^^^^^',
    ]);
    expect(around('a: "👨‍👩‍👧é" <b>\n')[2]).toBe('  |          ^');
  });

  test('lines up after tabs, a byte order mark and escapes', () => {
    expect(around('\tb: <two>\n')).toEqual(['  |', '1 |     b: two', '  |        ^^^']);
    expect(around('\uFEFFb: <two>\n')).toEqual(['  |', '1 | b: two', '  |    ^^^']);
    expect(around('b: \u001b <two>\n')).toEqual(['  |', '1 | b: \\u001b two', '  |           ^^^']);
  });

  test('does not show the CR of a line end', () => {
    expect(around('a: <b>\r\nc: d\r\n')).toEqual(['  |', '1 | a: b', '  |    ^']);
  });

  test('marks the end of a text', () => {
    expect(around('a: {\n<>')).toEqual(['  |', '2 |', '  | ^']);
  });

  test('shows only a part of a long line', () => {
    const [, source = '', marks = ''] = around(
      `{"a": "${'x'.repeat(5000)}", "<key>": "${'y'.repeat(5000)}"}`,
    );
    expect(source.length).toBeLessThanOrEqual(80);
    expect(source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('key');
    expect(source).toMatch(/^1 \| \.\.\.x.*y\.\.\.$/);
  });
});

describe('the pretty report', () => {
  test('stays within 80 columns, addresses and source lines aside', () => {
    const text = pretty(report(FAULTY), { ...VIEW, pedantic: true });
    const lines = text.split('\n').filter(line => !line.includes('= docs:') && !/^ *\d+ \|/.test(line));
    expect(lines.filter(line => stringWidth(line) > 80)).toEqual([]);
  });

  test('names file, line and column of every finding', () => {
    const all = report(FAULTY);
    const text = pretty(all, VIEW);
    for (const { range } of all.findings)
      expect(text).toContain(`--> a.yml:${range.start.line}:${range.start.column}\n`);
  });
});

describe('what a template says cannot command a terminal', () => {
  const EVIL = `Resources:
  "Ser\\e[31mvice\\u202E\\x9B":
    Type: AWS::ECS::Service
    Properties: # \u202e\u009b \u001b]0;owned\u0007
      Cluster: a
`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  test.each([
    ['pretty', pretty],
    ['concise', concise],
    ['json', json],
  ])('%s', (_, format) => {
    const all = report(EVIL, 'a\u001b.yml');
    expect(all.findings.length).toBeGreaterThan(0);
    expect(format(all, { ...VIEW, pedantic: true })).not.toMatch(OBEYED);
  });

  test('and JSON still says the same', () => {
    const all = report(EVIL);
    expect(JSON.parse(json(all, VIEW)).findings[0].resource).toBe(all.findings[0]?.resource);
  });
});

test('simple widths are those that string-width gives', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code <= 0xffff; code++) {
    const character = String.fromCharCode(code);
    const isControl = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character);
    if (!isControl && isSimple(character) && simpleWidth(character) !== stringWidth(character))
      wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
  expect(isSimple(FAULTY)).toBe(true);
  expect(isSimple('👍')).toBe(false);
});

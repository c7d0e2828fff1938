import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, type FormatName } from '../../src/cli/core/formats.ts';
import { folder, run, whole } from '../cli/harness.ts';
import { expected, FIXTURES } from '../fixtures.ts';
import { gitlabProblems, jsonProblems, readCommand, readXml, sarifProblems } from './readers.ts';

const SEEN: string = join(dirname(fileURLToPath(import.meta.url)), 'whole');

const ALL: readonly string[] = readdirSync(join(FIXTURES, 'whole')).filter(name =>
  /^[^.]+\.(?:yml|json)$/.test(name),
);

/** Those whose reports are kept, for people to look at. */
const KEPT = ['encrypted.json', 'fargate-stack.yml', 'loops.yml', 'pasted.yml', 'ready.yml'];

/** What those would object to who read a report. */
const OBJECTIONS: Readonly<Record<FormatName, (text: string) => readonly unknown[]>> = {
  pretty: text => lines(text).filter(line => [...line].length > 80 && !/https:/.test(line)),
  concise: text => lines(text).filter(line => !/^[\w./-]+:\d+:\d+: \w+: .+ \[[\w-]+\]$/.test(line)),
  checklist: text => lines(text).filter(line => [...line].length > 80),
  json: text => jsonProblems(JSON.parse(text)),
  sarif: text => sarifProblems(JSON.parse(text)),
  github: text =>
    lines(text).filter(line => !['error', 'warning', 'notice'].includes(readCommand(line).name)),
  gitlab: gitlabProblems,
  junit: text => (readXml(text).name === 'testsuites' ? [] : ['It is no list of suites.']),
  rdjson: text => JSON.parse(text).diagnostics.filter((each: { message?: string }) => !each.message),
  markdown: text => {
    const kinds: string[] = [];
    marked.walkTokens(marked.lexer(text), token => void kinds.push(token.type));
    return kinds.filter(kind => kind === 'html');
  },
  mermaid: text =>
    lines(text)
      .slice(0, 1)
      .filter(line => line !== 'flowchart LR'),
};

function lines(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '');
}

/** The reports of one run, by format. */
function reportsOn(names: readonly string[]): ReadonlyMap<FormatName, string> {
  const cwd = folder(Object.fromEntries(names.map(name => [name, whole(name)])));
  const outputs = FORMAT_NAMES.flatMap(format => ['-f', `${format}=${format}.out`]);
  // What was pasted together cannot be read as it stands.
  expect(run(cwd, [...names, '--pedantic', ...outputs]).code).toBe(2);
  return new Map(FORMAT_NAMES.map(format => [format, readFileSync(join(cwd, `${format}.out`), 'utf8')]));
}

describe('whole templates, in all formats at once', () => {
  test('have the reports that are kept', () => {
    for (const [format, text] of reportsOn(KEPT)) {
      expect(text).not.toBe('');
      expect(text, format).toBe(expected(join(SEEN, `${format}.txt`), text, ''));
    }
  });

  test('have reports that their readers take', () => {
    for (const [format, text] of reportsOn(ALL)) expect(OBJECTIONS[format](text), format).toEqual([]);
  });
});

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, Region } from 'sarif';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS, type FormatName, loadFormat } from '../../src/cli/core/formats.ts';
import { splice } from '../../src/edit/splice.ts';
import { DEFAULT_OPTIONS, lint, type Report, rules } from '../../src/index.ts';
import type { View } from '../../src/report/view.ts';
import { expected, FIXTURES } from '../fixtures.ts';
import { fixedSet, openSet, VIEW } from './support.ts';

const ROLES = 'roles-apart';
const BEFORE: Report = lint(openSet(ROLES), DEFAULT_OPTIONS);
const AFTER: Report = await fixedSet(ROLES);
const MOVED: Report = lint(openSet('role-to-move'), DEFAULT_OPTIONS);

/** With the rules that play a part here alone. */
const OWN_RULES: View = {
  ...VIEW,
  rules: rules.filter(each => BEFORE.findings.some(found => found.ruleId === each.id)),
};

async function shown(format: FormatName, report: Report): Promise<string> {
  return (await loadFormat(format))(report, OWN_RULES);
}

interface Change {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function textOf(report: Report, file: string): string {
  return report.documents.find(each => each.file === file)?.text ?? '';
}

/** What becomes of the templates, all in order, when somebody makes changes as a report says. */
function applied(report: Report, changes: readonly Change[]): readonly string[] {
  return report.documents.map(({ file, text }) =>
    splice(
      text,
      changes.filter(each => each.file === file),
    ),
  );
}

/** The templates as they are when they are fixed. */
function fixedFiles(set: string): readonly string[] {
  return openSet(set).map(({ file, text }) => {
    const path = join(FIXTURES, 'sets', set, file.replace('.yml', '.fixed.yml'));
    return existsSync(path) ? readFileSync(path, 'utf8') : text;
  });
}

function offset(text: string, line = 1, column = 1): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

/** Line by line, as viewers of SARIF do it. */
function changesOfSarif(report: Report, log: Log): readonly Change[] {
  const [fix] = log.runs[0]?.results?.flatMap(each => each.fixes ?? []) ?? [];
  return (fix?.artifactChanges ?? []).flatMap(({ artifactLocation: { uri: file = '' }, replacements }) =>
    replacements.map(({ deletedRegion, insertedContent }) => {
      const { startLine, startColumn, endLine, endColumn }: Region = deletedRegion;
      const text = textOf(report, file);
      return {
        file,
        start: offset(text, startLine, startColumn),
        end: offset(text, endLine, endColumn),
        text: insertedContent?.text ?? '',
      };
    }),
  );
}

describe.each([
  [ROLES, BEFORE],
  ['role-to-move', MOVED],
])('the edits in reports on %s, made as they say, fix the right files', (set, report) => {
  test('json', async () => {
    const { findings } = JSON.parse(await shown('json', report));
    expect(applied(report, findings[0].fix.edits)).toEqual(fixedFiles(set));
  });

  test('sarif', async () => {
    const log: Log = JSON.parse(await shown('sarif', report));
    expect(applied(report, changesOfSarif(report, log))).toEqual(fixedFiles(set));
    const changes = log.runs[0]?.results?.[0]?.fixes?.[0]?.artifactChanges ?? [];
    const uris = changes.map(each => each.artifactLocation.uri);
    expect(new Set(uris).size).toBe(uris.length);
  });

  test('rdjson, which can only suggest something for the file of the finding', async () => {
    const { diagnostics } = JSON.parse(await shown('rdjson', report));
    expect(diagnostics.flatMap((each: { suggestions?: unknown[] }) => each.suggestions ?? [])).toEqual([]);
  });
});

test.each(['pretty', 'markdown', 'github', 'gitlab'] as const)(
  'a fix in another file is announced with its name: %s',
  async format => {
    expect((await shown(format, BEFORE)).replace(/\s+/g, ' ')).toMatch(
      /in task-role\.yml: Grant the session/,
    );
    expect((await shown(format, MOVED)).replace(/\s+/g, ' ')).toMatch(
      /in task-role\.yml and service\.yml: Move the session/,
    );
  },
);

describe('reports on roles in stacks of their own are kept, for people to look at', () => {
  const formats = FORMAT_NAMES.filter(each => FORMATS[each].showsFixes);

  test.each(formats)('%s', async format => {
    for (const [time, report] of Object.entries({ before: BEFORE, after: AFTER })) {
      const folder = join(FIXTURES, 'sets', ROLES, time);
      if (process.env.UPDATE === '1') mkdirSync(folder, { recursive: true });
      const text = await shown(format, report);
      expect(text).toBe(expected(join(folder, `${format}.txt`), text, ''));
    }
  });
});

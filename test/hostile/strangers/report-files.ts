import { existsSync, linkSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { FORMAT_NAMES } from '../../../src/cli/core/formats.ts';
import { OFF } from '../../cli/harness.ts';
import type { After, Trial } from '../trial.ts';

/** Files of a repository that are not reports. */
const NOTES: Readonly<Record<string, string>> = {
  'notes.json': '{"precious": true}\n',
  'notes.txt': 'precious\n',
  '.git/hooks/pre-commit': '#!/bin/sh\nexit 1\n',
};

const PARAMETERS = '{"Stage": "prod"}\n';
const STAGED = `Parameters: {Stage: {Type: String}}\n${OFF}`;

/** A line says why no report was written to the file. */
const refuses =
  (file: string): After =>
  (_, { code, err }) => {
    expect(code).toBe(2);
    expect(err).toContain(`ecs-exec-lint: ${file}: `);
    return '';
  };

function over(file: string): Trial {
  return {
    name: `\`-f json=${file}\`, where that is not such a report`,
    files: () => ({ 'a.yml': OFF, ...NOTES }),
    args: ['-f', `json=${file}`, '-f', 'concise', 'a.yml'],
    after: refuses(file),
  };
}

/** What was read is never overwritten, whatever flags say. */
function overInput(
  what: string,
  report: string,
  {
    files = {},
    args = ['a.yml'],
    ...more
  }: Omit<Partial<Trial>, 'files'> & { files?: Record<string, string> },
): Trial {
  return {
    name: `\`-f json=${report} --overwrite\`, where that is ${what}`,
    files: () => ({ 'a.yml': OFF, 'sub/b.yml': 'no: template\n', ...files }),
    args: ['--overwrite', '-f', `json=${report}`, '-f', 'concise', ...args],
    after: refuses(report),
    ...more,
  };
}

const EVERY_FORMAT = FORMAT_NAMES.flatMap(format => ['-f', `${format}=report.${format}`]);

/** Whether `A` and `a` are one file. */
const IGNORES_CASE = existsSync(tmpdir().toUpperCase());

/** Reports that a flag sends to a file that is there already. */
export const REPORT_FILES: readonly Trial[] = [
  ...Object.keys(NOTES).map(over),
  {
    name: '`-f json=report.json` over a report in SARIF',
    files: () => ({ 'a.yml': OFF, 'report.json': '{"version": "2.1.0", "runs": []}\n' }),
    args: ['-f', 'json=report.json', '-f', 'concise', 'a.yml'],
    after: refuses('report.json'),
  },
  {
    name: '`-f json=notes.json --overwrite`',
    files: () => ({ 'a.yml': OFF, ...NOTES }),
    args: ['--overwrite', '-f', 'json=notes.json', '-f', 'concise', 'a.yml'],
    writes: ['notes.json'],
    after: (cwd, { code }) => {
      expect(code).toBe(1);
      expect(JSON.parse(readFileSync(join(cwd, 'notes.json'), 'utf8'))).toHaveProperty('findings');
      return 'replaced, since that was asked for';
    },
  },
  {
    name: 'every format, over the reports of an earlier run',
    files: () => ({ 'a.yml': OFF }),
    args: EVERY_FORMAT,
    shell: '"$@" >/dev/null 2>&1 3>/dev/null; exec "$@"',
    writes: FORMAT_NAMES.map(each => `report.${each}`),
    after: (_, { code, err }) => {
      expect({ code, err }).toEqual({ code: 1, err: expect.not.stringContaining('no report') });
      return 'replaced';
    },
  },
  overInput('the template', 'a.yml', {}),
  overInput('the template by another path', './sub/../a.yml', {}),
  {
    ...overInput('the template in another case', 'A.YML', {}),
    unless: IGNORES_CASE ? undefined : 'since file names differ by case here',
  },
  overInput('a hard link to the template', 'report.json', {
    prepare: cwd => linkSync(join(cwd, 'a.yml'), join(cwd, 'report.json')),
  }),
  overInput('a symbolic link to the template', 'report.json', {
    prepare: cwd => symlinkSync('a.yml', join(cwd, 'report.json')),
  }),
  overInput('the template, through a link to its folder', 'link/a.yml', {
    prepare: cwd => symlinkSync('.', join(cwd, 'link')),
  }),
  overInput('a file that was given and skipped', 'sub/b.yml', { args: ['a.yml', 'sub/b.yml'] }),
  overInput('a file that was found and skipped', 'sub/b.yml', { args: [] }),
  overInput('the configuration', '.ecs-exec-lint.yml', { files: { '.ecs-exec-lint.yml': 'rules: {}\n' } }),
  overInput('the configuration that a flag names', 'rules.yml', {
    files: { 'rules.yml': 'rules: {}\n' },
    args: ['-c', 'rules.yml', 'a.yml'],
  }),
  overInput('a parameter file', 'stage.json', {
    files: { 'a.yml': STAGED, 'stage.json': PARAMETERS },
    args: ['--parameter-file', 'stage.json', 'a.yml'],
  }),
  {
    name: '`--fix`, and a report to the template that it fixes',
    files: () => ({ 'a.yml': OFF }),
    args: ['--fix', '--overwrite', '-f', 'json=a.yml', '-f', 'concise'],
    writes: ['a.yml'],
    after: (cwd, outcome) => {
      expect(readFileSync(join(cwd, 'a.yml'), 'utf8')).toMatch(/^Resources:/);
      return refuses('a.yml')(cwd, outcome);
    },
  },
];

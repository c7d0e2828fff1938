import { describe, expect, test } from 'vitest';
import { ja } from '../../src/i18n/ja.ts';
import { say } from '../../src/i18n/sentence.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { DEFAULT_OPTIONS, lint, parse, type Report, type Unchecked } from '../../src/index.ts';
import { checklist } from '../../src/report/checklist.ts';
import { json } from '../../src/report/json.ts';
import { markdown } from '../../src/report/markdown.ts';
import { pretty } from '../../src/report/pretty.ts';
import { uncheckedRows } from '../../src/report/unchecked-summary.ts';
import { READY } from '../cli/harness.ts';
import { jsonProblems } from './readers.ts';
import { EVIL_FILE, OBEYED, VIEW } from './support.ts';

const READY_REPORT: Report = lint([parse('a.yml', READY)], DEFAULT_OPTIONS);

/** A report on a template without findings, with something left out. */
function leaving(unchecked: Partial<Unchecked>): Report {
  return { ...READY_REPORT, unchecked: { ...READY_REPORT.unchecked, ...unchecked } };
}

const service = (resource: string): Unchecked['services'][number] => ({
  resource,
  file: 'a.yml',
  line: 7,
  reason: 'exec-off',
  by: say`\`exec: ${'optional'}\` in ${'.ecs-exec-lint.yml'}`,
});

const MUCH: Partial<Unchecked> = {
  services: [service('Web'), service('Api'), { ...service('Job'), reason: 'never-created', by: undefined }],
  rules: [
    { ruleId: 'exec-not-enabled', reason: 'policy', by: '.ecs-exec-lint.yml' },
    { ruleId: 'task-role-missing', reason: 'skipped', by: '.ecs-exec-lint.yml' },
    { ruleId: 'log-bucket-open', reason: 'advice', by: '.ecs-exec-lint.yml' },
    { ruleId: 'egress-blocked', reason: 'skipped', by: '--skip' },
    { ruleId: 'null-value', reason: 'not-selected', by: '--only' },
    { ruleId: 'parse-error', reason: 'not-selected', by: '--only' },
  ],
  suppressed: [
    { by: 'a.yml', count: 2 },
    { by: undefined, count: 40 },
  ],
  unseen: [{ file: 'a.yml', reason: say`the macro \`X\` may add it` }],
  nested: [{ resource: 'Network', file: 'root.yml', line: 3 }],
  files: [
    ...Array.from({ length: 10_000 }, (_, i) => ({
      file: `t/${i}.yml`,
      reason: 'no-ecs' as const,
      by: undefined,
    })),
    { file: 'b.yml', reason: 'excluded', by: '--ignore-pattern' },
    { file: 'c.yml', reason: 'excluded', by: '.ecs-exec-lint.yml' },
    { file: 'dist/', reason: 'gitignore', by: '.gitignore' },
    { file: 'x/d.yml', reason: 'gitignore', by: 'x/.gitignore' },
  ],
  belowError: 3,
};

const BLOCK = `Left out:
  services without ECS Exec (not required) (\`exec: optional\` in
    .ecs-exec-lint.yml): Web (a.yml:7), Api (a.yml:7)
  services whose condition never holds: Job (a.yml:7)
  rules that are off (.ecs-exec-lint.yml): exec-not-enabled, task-role-missing
  rules lowered to info (.ecs-exec-lint.yml): log-bucket-open
  rules that are off (--skip): egress-blocked
  rules that are off (--only): 2
  suppressed findings (--no-ignores shows them): 2 by a.yml, 40 by the
    configuration
  findings that are not errors (--quiet): 3
  services that macros, includes or loops may add: a.yml
  nested stacks whose templates were not passed: Network (root.yml:3)
  ignored by git (.gitignore, x/.gitignore): dist/, x/d.yml
  excluded paths (--ignore-pattern): b.yml
  excluded paths (.ecs-exec-lint.yml): c.yml
  files that do not mention ECS: t/0.yml, t/1.yml, t/2.yml and 9997 more
`;

describe('what was left out', () => {
  test('stands below the summary, within 80 columns', () => {
    const report = leaving(MUCH);
    expect(pretty(report, { ...VIEW, pedantic: false })).toBe(
      `No errors found in a.yml: 1 service ready, 3 services not checked.\n\n${BLOCK}`,
    );
    expect(checklist(report, VIEW)).toMatch(/1 service ready, 3 services not checked\.\n\nLeft out:\n/);
    expect(BLOCK.split('\n').every(line => line.length <= 80)).toBe(true);
  });

  test('is one line less where that is nothing', () => {
    expect(pretty(READY_REPORT, { ...VIEW, pedantic: false })).toBe(
      'Nothing found in a.yml: 1 service ready.\n',
    );
    expect(checklist(READY_REPORT, VIEW)).not.toContain('Left out');
    expect(markdown(READY_REPORT, VIEW)).not.toContain('Left out');
  });

  test('is a list in Markdown', () => {
    const rows = uncheckedRows(leaving(MUCH).unchecked).length;
    const [, list = ''] = markdown(leaving(MUCH), VIEW).split('Left out:\n\n');
    expect(list.trimEnd().split('\n')).toHaveLength(rows);
    expect(list).toContain('- services whose condition never holds: Job \\(a.yml:7\\)\n');
  });

  test('is counted in JSON, with a few names', () => {
    const content = JSON.parse(json(leaving(MUCH), VIEW));
    expect(jsonProblems(content)).toEqual([]);
    const { files, services, rules, ignored } = content.summary.unchecked;
    expect(files.at(-1)).toMatchObject({ reason: 'no-ecs', by: [], count: 10_000 });
    expect(files.at(-1).names).toHaveLength(10);
    expect(services[0]).toEqual({ ...service('Web'), by: '`exec: optional` in .ecs-exec-lint.yml' });
    expect(rules[3]).toEqual({ ruleId: 'egress-blocked', reason: 'skipped', by: '--skip' });
    expect(ignored).toEqual([
      { by: 'a.yml', count: 2 },
      { by: null, count: 40 },
    ]);
  });

  test('is said in Japanese', () => {
    const said = pretty(leaving(MUCH), { ...VIEW, pedantic: false, words: wordsOf(ja) });
    expect(said).toContain('\n対象外:\n');
    expect(said.match(/(?<![\w./-])[a-z]{2,}(?![\w./-])/g)).toEqual(['exec', 'optional', 'info', 'git']);
  });

  test('commands nobody who shows it', () => {
    const evil = leaving({
      files: [{ file: EVIL_FILE, reason: 'gitignore', by: EVIL_FILE }],
      nested: [{ resource: '\u001b[31m ##[error]x', file: EVIL_FILE, line: 1 }],
    });
    for (const format of [pretty, checklist, markdown, json]) {
      const text = format(evil, VIEW);
      expect(text).not.toMatch(OBEYED);
      expect(text).not.toMatch(/^\s*::|##\[/m);
    }
    expect(markdown(evil, VIEW)).not.toContain('<b>');
  });
});

describe('the summary of a template without findings', () => {
  test.each<[string, Partial<Report>, string]>([
    ['with no service', { services: [] }, 'no ECS service there'],
    [
      'with none that was checked',
      { services: [], unchecked: leaving({ services: [service('Web')] }).unchecked },
      '1 service not checked',
    ],
    ['that took too long', { services: [], notAnalyzed: ['a.yml'] }, '1 template not checked'],
    ['with ignored findings', { services: [], ignored: 2 }, '2 findings ignored'],
  ])('%s', (_, changed, expected) => {
    const said = pretty({ ...READY_REPORT, ...changed }, { ...VIEW, pedantic: false });
    expect(said.split('\n')[0]).toBe(`Nothing found in a.yml: ${expected}.`);
  });
});

import { describe, expect, test } from 'vitest';
import { FAULTY, folder, run } from './harness.ts';

const BASE = 'https://docs.example.com/rules';
const PAGE = `${BASE}/exec-not-enabled.html`;

describe('the address of rule pages', () => {
  const project = (): string =>
    folder({ 'stack.yml': FAULTY, '.ecs-exec-lint.yml': `rulePages: ${BASE}/\n` });

  test.each(['pretty', 'json', 'markdown', 'rdjson', 'sarif'])('is where the links of %s lead', format => {
    expect(run(project(), ['-f', format, 'stack.yml']).out).toContain(PAGE);
  });

  test('comes before that of AWS in SARIF, and is about the tool too', () => {
    const { driver } = JSON.parse(run(project(), ['-f', 'sarif', 'stack.yml']).out).runs[0].tool;
    expect(driver.informationUri).toBe(`${BASE}/index.html`);
    const rule = driver.rules.find((each: { readonly id: string }) => each.id === 'exec-not-enabled');
    expect(rule.helpUri).toBe(PAGE);
    expect(rule.help.markdown).toMatch(/rules\/exec-not-enabled\.html>\n- <https:\/\/docs\.aws\.amazon\.com/);
  });

  test('is one that a flag gives, too; reports with either are written over', () => {
    const cwd = project();
    const other = 'https://example.org/r';
    for (const base of [BASE, other]) {
      const { code, err } = run(cwd, ['--rule-pages', base, '-f', 'sarif=out.sarif', 'stack.yml']);
      expect([code, err]).toEqual([1, '']);
    }
    expect(run(cwd, [`--rule-pages=${other}`, '-f', 'json', 'stack.yml']).out).toContain(
      `${other}/exec-not-enabled.html`,
    );
  });

  test.each(['javascript:alert(1)', 'file:///etc', 'https://example.com/)(x', 'rules'])(
    'is not %s',
    address => {
      expect(run(project(), ['--no-config', '--rule-pages', address, 'stack.yml'])).toEqual({
        code: 2,
        out: '',
        err: `ecs-exec-lint: The flag --rule-pages takes an address such as https://example.com/rules, not \`${address}\`.\necs-exec-lint: Run \`ecs-exec-lint --help\` for usage.\n`,
      });
    },
  );
});

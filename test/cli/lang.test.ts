import { describe, expect, test } from 'vitest';
import { FAULTY, folder, run } from './harness.ts';

const FOR_MACHINES = ['json', 'sarif', 'github', 'gitlab', 'junit', 'rdjson'];

describe('--lang', () => {
  test.each(FOR_MACHINES)('leaves %s as it is', format => {
    const cwd = folder({ 'stack.yml': FAULTY });
    const args = ['stack.yml', '--pedantic', '--format', format];
    const english = run(cwd, args);
    expect(english.out).not.toBe('');
    expect(run(cwd, [...args, '--lang', 'ja'])).toEqual(english);
  });

  test('takes the languages that there are', () => {
    const { code, err } = run(folder(), ['--lang', 'fr']);
    expect(code).toBe(2);
    expect(err).toContain('The flag --lang takes en, ja, not `fr`.');
  });
});

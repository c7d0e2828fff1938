import { chmodSync, chownSync, lchownSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, OFF, REPOSITORY } from './harness.ts';
import { runAs } from './unprivileged.ts';

const [NOBODY, OTHER] = [65_534, 65_533];
const OPTIONAL = 'exec: optional\n';

const noteOn = (name: string): string =>
  `ecs-exec-lint: ${name}: ignored because this configuration belongs to another user; use --config to apply it.\n`;

/** A repository whose files all belong to a user, with a configuration that lets `sub/a.yml` pass. */
function repository(
  owner: number,
  files: Readonly<Record<string, string>> = { '.ecs-exec-lint.yml': OPTIONAL },
): string {
  const cwd = folder({ ...REPOSITORY, ...files, 'sub/a.yml': OFF });
  for (const each of ['.', 'sub', 'sub/a.yml', '.git', '.git/HEAD', ...Object.keys(files)]) {
    chownSync(join(cwd, each), owner, owner);
    chmodSync(join(cwd, each), 0o755);
  }
  return cwd;
}

/** Only root can give files away. */
describe.runIf(process.getuid?.() === 0)('a configuration applies', () => {
  test('when it belongs to the user, or to root', () => {
    const cwd = repository(NOBODY);
    expect(runAs(NOBODY, cwd, [])).toMatchObject({ code: 0, err: '' });
    chownSync(join(cwd, '.ecs-exec-lint.yml'), 0, 0);
    expect(runAs(NOBODY, cwd, [])).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    ['.ecs-exec-lint.yml', OPTIONAL],
    ['.ecs-exec-lint.yaml', OPTIONAL],
    ['.ecs-exec-lint.json', '{"exec": "optional"}'],
    ['package.json', '{"ecs-exec-lint": {"exec": "optional"}}'],
  ])('and not when it belongs to another user, unless it is named: %s', (name, text) => {
    const cwd = repository(NOBODY, { [name]: text });
    chownSync(join(cwd, name), OTHER, OTHER);
    for (const uid of [NOBODY, 0]) {
      const ignored = runAs(uid, cwd, ['sub/a.yml']);
      expect([ignored.code, ignored.err]).toEqual([1, noteOn(name)]);
      expect(runAs(uid, cwd, ['--list-files']).err).toContain(noteOn(name));
      expect(runAs(uid, cwd, ['--config', name, 'sub/a.yml'])).toMatchObject({ code: 0, err: '' });
      expect(runAs(uid, cwd, ['--no-config', 'sub/a.yml'])).toMatchObject({ code: 1, err: '' });
    }
    const printed = runAs(NOBODY, cwd, ['--print-config']);
    expect(printed.err).toBe(`${noteOn(name)}ecs-exec-lint: there is no configuration file.\n`);
    expect(JSON.parse(printed.out).exec).toBe('required');
    const above = runAs(NOBODY, join(cwd, 'sub'), []);
    expect([above.code, above.err]).toEqual([1, noteOn(join(cwd, name))]);
  });

  test('the next one above does then', () => {
    const cwd = repository(NOBODY, {
      '.ecs-exec-lint.yml': OPTIONAL,
      'sub/.ecs-exec-lint.yml': 'exec: required\n',
    });
    chownSync(join(cwd, 'sub/.ecs-exec-lint.yml'), OTHER, OTHER);
    const { code, err } = runAs(NOBODY, join(cwd, 'sub'), []);
    expect({ code, err }).toEqual({ code: 0, err: noteOn('.ecs-exec-lint.yml') });
  });

  test('and a second one of another user is none', () => {
    const cwd = repository(NOBODY, {
      '.ecs-exec-lint.yml': OPTIONAL,
      '.ecs-exec-lint.json': '{"exec": "required"}',
    });
    chownSync(join(cwd, '.ecs-exec-lint.json'), OTHER, OTHER);
    expect(runAs(NOBODY, cwd, [])).toMatchObject({ code: 0, err: noteOn('.ecs-exec-lint.json') });
  });

  test('a link of another user is theirs, and so is where a link leads to', () => {
    const cwd = repository(NOBODY, { 'lint.yml': OPTIONAL });
    symlinkSync('lint.yml', join(cwd, '.ecs-exec-lint.yml'));
    lchownSync(join(cwd, '.ecs-exec-lint.yml'), NOBODY, NOBODY);
    expect(runAs(NOBODY, cwd, ['sub/a.yml'])).toMatchObject({ code: 0, err: '' });
    chownSync(join(cwd, 'lint.yml'), OTHER, OTHER);
    expect(runAs(NOBODY, cwd, ['sub/a.yml'])).toMatchObject({
      code: 1,
      err: noteOn('.ecs-exec-lint.yml'),
    });
    chownSync(join(cwd, 'lint.yml'), NOBODY, NOBODY);
    lchownSync(join(cwd, '.ecs-exec-lint.yml'), OTHER, OTHER);
    expect(runAs(NOBODY, cwd, ['sub/a.yml'])).toMatchObject({
      code: 1,
      err: noteOn('.ecs-exec-lint.yml'),
    });
  });

  test('to root in a container also when it belongs to the owner of the checkout', () => {
    const cwd = repository(NOBODY);
    expect(runAs(0, cwd, [])).toMatchObject({ code: 0, err: '' });
    expect(runAs(0, join(cwd, 'sub'), [])).toMatchObject({ code: 0, err: '' });
  });

  test('to nobody who works below a folder that others made a repository', () => {
    const cwd = repository(OTHER);
    mkdirSync(join(cwd, 'own'));
    for (const uid of [0, NOBODY]) {
      chownSync(join(cwd, 'own'), uid, uid);
      const { code, err } = runAs(uid, join(cwd, 'own'), ['../sub/a.yml']);
      expect({ code, err }).toEqual({ code: 1, err: noteOn(join(cwd, '.ecs-exec-lint.yml')) });
    }
  });
});

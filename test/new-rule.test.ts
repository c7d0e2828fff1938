import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI, folder } from './cli/harness.ts';

const ROOT: string = dirname(dirname(CLI));
/** Where parts of a rule stand. */
const PARTS = ['rules', 'src/i18n/ja', 'fixtures'];
const COPIED = ['package.json', 'tsconfig.json', 'biome.json', 'scripts', 'src', 'rules', 'fixtures'];
const GROUPS: readonly string[] = readdirSync(join(ROOT, 'rules')).filter(each => !each.endsWith('.ts'));
/** One a group, and one with the shortest and one with the longest of ids. */
const NEW: readonly (readonly [group: string, id: string])[] = [
  ...GROUPS.map(group => [group, `${group}-looked-at`] as const),
  ['task-role', 'a-b'],
  ['task-role', `zz-${'z'.repeat(33)}`],
];

/** The repository, as far as a new rule has to do with it. */
function copy(): string {
  const cwd = folder();
  for (const name of COPIED) cpSync(join(ROOT, name), join(cwd, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(cwd, 'node_modules'));
  return cwd;
}

function run(cwd: string, script: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(cwd, script), ...args], { cwd, encoding: 'utf8' });
}

/** The texts of what a rule consists of, by path. */
function parts(cwd: string): ReadonlyMap<string, string> {
  const files = PARTS.flatMap(part =>
    readdirSync(join(cwd, part), { recursive: true, withFileTypes: true })
      .filter(each => each.isFile())
      .map(each => join(each.parentPath, each.name)),
  );
  return new Map(files.map(file => [file.slice(cwd.length + 1), readFileSync(file, 'utf8')]));
}

describe('a new rule', () => {
  test('has all its parts, in every group, and they are typed and formatted as the others', () => {
    const cwd = copy();
    const before = parts(cwd);
    for (const [group, id] of NEW) {
      const { status, stdout, stderr } = run(cwd, 'scripts/new-rule.mjs', group, id);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain(`UPDATE=1 npx vitest run test/rules.test.ts -t ${id}`);
      const named = stdout.match(/\btest\/\S+/g) ?? [];
      expect(named.length).toBeGreaterThan(5);
      expect(named.filter(each => !existsSync(join(ROOT, each)))).toEqual([]);
    }
    const after = parts(cwd);
    const created = [...after.keys()].filter(each => !before.has(each));
    expect(created.sort()).toEqual(
      NEW.flatMap(([group, id]) => [
        `rules/${group}/${id}.ts`,
        ...['conditional.json', 'elsewhere.yaml', 'example.good.yaml', 'example.yaml'].map(
          name => `fixtures/${id}/${name}`,
        ),
      ]).sort(),
    );
    const changed = [...before].filter(([file, text]) => after.get(file) !== text).map(([file]) => file);
    expect(changed.filter(each => !each.startsWith('src/i18n/ja/'))).toEqual(['rules/index.ts']);
    const typescript = run(cwd, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.');
    expect(typescript.stdout).toBe('');
    const biome = 'node_modules/@biomejs/biome/bin/biome';
    const { status, stderr } = run(cwd, biome, 'check', '--vcs-enabled=false', 'rules', 'src/i18n');
    expect(status, stderr).toBe(0);
  });

  test('stands behind the others of its group, and has its texts in Japanese', () => {
    const cwd = copy();
    run(cwd, 'scripts/new-rule.mjs', 'caller', 'caller-looked-at');
    const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');
    expect(read('rules/index.ts')).toContain(
      '  callerLacksPermissions,\n  callerLookedAt,\n  trailingComma,\n',
    );
    const english = [...read('rules/caller/caller-looked-at.ts').matchAll(/['`](FILL IN.*)['`]/g)].map(
      ([, text = '']) => text.replace(/\$\{.*?\}/, '{0}'),
    );
    expect(english.length).toBe(4);
    const japanese = read('src/i18n/ja/task-role.ja.ts');
    for (const text of english) expect(japanese).toContain(`  '${text}':`);
  });

  test('is begun by the command that is shown to contributors', () => {
    const cwd = copy();
    const shown = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
    const [, group = '', id = ''] = /^\$ npm run new-rule -- (\S+) (\S+)$/m.exec(shown) ?? [];
    expect(run(cwd, 'scripts/new-rule.mjs', group, id).status).toBe(0);
    expect(shown).toContain(`ignore[${id}]`);
  });

  test.each([
    [[], 'it takes a group and the id of the rule'],
    [['container'], 'it takes a group and the id of the rule'],
    [['container', 'one-rule', 'two-rules'], 'it takes a group and the id of the rule'],
    [['containers', 'image-too-old'], 'there is no group "containers": it is one of caller, container,'],
    [['../src', 'image-too-old'], 'there is no group "../src"'],
    [['container', 'ImageTooOld'], '"ImageTooOld" is not an id'],
    [['container', '../image-too-old'], '"../image-too-old" is not an id'],
    [['container', 'image--old'], '"image--old" is not an id'],
    [['container', `image-${'o'.repeat(40)}ld`], 'is too long: an id has at most 36 characters'],
    [['container', 'exec-not-enabled'], 'there is a rule "exec-not-enabled" already: rules/enablement/'],
  ])('is not begun with %j, and nothing is written', (args, mistake) => {
    const before = parts(ROOT);
    const { status, stdout, stderr } = run(ROOT, 'scripts/new-rule.mjs', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^new-rule: .*\n$/);
    expect(stderr).toContain(mistake);
    expect(parts(ROOT)).toEqual(before);
  });
});

test('no rule is left with what the author was asked to fill in', () => {
  const all = parts(ROOT);
  expect(all.size).toBeGreaterThan(500);
  expect([...all].filter(([, text]) => text.includes('FILL IN')).map(([file]) => file)).toEqual([]);
});

import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { OFF } from '../../cli/harness.ts';
import type { After, Trial } from '../trial.ts';

const CONCISE = ['-f', 'concise'];

/** The text of a file that somebody would miss. */
const PRECIOUS = 'precious\n';

/** The names that a configuration can have, and how `format` is set in each. */
const PLACES: Readonly<Record<string, (report: string) => string>> = {
  '.ecs-exec-lint.yml': report => `failOn: error\nformat: ["${report}"]\n`,
  '.ecs-exec-lint.yaml': report => `failOn: error\nformat: ["${report}"]\n`,
  '.ecs-exec-lint.json': report => `{"failOn": "error",\n"format": ["${report}"]}\n`,
  'package.json': report =>
    `{"name": "app", "ecs-exec-lint": {"failOn": "error",\n"format": ["${report}"]}}\n`,
};

/** One line says which file, line and column are wrong, and nothing else happens. */
const refusesAt =
  (file: string): After =>
  (_, { code, out, err }) => {
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const [line = '', ...hints] = err.trimEnd().split('\n');
    expect(line).toMatch(new RegExp(`^ecs-exec-lint: ${file.replaceAll('.', '\\.')}:2:\\d+: .*concise=`));
    expect(hints.length).toBeLessThanOrEqual(1);
    return '';
  };

function named(report: string, configuration = '.ecs-exec-lint.yml'): Trial {
  return {
    name: `\`${configuration}\` with \`format: concise=${report}\``,
    files: () => ({ 'a.yml': OFF, [configuration]: PLACES[configuration]?.(`concise=${report}`) ?? '' }),
    prepare: cwd => {
      mkdirSync(dirname(join(cwd, report)), { recursive: true });
      writeFileSync(join(cwd, report), PRECIOUS, { mode: 0o755 });
    },
    args: ['a.yml'],
    after: refusesAt(configuration),
  };
}

const DEEP = 'd/'.repeat(300);

/** Creates a file in every folder from the root of the repository down to a deep one. */
function fillParents(cwd: string, name: string, content: string): void {
  mkdirSync(join(cwd, DEEP), { recursive: true });
  writeFileSync(join(cwd, name), content);
  for (let i = 1; i <= 300; i++) linkSync(join(cwd, name), join(cwd, 'd/'.repeat(i), name));
  writeFileSync(join(cwd, DEEP, 'a.yml'), OFF);
}

/** What a configuration in the checkout may decide: no file that is written. */
export const CONFIGURATION: readonly Trial[] = [
  ...Object.keys(PLACES).map(each => named('notes.txt', each)),
  ...['.git/hooks/pre-commit', '.git/config', '.vscode/settings.json', '../outside.txt'].map(each =>
    named(each),
  ),
  {
    ...named('link.txt'),
    name: 'the same with `concise=link.txt`, a link to `.git/config`',
    prepare: cwd => {
      writeFileSync(join(cwd, '.git', 'config'), PRECIOUS);
      symlinkSync('.git/config', join(cwd, 'link.txt'));
    },
  },
  {
    ...named('new.txt'),
    name: 'the same with `concise=new.txt`, which does not exist',
    prepare: () => undefined,
  },
  {
    name: '`format: concise`, which names no file',
    files: () => ({ 'a.yml': OFF, '.ecs-exec-lint.yml': 'format: concise\n' }),
    args: ['a.yml'],
  },
  {
    name: 'a configuration, and a `package.json` of 100 kB, in each of 300 folders above',
    prepare: cwd => {
      fillParents(cwd, '.ecs-exec-lint.yml', 'rules: {}\n');
      fillParents(cwd, 'package.json', `{"name": "${'x'.repeat(100_000)}"}\n`);
    },
    args: CONCISE,
    shell: `cd ${DEEP}; exec "$@"`,
  },
];

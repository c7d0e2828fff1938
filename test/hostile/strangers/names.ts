import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OFF } from '../../cli/harness.ts';
import type { Brought } from './brought.ts';

const templates = (...names: readonly string[]): Pick<Brought, 'files' | 'templates'> => ({
  files: () => Object.fromEntries(names.map(name => [name, OFF])),
  templates: names,
});

const DEEP = `${'deep/'.repeat(300)}a.yml`;

/** Templates, and what is named like them or like flags, wherever it is and leads to. */
export const NAMES: readonly Brought[] = [
  { name: 'templates', ...templates('a.yml', 'stacks/b.yaml') },
  {
    name: 'files named `-`, `--fix`, `-f`, `--version` and `constructor`, without the extension of a template',
    files: () =>
      Object.fromEntries(['-', '--fix', '-f', '--version', 'constructor'].map(each => [each, OFF])),
  },
  {
    name: 'templates named `--fix.yml`, `-.yml`, `constructor.yml`, `__proto__.yml`, `$(touch owned).yml`, and one with a line break',
    ...templates(
      '--fix.yml',
      '-.yml',
      'constructor.yml',
      '__proto__.yml',
      '$(touch owned).yml',
      'line\nbreak.yml',
    ),
  },
  {
    name: 'names that differ only in case',
    ...templates('case/stack.yml', 'case/Stack.yml', 'case/STACK.YML'),
  },
  { name: 'a folder 300 deep', ...templates(DEEP) },
  {
    name: 'parameter files of 2.5 MB, named like those of the AWS CLI and CodePipeline',
    files: () => {
      const parameters = JSON.stringify(
        Array.from({ length: 45_000 }, (_, i) => ({ ParameterKey: `K${i}`, ParameterValue: 'Resources' })),
      );
      return { 'parameters.json': parameters, 'template-configuration.json': parameters };
    },
  },
  {
    name: 'a pipe and a socket named like templates',
    prepare: cwd => {
      mkdirSync(join(cwd, 'special'));
      spawnSync('mkfifo', [join(cwd, 'special', 'pipe.yml')]);
      makeSocket(join(cwd, 'special', 'socket.yml'));
    },
  },
  {
    name: 'links out of the repository, to a template, a folder, `/etc/passwd` and itself',
    prepare: cwd => {
      mkdirSync(join(cwd, '..', 'theirs'));
      writeFileSync(join(cwd, '..', 'theirs', 'a.yml'), OFF);
      mkdirSync(join(cwd, 'links'));
      for (const [name, target] of Object.entries({
        'file.yml': '../../theirs/a.yml',
        folder: '../../theirs',
        'passwd.yml': '/etc/passwd',
        'circle.yml': 'circle.yml',
        'nowhere.yml': 'nowhere/a.yml',
      }))
        symlinkSync(target, join(cwd, 'links', name));
    },
  },
  {
    name: 'a repository in the repository, with hooks and a configuration of its own',
    files: ({ sh }) => ({
      'vendor/a.yml': OFF,
      'vendor/.ecs-exec-lint.yml': 'rules: {exec-not-enabled: off}\nignorePatterns: ["*"]\n',
      'evil/fsmonitor': sh,
    }),
    templates: ['vendor/a.yml'],
    prepare: cwd => {
      const vendor = join(cwd, 'vendor');
      spawnSync('git', ['init', '--quiet', vendor]);
      spawnSync('git', ['-C', vendor, 'config', 'core.fsmonitor', join(cwd, 'evil', 'fsmonitor')]);
      spawnSync('git', ['-C', vendor, 'config', 'core.hooksPath', join(cwd, '.githooks')]);
    },
  },
  {
    name: 'a submodule whose `.git` names a folder elsewhere',
    files: () => ({ 'module/a.yml': OFF, 'module/.git': 'gitdir: /nowhere/.git/modules/module\n' }),
    templates: ['module/a.yml'],
  },
];

/** The process that makes it is over by then, and the socket stays. */
function makeSocket(path: string): void {
  spawnSync(process.execPath, [
    '-e',
    'require("node:net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))',
    path,
  ]);
}

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLI, folder, REPOSITORY } from '../cli/harness.ts';
import { checkPage } from '../console-page.ts';
import { FIXTURES } from '../fixtures.ts';

const SETS: string = join(FIXTURES, 'sets');

/** A checked-out project: a copy of a folder of fixtures in which git ignores what tools write. */
function project(name: string, ignored: string): string {
  const cwd = folder({ ...REPOSITORY, '.gitignore': `${ignored}\n` });
  cpSync(join(SETS, name), cwd, { recursive: true });
  return cwd;
}

function print(command: string, cwd: string, exits: number): string {
  const words = command.replace('ecs-exec-lint', '"$0" "$1"');
  const { stdout, stderr, status } = spawnSync('sh', ['-c', words, process.execPath, CLI], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  expect(status).toBe(exits);
  return `${stderr}${stdout}`;
}

/** A project of the Serverless Framework, and what `serverless package` wrote into it. */
function packaged(name: string): string {
  const cwd = project(`serverless/${name}`, '.serverless');
  renameSync(join(cwd, 'out'), join(cwd, '.serverless'));
  return cwd;
}

const SERVERLESS = '.serverless/cloudformation-template-update-stack.json';

test('the page of the Serverless Framework', () => {
  checkPage('serverless.md', {
    print: (command, state) => {
      if (state.endsWith('these settings')) return print(command, packaged('fargate-right'), 0);
      if (state.endsWith('too')) return print(command, packaged('tasks-right'), 0);
      const cwd = packaged('fargate');
      if (state.startsWith('before')) rmSync(join(cwd, '.serverless'), { recursive: true });
      return print(command, cwd, state.startsWith('before') ? 2 : 1);
    },
    source: (file, name) => readFileSync(join(SETS, 'serverless', name, file), 'utf8'),
  });
});

test.each(['fargate', 'tasks'])('%s: nothing that `serverless package` wrote is changed', name => {
  const cwd = packaged(name);
  const before = readFileSync(join(cwd, SERVERLESS), 'utf8');
  expect(print('ecs-exec-lint --fix --unsafe-fixes', cwd, 1)).toContain('`resources.extensions`');
  expect(readFileSync(join(cwd, SERVERLESS), 'utf8')).toBe(before);
});

test('the page of AWS SAM', () => {
  const built = '.aws-sam/build/template.yaml';
  checkPage('sam.md', {
    print: (command, _) => {
      const cwd = project('sam', '.aws-sam');
      mkdirSync(join(cwd, '.aws-sam/build'), { recursive: true });
      const before = readFileSync(join(cwd, 'template.yaml'), 'utf8');
      writeFileSync(join(cwd, built), before);
      const isFix = command.endsWith('--fix');
      const printed = print(command, cwd, isFix ? 0 : 1);
      expect(readFileSync(join(cwd, built), 'utf8')).toBe(before);
      expect(readFileSync(join(cwd, 'template.yaml'), 'utf8') === before).toBe(!isFix);
      return printed;
    },
  });
});

test('the page of AWS Copilot', () => {
  const stack = 'infrastructure/web-test.stack.yml';
  checkPage('copilot.md', {
    print: (command, state) => {
      const cwd = project('copilot', 'infrastructure');
      if (state.startsWith('before')) rmSync(join(cwd, 'infrastructure'), { recursive: true });
      const printed = print(command, cwd, state.startsWith('before') ? 2 : 1);
      if (existsSync(join(cwd, stack)))
        expect(readFileSync(join(cwd, stack), 'utf8')).toBe(
          readFileSync(join(SETS, 'copilot', stack), 'utf8'),
        );
      return printed;
    },
  });
});

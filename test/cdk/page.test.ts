import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLI, folder } from '../cli/harness.ts';
import { expected, FIXTURES } from '../fixtures.ts';

const PAGE: string = join(FIXTURES, '..', 'docs', 'cdk.md');
const COMMAND = /(?<=^<!-- (before|after) cdk synth -->\n```console\n\$ (.+)\n)[\s\S]*?(?=^```$)/gm;

/** The project as it is checked out, and what `cdk synth` writes into it. */
function project(isSynthesized: boolean): string {
  const cwd = folder();
  cpSync(join(FIXTURES, 'sets', 'cdk-app'), cwd, { recursive: true });
  const out = join(cwd, 'cdk-out');
  if (!isSynthesized) rmSync(out, { recursive: true });
  else {
    for (const name of readdirSync(out)) {
      const text = readFileSync(join(out, name), 'utf8');
      writeFileSync(join(out, name), text.replaceAll('(/app/', `(${cwd}/`));
    }
    renameSync(out, join(cwd, 'cdk.out'));
  }
  writeFileSync(join(cwd, '.gitignore'), 'cdk.out\n');
  return cwd;
}

function print(command: string, isSynthesized: boolean): string {
  const words = command.replace('ecs-exec-lint', '"$0" "$1"');
  const { stdout, stderr, status } = spawnSync('sh', ['-c', words, process.execPath, CLI], {
    cwd: project(isSynthesized),
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  expect(status).toBe(isSynthesized ? 1 : 2);
  return `${stderr}${stdout}`;
}

test('its page shows what its commands print', () => {
  const page = readFileSync(PAGE, 'utf8');
  let count = 0;
  const updated = page.replace(COMMAND, (_, when: string, command: string) => {
    count++;
    return print(command, when === 'after');
  });
  expect(updated).toBe(expected(PAGE, updated, ''));
  expect([count, page.split('```console').length - 1]).toEqual([4, 5]);
});

test('the frames of its example lead to the lines that make the constructs', () => {
  const app = join(FIXTURES, 'sets', 'cdk-app');
  const frames = ['Shared', 'Web'].flatMap(stack => [
    ...readFileSync(join(app, 'cdk-out', `${stack}.metadata.json`), 'utf8').matchAll(
      /\(\/app\/(.+?):(\d+):(\d+)\)/g,
    ),
  ]);
  expect(frames.length).toBeGreaterThan(5);
  for (const [, file = '', line, column] of frames) {
    const text = readFileSync(join(app, file), 'utf8').split('\n')[Number(line) - 1] ?? '';
    expect(text.slice(Number(column) - 1)).toMatch(/^(?:new \w+\(|web\()/);
  }
});

test('its table has all options of the plugin', () => {
  const source = readFileSync(join(FIXTURES, '..', 'src', 'cdk', 'options.ts'), 'utf8');
  const [, options = ''] = /interface EcsExecLintOptions \{\n([\s\S]*?)^\}/m.exec(source) ?? [];
  const [, table = ''] =
    /^\| option \| \|\n\|---\|---\|\n((?:\|.*\n)+)/m.exec(readFileSync(PAGE, 'utf8')) ?? [];
  const first = table.split('\n').map(row => row.split('|')[1] ?? '');
  const shown = first.flatMap(cell => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const all = [...options.matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, name]) => name);
  expect(all.length).toBeGreaterThan(10);
  expect(shown.sort()).toEqual(all.sort());
});

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { CLI, folder } from './harness.ts';

const service = (i: number): string =>
  `  Service${i}:\n    Type: AWS::ECS::Service\n    Properties:\n      Cluster: shared\n      TaskDefinition: app\n`;

const MANY = `Resources:\n${Array.from({ length: 1000 }, (_, i) => service(i)).join('')}`;

function shell(command: string): { status: number | null; out: string; err: string } {
  const cwd = folder({ 'a.yml': MANY });
  const lint = `'${process.execPath}' '${CLI}'`;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', command.replace('LINT', lint)],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  return { status, out: stdout, err: stderr };
}

test('a slow reader gets all of a long report', () => {
  const { status, out } = shell('LINT -f json a.yml | (sleep 0.3; cat)');
  expect(out.length).toBeGreaterThan(1_000_000);
  expect(JSON.parse(out).findings).toHaveLength(1000);
  expect(status).toBe(1);
});

test.runIf(existsSync('/dev/full'))('a report that cannot be printed is no success', () => {
  const { status, err } = shell('LINT -f concise a.yml > /dev/full');
  expect({ status, err }).toEqual({
    status: 2,
    err: 'ecs-exec-lint: The output cannot be written: no space left on the disk.\n',
  });
});

test('a reader may go when it has had enough', () => {
  expect(shell('LINT -f json a.yml | head -n 1')).toEqual({ status: 1, out: '{\n', err: '' });
});

test('Ctrl-C ends it at once while it waits for standard input, without a word', async () => {
  const child = spawn(process.execPath, [CLI, '--fix', '-'], { cwd: folder() });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => said.push(String(text)));
  const ended = once(child, 'close');
  child.stdin.write('Resources:\n');
  const early = await Promise.race([ended, setTimeout(1000, 'still there')]);
  expect(early).toBe('still there');
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(said).toEqual([]);
});

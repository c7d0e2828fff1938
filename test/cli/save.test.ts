import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { save } from '../../src/cli/output/show.ts';
import { findTarget } from '../../src/cli/output/target.ts';
import type { Chosen } from '../../src/cli/output/targets.ts';
import { folder } from './harness.ts';

type More = Pick<Chosen, 'earlier' | 'isShared'>;

const EARLIER = 'an earlier report\n';

/** Where a report goes, as it is found now. */
function chosen(cwd: string, name: string, more: More = {}): Exclude<Chosen, { is: 'stream' }> {
  const target = findTarget(name, cwd);
  if (target.is === 'stream') throw new Error('It is a stream.');
  return { ...target, ...more };
}

function replaced(cwd: string, name: string, content: string): void {
  writeFileSync(join(cwd, 'theirs'), content);
  renameSync(join(cwd, 'theirs'), join(cwd, name));
}

describe('a report is not written where something else has changed since it was looked at', () => {
  const CASES: readonly (readonly [string, More, (cwd: string) => void])[] = [
    ['another file in its place', {}, cwd => replaced(cwd, 'report', EARLIER)],
    [
      'its text',
      { earlier: Buffer.from(EARLIER) },
      cwd => writeFileSync(join(cwd, 'report'), `${EARLIER}mine\n`),
    ],
    [
      'less of its text',
      { earlier: Buffer.from(EARLIER) },
      cwd => writeFileSync(join(cwd, 'report'), 'an earlier'),
    ],
    [
      'another file in place of one that is shared',
      { isShared: true },
      cwd => replaced(cwd, 'report', EARLIER),
    ],
    [
      'a link in its place',
      {},
      cwd => {
        renameSync(join(cwd, 'report'), join(cwd, 'moved'));
        symlinkSync('moved', join(cwd, 'report'));
      },
    ],
    [
      'its folder',
      {},
      cwd => {
        renameSync(join(cwd, 'sub'), join(cwd, 'gone'));
        symlinkSync('gone', join(cwd, 'sub'));
      },
    ],
  ];

  test.each(CASES)('%s', (what, more, deed) => {
    const name = what === 'its folder' ? 'sub/report' : 'report';
    const cwd = folder({ [name]: EARLIER });
    const target = chosen(cwd, name, more);
    deed(cwd);
    const before = readFileSync(join(cwd, name), 'utf8');
    const said = save(name, target, 'new').map(String);
    expect(said).toEqual([
      expect.stringMatching(/changed by another program in the meantime|symbolic links/),
    ]);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(before);
  });

  test('a file where there was none', () => {
    const cwd = folder();
    const target = chosen(cwd, 'report');
    writeFileSync(join(cwd, 'report'), 'mine');
    expect(save('report', target, 'new').map(String)).toEqual([
      'report: it was changed by another program in the meantime.',
    ]);
    expect(readFileSync(join(cwd, 'report'), 'utf8')).toBe('mine');
  });

  test('a link where there was no folder', () => {
    const cwd = folder({ 'theirs/x': '' });
    const target = chosen(cwd, 'new/report');
    symlinkSync('theirs', join(cwd, 'new'));
    expect(save('new/report', target, 'new')).toHaveLength(1);
    expect(readdirSync(join(cwd, 'theirs'))).toEqual(['x']);
  });

  test('a file in place of a device', () => {
    const cwd = folder({ report: 'mine' });
    const target: Chosen = { is: 'device', path: join(cwd, 'report'), identity: '1:1' };
    expect(save('report', target, 'new')).toHaveLength(1);
    expect(readFileSync(join(cwd, 'report'), 'utf8')).toBe('mine');
  });
});

test('a folder that is missing again is created again', () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'sub'));
  const target = chosen(cwd, 'sub/report');
  rmSync(join(cwd, 'sub'), { recursive: true });
  expect(save('sub/report', target, 'new')).toEqual([]);
  expect(readFileSync(join(cwd, 'sub', 'report'), 'utf8')).toBe('new');
});

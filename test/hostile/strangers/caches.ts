import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { expect } from 'vitest';
import { CLI, folder, OFF } from '../../cli/harness.ts';
import type { Observation } from '../observations.ts';

const ENGINE = `${process.versions.v8}-${process.arch}`;

/** Code that leaves a mark when it is run, as long as another text: V8 compares lengths only. */
function evil(text: Buffer, owned: string): Buffer {
  const wrap = (code: string): string =>
    `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
  const code = `require("node:fs").writeFileSync(${JSON.stringify(owned)}, "");`;
  const script = new Script(wrap(code.padEnd(text.length)));
  script.runInThisContext();
  return script.createCachedData();
}

/** The tool in a folder where each part has a cache beside it that was compiled from another text. */
function planted(): { readonly cwd: string; readonly owned: string; readonly count: number } {
  const cwd = folder({ 'a.yml': OFF });
  const dist = join(cwd, 'dist');
  const owned = join(cwd, 'owned');
  cpSync(dirname(CLI), dist, { recursive: true });
  const parts = readdirSync(dist).filter(name => name.endsWith('.cjs'));
  for (const part of parts) {
    const text = readFileSync(join(dist, part));
    writeFileSync(join(dist, `${part}.${ENGINE}`), Buffer.concat([text, evil(text, owned)]));
  }
  return { cwd, owned, count: parts.length };
}

export const CACHES: readonly Observation[] = [
  {
    name: 'code caches of V8 beside the parts of the program, compiled from another text',
    see: () => {
      const { cwd, count } = planted();
      expect(count).toBeGreaterThan(10);
      const args = [join(cwd, 'dist', 'cli.cjs'), '-f', 'concise', 'a.yml'];
      const { status, stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
      expect(readdirSync(cwd).sort()).toEqual(['a.yml', 'dist']);
      expect({ status, stdout }).toEqual({
        status: 1,
        stdout: expect.stringContaining('[exec-not-enabled]'),
      });
      return 'the text is run, and nothing else';
    },
  },
];

// Runs the program as it is built and keeps what the engine compiled on the way. `scripts/build/command-line.mjs` bundles
// and starts it. Arguments: the folder of the parts, the folder for what they are compiled to, which of them to keep, and
// a command line.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CachedChunks, type Chunk, compiledName, scriptOf } from '../../src/cli/launch/compile-cache.ts';

class Compiling extends CachedChunks {
  readonly parts = new Map<string, Chunk>();

  protected override chunkOf(file: string): Chunk {
    const text = readFileSync(file);
    const part = { text, script: scriptOf(file, text) };
    this.parts.set(file, part);
    return part;
  }
}

const [node = '', folder = '', compiled = '', kept = '', ...args] = process.argv;
const compiling = new Compiling(folder, compiled, require);
process.once('exit', () => {
  for (const [file, { text, script }] of compiling.parts)
    if (kept.split(',').includes(basename(file, '.cjs')))
      writeFileSync(join(compiled, compiledName(file)), Buffer.concat([text, script.createCachedData()]));
});
process.argv = [node, 'ecs-exec-lint', ...args];
compiling.load('./main.cjs');

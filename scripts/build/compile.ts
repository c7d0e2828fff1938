// Runs the program as it is built and keeps what the engine compiled on the way. `scripts/build/command-line.mjs` bundles
// and starts it. Arguments: the folder of the parts, the folder for what they are compiled to, which of them to keep, and
// a command line.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compiledName, type Part, Parts, scriptOf } from '../../src/cli/launch/parts.ts';

class Compiling extends Parts {
  readonly parts = new Map<string, Part>();

  protected override partOf(file: string): Part {
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

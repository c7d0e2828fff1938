import module from 'node:module';
import { isAbsolute } from 'node:path';
import { Parts } from './parts.ts';

/** From Node.js 22.1 on it keeps what it compiled, in a folder for temporary files. */
function keepCompiled(): void {
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
    module.enableCompileCache();
}

function byNode(name: string): unknown {
  if (isAbsolute(name)) keepCompiled();
  return require(name);
}

new Parts(__dirname, byNode).load('./main.cjs');

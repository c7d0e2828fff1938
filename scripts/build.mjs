// Builds what is shipped, the command line and the library, in dist. In .compiled it keeps what makes this clone start
// faster, which is not shipped.
import { rmSync, writeFileSync } from 'node:fs';
import { buildCommandLine, compileCommandLine } from './build/command-line.mjs';
import { buildLibrary } from './build/library.mjs';
import { notices } from './build/notices.mjs';

for (const each of ['dist', '.compiled']) rmSync(each, { recursive: true, force: true });
const metafiles = [...(await buildCommandLine('dist')), await buildLibrary('dist')];
writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices(metafiles, '.'));
await compileCommandLine('dist', '.compiled');

import { build } from 'esbuild';
import { readerOnly } from './plugins.mjs';

/** Builds the library: ES modules that import nothing but each other, and run in browsers as they are. */
export async function buildLibrary(folder) {
  const { metafile } = await build({
    entryPoints: ['src/index.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'es2022',
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
    metafile: true,
    plugins: [readerOnly],
  });
  return metafile;
}

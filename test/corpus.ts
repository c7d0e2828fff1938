import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER =
  process.env.CORPUS ?? join(dirname(dirname(fileURLToPath(import.meta.url))), '../shared/corpus');

/** Real templates, where a folder of them is at hand; without them tests say that they are skipped. */
export const CORPUS: readonly { readonly file: string; readonly text: string }[] = read(
  join(FOLDER, 'files'),
);

function read(folder: string): { readonly file: string; readonly text: string }[] {
  if (!existsSync(folder)) {
    console.warn(`SKIPPED: there are no real templates in ${folder}, so nothing is tried on them.`);
    return [];
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter(name => /\.(?:ya?ml|json|template)$/.test(name))
    .map(name => ({
      file: name,
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(join(folder, name))),
    }));
}

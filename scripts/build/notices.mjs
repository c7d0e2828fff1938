import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENSE = /^licen[cs]e(?:[-.]\w+)*$/i;
const RULE = '='.repeat(78);

/** The licenses of the packages that went into bundles, as a text. Takes the metafiles of esbuild, and the folder they are relative to. */
export function notices(metafiles, root) {
  const inputs = metafiles.flatMap(each => Object.keys(each.inputs));
  const folders = new Set(inputs.flatMap(name => PACKAGE.exec(name.split('\\').join('/'))?.[0] ?? []));
  const parts = [...folders].map(each => notice(join(root, each))).sort((a, b) => (a < b ? -1 : 1));
  return `These packages are built into ecs-exec-lint.\n${parts.map(each => `\n${RULE}\n${each}`).join('')}`;
}

function notice(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter(each => LICENSE.test(each))
    .map(each => readFileSync(join(folder, each), 'utf8'));
  const by = typeof author === 'object' ? author.name : author;
  const terms = texts.length > 0 ? texts.join('\n') : `By ${by}. The package has no text of its license.`;
  return `${name} ${version} (${license})\n\n${terms.replace(/\r\n?/g, '\n').trim()}\n`;
}

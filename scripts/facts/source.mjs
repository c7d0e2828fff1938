import { readFileSync } from 'node:fs';

const MANIFEST = new URL('package.json', import.meta.url);

/** The packages that the tables are made from. */
export function packageNames() {
  return Object.keys(pinned());
}

/** The version that is pinned of one. */
export function versionOf(name) {
  return pinned()[name];
}

function pinned() {
  return JSON.parse(readFileSync(MANIFEST, 'utf8')).devDependencies;
}

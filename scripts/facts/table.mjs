import { writeFileSync } from 'node:fs';

/**
 * Writes a table as JSON of one row a line, so that a change of one fact is a change of one line.
 *
 * @param {Record<string, unknown>} head What stands above the rows: their sources.
 * @param {Record<string, Record<string, unknown>>} groups The rows of each group by their keys.
 */
export function writeTable(file, head, groups) {
  const members = [
    ...Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    ...Object.entries(groups).map(([name, rows]) => `  ${JSON.stringify(name)}: ${block(rows)}`),
  ];
  writeFileSync(file, `{\n${members.join(',\n')}\n}\n`);
}

function block(rows) {
  const lines = Object.keys(rows)
    .sort(byCodePoint)
    .map(key => `    ${JSON.stringify(key)}: ${JSON.stringify(rows[key])}`);
  return lines.length > 0 ? `{\n${lines.join(',\n')}\n  }` : '{}';
}

/** The same on every machine, whatever its language. */
export function byCodePoint(a, b) {
  return a < b ? -1 : Number(a > b);
}

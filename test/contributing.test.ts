import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { CLI } from './cli/harness.ts';

const ROOT: string = dirname(dirname(CLI));
const DOCUMENTS = [
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'fixtures/README.md',
  '.github/pull_request_template.md',
];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The commands that a document tells people to run, from blocks and from running text. */
function commandsIn(text: string): readonly string[] {
  const shown = [...text.matchAll(/^\$ (.+)$/gm)];
  const named = [...text.matchAll(/`((?:UPDATE=1 )?(?:npm|npx|node) [^`]+)`/g)];
  return [...shown, ...named].map(([, command = '']) => command);
}

/** What a command needs and the repository does not have. */
function missing(command: string): readonly string[] {
  const [program = '', first = '', second = '', ...rest] = command
    .replace(/^(?:[A-Z]+=\S+ )*/, '')
    .split(' ');
  if (program === 'npm' && first === 'run') return second in manifest.scripts ? [] : [`the script ${second}`];
  if (program === 'npm') return ['ci', 'test'].includes(first) ? [] : [`npm ${first}`];
  if (program !== 'npx' || first !== 'vitest' || second !== 'run') return [`a test for ${command}`];
  const names = rest.includes('-t') ? rest.slice(0, rest.indexOf('-t')) : rest;
  return names.filter(name => !existsSync(join(ROOT, name)));
}

describe.each(DOCUMENTS)('%s', path => {
  const text = read(path);

  test('tells people to run what there is', () => {
    const commands = commandsIn(text);
    if (path !== 'ARCHITECTURE.md') expect(commands.length).toBeGreaterThan(0);
    expect(commands.flatMap(missing)).toEqual([]);
  });

  test('names files and folders that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) =>
      join(dirname(path), link),
    );
    const named = [...text.matchAll(/`((?:src|rules|test|docs|schema)\/[\w./-]*)/g)]
      .map(([, name = '']) => name)
      .filter(name => !name.endsWith('-'));
    const all = [...links, ...named];
    expect(all.filter(each => !existsSync(join(ROOT, each)))).toEqual([]);
  });
});

test('the tests that documents tell people to run find what is named in them', () => {
  const filtered = DOCUMENTS.flatMap(path => commandsIn(read(path))).flatMap(command => {
    const [, file = '', filter = ''] = / vitest run (\S+) -t (\S+)$/.exec(command) ?? [];
    return file === '' ? [] : [{ file, filter }];
  });
  expect(filtered.length).toBeGreaterThan(0);
  for (const { file, filter } of filtered) {
    const args = [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', file, '-t', filter];
    const { status, stdout } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, CI: '1', NO_COLOR: '1' },
    });
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/Tests +\d+ passed/);
  }
});

describe('the map', () => {
  const map = read('ARCHITECTURE.md');

  test('has every layer', () => {
    const layers = readdirSync(join(ROOT, 'src')).map(name =>
      name.endsWith('.ts') ? `\`src/${name}\`` : `\`src/${name}/\``,
    );
    expect(layers.filter(each => !map.includes(`| ${each} |`))).toEqual([]);
  });

  test('has every group', () => {
    const groups = readdirSync(join(ROOT, 'rules')).filter(name => !name.endsWith('.ts'));
    const [, listed = ''] = /^The groups are the folders of `rules\/`: (.*?)\. /m.exec(map) ?? [];
    expect(listed.split(', ').sort()).toEqual(groups.map(each => `\`${each}\``).sort());
  });
});

describe('the glossary', () => {
  const [, glossary = ''] = read('ARCHITECTURE.md').split('## Glossary');
  const rows = [...glossary.matchAll(/^\| (?!term|---)(.+?) \| (.+?) \| (.+?) \|$/gm)].map(
    ([, term = '', , words = '']) => ({ term, words: words.split(', ') }),
  );
  const exported = exportedNames();

  test('has terms, and there are names', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(exported.size).toBeGreaterThan(700);
  });

  test('explains names that there are, in the tables above too', () => {
    const [, above = ''] = (read('ARCHITECTURE.md').split('## Glossary')[0] ?? '').split('## Central types');
    const named = [...rows.map(each => each.term), ...(above.match(/^\| `[A-Z]\w+`/gm) ?? [])].flatMap(
      each => /`(\w+)`/.exec(each)?.[1] ?? [],
    );
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter(name => !exported.has(name))).toEqual([]);
  });

  test('has no term among the words that stand for it nowhere', () => {
    const names = new Map([...exported].map(name => [name.toLowerCase(), name]));
    const used = rows
      .flatMap(each => each.words)
      .flatMap(word => names.get(word.replace(/ /g, '').toLowerCase()) ?? []);
    expect(used).toEqual([]);
  });
});

/** Of everything in `src`. */
function exportedNames(): ReadonlySet<string> {
  const declared = /^export (?:declare |abstract |async )*(?:class|interface|type|function\*?|const) (\w+)/gm;
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return new Set(
    files
      .filter(each => each.endsWith('.ts'))
      .flatMap(each => [...read(join('src', each)).matchAll(declared)].map(([, name = '']) => name)),
  );
}

// Writes what a new rule begins with: the rule, its lines in rules/index.ts, its Japanese texts and its fixtures. Whatever it
// cannot know it marks with FILL IN, which the tests do not let pass.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixturesFor, japaneseFor, ruleFor } from './new-rule/texts.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
/** With a longer one the line that imports it is too long. */
const LONGEST = 36;

const groups = readdirSync(join(ROOT, 'rules'), { withFileTypes: true })
  .filter(each => each.isDirectory())
  .map(each => each.name);
const idsIn = group => readdirSync(join(ROOT, 'rules', group)).map(name => name.replace(/\.ts$/, ''));

const [group, id, ...others] = process.argv.slice(2);
const mistake = mistakeIn();
if (mistake === undefined) write();
else {
  console.error(`new-rule: ${mistake}`);
  process.exitCode = 2;
}

function mistakeIn() {
  if (group === undefined || id === undefined || others.length > 0)
    return 'it takes a group and the id of the rule: npm run new-rule -- container image-too-old';
  if (!groups.includes(group)) return `there is no group "${group}": it is one of ${groups.join(', ')}.`;
  if (!KEBAB.test(id)) return `"${id}" is not an id: words in small letters with hyphens between them.`;
  if (id.length > LONGEST) return `"${id}" is too long: an id has at most ${LONGEST} characters.`;
  const owner = groups.find(each => idsIn(each).includes(id));
  if (owner !== undefined) return `there is a rule "${id}" already: rules/${owner}/${id}.ts.`;
  if (existsSync(join(ROOT, 'fixtures', id))) return `there is a folder fixtures/${id} already.`;
  return undefined;
}

function write() {
  const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const japanese = japaneseFile();
  const rule = `rules/${group}/${id}.ts`;
  const changed = {
    'rules/index.ts': listed(readFileSync(join(ROOT, 'rules', 'index.ts'), 'utf8'), name),
    [japanese]: translated(readFileSync(join(ROOT, japanese), 'utf8')),
  };
  const created = { [rule]: ruleFor(group, id, name) };
  for (const [file, text] of Object.entries(fixturesFor())) created[`fixtures/${id}/${file}`] = text;

  mkdirSync(join(ROOT, 'fixtures', id));
  for (const [path, text] of Object.entries(created)) writeFileSync(join(ROOT, path), text, { flag: 'wx' });
  for (const [path, text] of Object.entries(changed)) writeFileSync(join(ROOT, path), text);
  console.log(`Created:
${Object.keys(created)
  .map(path => `  ${path}\n`)
  .join('')}Changed:
${Object.keys(changed)
  .map(path => `  ${path}\n`)
  .join('')}
Next:
  1. Replace everything that says FILL IN. What rules of this group can ask: src/rule/${group}.ts
  2. UPDATE=1 npx vitest run test/rules.test.ts -t ${id}
     writes what is reported beside each fixture: read it.
  3. npm run build
  4. UPDATE=1 npx vitest run test/docs.test.ts test/readme.test.ts test/rules.test.ts test/report test/cli/config.test.ts test/cli/lang.test.ts
     writes what derives from the rules: the page, tables, reports on whole templates and the configuration schema.
  5. npm run check`);
}

/** The file of the group's Japanese texts, or that which has those of its rules. */
function japaneseFile() {
  const own = `src/i18n/ja/${group}.ja.ts`;
  if (existsSync(join(ROOT, own))) return own;
  const [sibling] = idsIn(group);
  const name = readdirSync(join(ROOT, 'src', 'i18n', 'ja')).find(each =>
    readFileSync(join(ROOT, 'src', 'i18n', 'ja', each), 'utf8').includes(`  // ${sibling}\n`),
  );
  return `src/i18n/ja/${name}`;
}

/** Imports in the order of their paths; in the list it follows the last rule of its group. */
function listed(index, name) {
  const line = `import { ${name} } from './${group}/${id}.ts';\n`;
  const imports = [...index.matchAll(/^import \{ (\w+) \} from '(\.\/[^']+)';\n/gm)];
  const next = imports.find(([, , path]) => path > `./${group}/${id}.ts`);
  const at = next?.index ?? imports.at(-1).index + imports.at(-1)[0].length;
  const siblings = imports.filter(([, , path]) => path.startsWith(`./${group}/`)).map(([, each]) => each);
  const entries = [...index.matchAll(/^ {2}(\w+),\n/gm)].filter(([, each]) => siblings.includes(each));
  const end = entries.at(-1).index + entries.at(-1)[0].length;
  return `${index.slice(0, at)}${line}${index.slice(at, end)}  ${name},\n${index.slice(end)}`;
}

/** Before those of the next rule, or at the end. */
function translated(text) {
  const all = groups.flatMap(idsIn);
  const next = [...text.matchAll(/^ {2}\/\/ ([a-z0-9-]+)\n/gm)].find(
    ([, each]) => each > id && all.includes(each),
  );
  const entries = japaneseFor(id);
  if (next) return `${text.slice(0, next.index)}${entries}\n${text.slice(next.index)}`;
  const end = text.lastIndexOf('};');
  return `${text.slice(0, end)}\n${entries}${text.slice(end)}`;
}

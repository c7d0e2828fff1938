// Compares what two builds say and write: `node bench/same-bytes.mjs BUILD BUILD FOLDER…`, where a build is the root of a
// clone and the folders hold templates. Each folder is judged as one system in every format, and fixed; then each of its
// files alone. Ends with 1 where a byte differs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FORMATS = 'pretty concise checklist json sarif github gitlab junit rdjson markdown mermaid'.split(' ');

const [first, second, ...folders] = process.argv.slice(2);
if (first === '--alone') await printAlone(second, folders);
else if (folders.length === 0) throw new Error('Two builds and at least one folder are to be compared.');
else
  process.exitCode = compare(
    [first, second].map(each => resolve(each)),
    folders.map(each => resolve(each)),
  );

function compare(builds, places) {
  let differences = 0;
  for (const folder of places)
    for (const [name, run] of Object.entries(runs(folder))) {
      const [one, other] = builds.map(run);
      const found = one === other ? [] : differing(one, other);
      differences += found.length;
      process.stdout.write(
        `${found.length === 0 ? 'same' : 'DIFFERENT'}  ${folder}  ${name}  ${digest(one)}\n`,
      );
      for (const each of found.slice(0, 10)) process.stdout.write(`    ${each}\n`);
    }
  return differences > 0 ? 1 : 0;
}

/** What is done in each build, each of which answers all that comes of it as text. */
function runs(folder) {
  const reports = [
    ...FORMATS.map(format => ['-f', format]),
    ['--pedantic', '-f', 'json'],
    ['--diff'],
    ['--diff', '--unsafe-fixes'],
  ];
  return {
    ...Object.fromEntries(reports.map(args => [args.join(' '), build => report(build, folder, args)])),
    '--fix': build => fixed(build, folder, ['--fix']),
    '--fix --unsafe-fixes': build => fixed(build, folder, ['--fix', '--unsafe-fixes']),
    '--add-ignore=all': build => fixed(build, folder, ['--add-ignore=all', '--reason', 'known']),
    'each file alone': build => alone(build, folder),
  };
}

function report(build, cwd, args) {
  return start([join(build, 'dist', 'cli.cjs'), '--no-config', ...args, '.'], cwd);
}

/** What is said, and the texts afterwards. */
function fixed(build, folder, args) {
  const copy = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  try {
    cpSync(folder, join(copy, 'in'), { recursive: true });
    spawnSync('chmod', ['-R', 'u+w', copy]);
    const said = report(build, join(copy, 'in'), args);
    const texts = filesIn(join(copy, 'in')).map(
      file => `${file} ${digest(readFileSync(join(copy, 'in', file)))}`,
    );
    return [said, ...texts].join('\n');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function alone(build, folder) {
  const list = join(mkdtempSync(join(tmpdir(), 'same-bytes-')), 'files');
  writeFileSync(list, filesIn(folder).join('\n'));
  return start([fileURLToPath(import.meta.url), '--alone', build, folder, list], folder);
}

/** Judges and fixes files one by one by the library of a build. */
async function printAlone(build, [folder, list]) {
  const url = pathToFileURL(join(build, 'dist', 'index.js')).href;
  const { DEFAULT_OPTIONS, fix, lint, parse } = await import(url);
  for (const file of readFileSync(list, 'utf8').split('\n')) {
    if (!/\.(?:ya?ml|json|template)$/.test(file)) continue;
    const documents = [parse(file, readFileSync(join(folder, file), 'utf8'))];
    const options = { ...DEFAULT_OPTIONS, pedantic: true };
    const outcome = await fix(documents, { ...options, unsafe: true });
    const said = JSON.stringify([lint(documents, options), outcome], withoutTrees);
    process.stdout.write(`${file} ${digest(said)}\n`);
  }
}

function withoutTrees(key, value) {
  if (key === 'document') return value.file;
  return key === 'documents' ? undefined : value;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name).slice(folder.length + 1))
    .sort();
}

function start(args, cwd) {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return `${stdout}\n--- ${status}\n${stderr}`;
}

function differing(one, other) {
  const [a, b] = [one, other].map(text => text.split('\n'));
  return a
    .flatMap((line, i) => (line === b[i] ? [] : [`${line.slice(0, 200)}  |  ${b[i]?.slice(0, 200)}`]))
    .concat(a.length === b.length ? [] : [`${a.length} lines  |  ${b.length} lines`]);
}

function digest(data) {
  return createHash('sha256').update(data).digest('hex').slice(0, 12);
}

// Installs what is published, the package that is given or else one that it packs, in an empty folder as people do, and runs
// it there: on this Node, on the oldest one that is supported and on the newest one that npm has. Takes a minute or two, and
// needs the npm registry.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST = '20.19.0';

const TEMPLATE = `Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shared
      TaskDefinition: app
`;

const LIBRARY = `
import { DEFAULT_OPTIONS, fix, lint, parse } from 'ecs-exec-lint';
const template = parse('stack.yml', process.argv[2]);
const { findings } = lint([template], DEFAULT_OPTIONS);
const { changed } = await fix([template], { ...DEFAULT_OPTIONS, unsafe: false });
console.log(findings.length, changed.length);
`;

const npm = (cwd, ...args) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** The program of a version of Node, from npm's package of that name. */
function nodeOf(version, cwd) {
  return execFileSync('npx', ['--yes', `node@${version}`, '-p', 'process.execPath'], {
    cwd,
    encoding: 'utf8',
  }).trim();
}

/** Starts the language server, and has it say what it finds. */
async function serve(node, cwd) {
  const program = join(cwd, 'node_modules', '.bin', 'ecs-exec-lint');
  const { stdin, stdout } = spawn(node, [program, '--lsp'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const say = (method, params, id) => {
    const text = JSON.stringify({ jsonrpc: '2.0', id, method, params });
    stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  say('initialize', { processId: process.pid, rootUri: null, capabilities: {} }, 1);
  say('initialized', {});
  const textDocument = { uri: 'untitled:stack.yml', languageId: 'yaml', version: 1, text: TEMPLATE };
  say('textDocument/didOpen', { textDocument });
  let said = '';
  for await (const chunk of stdout) {
    said += chunk;
    if (said.includes('textDocument/publishDiagnostics')) break;
  }
  say('exit');
  assert.match(said, /exec-not-enabled/);
}

async function tryWith(node, cwd, version) {
  const temporary = mkdtempSync(join(cwd, 'tmp-'));
  const env = { PATH: process.env.PATH, HOME: temporary, TMPDIR: temporary };
  const run = (...args) => spawnSync(node, args, { cwd, encoding: 'utf8', env });
  const lint = (...args) => run(join(cwd, 'node_modules', '.bin', 'ecs-exec-lint'), ...args);
  const file = join(cwd, 'stack.yml');
  writeFileSync(file, TEMPLATE);
  assert.equal(lint('--version').stdout, `${version}\n`);
  assert.match(lint('--help').stdout, /^Usage: ecs-exec-lint/);
  assert.match(lint('--explain', 'exec-not-enabled').stdout, /^# exec-not-enabled\n/);
  assert.match(lint('--lang', 'ja', '--help').stdout, /^使い方: ecs-exec-lint/);
  assert.match(lint('--lang', 'ja', 'stack.yml').stdout, /^エラー\[exec-not-enabled\]: サービス `Service` /);
  const formats = [
    'concise',
    'checklist',
    'json',
    'sarif',
    'github',
    'gitlab',
    'junit',
    'rdjson',
    'markdown',
    'mermaid',
  ];
  const checked = lint(...formats.flatMap(each => ['-f', `${each}=report.${each}`]), 'stack.yml');
  assert.deepEqual([checked.status, checked.stderr], [1, '']);
  for (const each of formats)
    assert.match(readFileSync(join(cwd, `report.${each}`), 'utf8'), /exec-not-enabled/);
  const { stdout } = lint('--diff', 'stack.yml');
  assert.match(stdout, /^\+ {6}EnableExecuteCommand: true$/m);
  const fixed = lint('--fix', 'stack.yml');
  assert.deepEqual([fixed.status, fixed.stderr], [0, '']);
  assert.equal(readFileSync(file, 'utf8'), `${TEMPLATE}      EnableExecuteCommand: true\n`);
  writeFileSync(join(cwd, 'library.mjs'), LIBRARY);
  await serve(node, cwd);
  const library = run('library.mjs', TEMPLATE);
  assert.match(library.stdout, /^[1-9]\d* 1\n$/);
  assert.deepEqual(readdirSync(temporary), [], 'A run keeps nothing.');
}

const folder = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-pack-'));
try {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [given] = process.argv.slice(2);
  const packed = given ?? npm(ROOT, 'pack', '--silent', '--pack-destination', folder).trim();
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  npm(folder, 'install', '--silent', '--no-audit', '--no-fund', resolve(given ? '.' : folder, packed));
  const newest = npm(folder, 'view', 'node', 'version').trim();
  for (const wanted of [undefined, OLDEST, newest]) {
    const node = wanted === undefined ? process.execPath : nodeOf(wanted, folder);
    const is = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    await tryWith(node, folder, version);
    console.log(`The package runs on Node.js ${is}.`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

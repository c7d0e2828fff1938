// Measures everything and writes RESULTS.md and chart.svg beside this: `npm run bench`.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chart } from './chart.mjs';
import { growth, KINDS } from './growth.mjs';
import { node, peakOf, sideBySide, start } from './measure.mjs';
import { ofServices, unrelated } from './templates.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const CLI = join(ROOT, 'dist', 'cli.cjs');
const BASELINE = join(HERE, 'baseline.mjs');
const VALIDATOR = join(ROOT, 'test', 'oracles', 'validate.mjs');
const ONE = join(ROOT, 'fixtures', 'whole', 'fargate-stack.yml');
const hasCfnLint = spawnSync('cfn-lint', ['--version']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-bench-'));

/** Real templates, where there are some; else the fixtures. */
function templates() {
  const real = join(ROOT, '..', 'shared', 'corpus', 'files');
  const from = existsSync(real) ? real : join(ROOT, 'fixtures');
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ya?ml|json|template)$/.test(name) && !/settings\.json$/.test(name))
    .sort();
  return { kind: from === real ? 'real templates' : 'fixtures', files: files.map(name => join(from, name)) };
}

function note(text) {
  process.stderr.write(`${text}\n`);
}

async function startUp() {
  note('One template …');
  const fixed = join(folder, 'fixed.yml');
  const published = join(folder, 'published');
  cpSync(dirname(CLI), published, { recursive: true });
  const things = {
    'node -e 0': () => node(['-e', '0']),
    'ecs-exec-lint -f concise': () => node([CLI, '-f', 'concise', '--no-config', ONE]),
    'ecs-exec-lint -f concise, as published': () =>
      node([join(published, 'cli.cjs'), '-f', 'concise', '--no-config', ONE]),
    'ecs-exec-lint --help': () => node([CLI, '--help']),
    'ecs-exec-lint --fix': () => {
      cpSync(ONE, fixed);
      node([CLI, '--fix', '-f', 'concise', '--no-config', fixed]);
    },
  };
  const times = await sideBySide(things, 25);
  const slow = await sideBySide(
    {
      'node -e 0': things['node -e 0'],
      ...(hasCfnLint && { 'cfn-lint': () => start('cfn-lint', ['-r', 'us-east-1', '--', ONE]) }),
      "AWS's validator": () => node([VALIDATOR, ONE]),
    },
    3,
  );
  const rows = Object.entries(times).map(([name, time]) => [name, time / times['node -e 0']]);
  const others = Object.entries(slow).map(([name, time]) => [name, time / slow['node -e 0']]);
  return [...rows, ...others.slice(1)];
}

async function manyFiles({ files }) {
  note('All templates …');
  const times = await sideBySide(
    {
      'node -e 0': () => node(['-e', '0']),
      'yaml.parseDocument': () => node([BASELINE, ...files]),
      'ecs-exec-lint': () => node([CLI, '-f', 'concise', '--no-config', ...files]),
    },
    3,
  );
  note('All templates with cfn-lint, which takes minutes …');
  const beside = hasCfnLint
    ? await sideBySide(
        {
          'ecs-exec-lint': () => node([CLI, '-f', 'concise', '--no-config', ...files]),
          'cfn-lint': () => start('cfn-lint', ['-r', 'us-east-1', '--', ...files]),
        },
        1,
      )
    : undefined;
  return { times, beside };
}

/** Ten thousand files, of which few matter. */
async function amongOthers({ files }) {
  note('10,000 files …');
  const [few, many] = ['few', 'many'].map(name => join(folder, name));
  for (const at of [few, many]) {
    mkdirSync(at);
    for (const [i, file] of files.entries()) cpSync(file, join(at, `${i}-${file.split('/').at(-1)}`));
  }
  for (let i = files.length; i < 10_000; i++) writeFileSync(join(many, `other-${i}.yml`), unrelated(i));
  const all = readdirSync(many);
  const times = await sideBySide(
    {
      few: () => node([CLI, '-f', 'concise', '--no-config', few]),
      many: () => node([CLI, '-f', 'concise', '--no-config', many]),
      reading: () => {
        for (const name of all) readFileSync(join(many, name));
      },
    },
    3,
  );
  return { ...times, peak: peakOf([CLI, '-f', 'concise', '--no-config', many]) };
}

function memory({ files }) {
  note('Memory …');
  return [
    ['node -e 0', peakOf(['-e', '0'])],
    ['one template', peakOf([CLI, '-f', 'concise', '--no-config', ONE])],
    ['one template of 200 services', peakOf([CLI, '-f', 'concise', '--no-config', large()])],
    [`all ${files.length} templates`, peakOf([CLI, '-f', 'concise', '--no-config', ...files])],
  ];
}

function large() {
  const file = join(folder, 'large.yml');
  writeFileSync(file, ofServices(200));
  return file;
}

const ratio = (a, b) => `${(a / b).toFixed(2)} ×`;
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');

function results({ one, many, others, grown, held, all }) {
  const [fixes] = grown.services.filter(row => row.size === 200);
  const base = many.times['yaml.parseDocument'];
  return `# How fast it is

Made by \`npm run bench\` with Node.js ${process.version} on ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}). Times are medians of runs
taken in turn; machines differ and are noisy, so that only the ratios of one run are given.

![How the time grows with a template](chart.svg)

## One template, cold

${table(
  ['', 'beside `node -e 0`'],
  one.map(([name, times]) => [`\`${name}\``, `${times.toFixed(2)} ×`]),
)}

## ${all.files.length} ${all.kind}, one process

${table(
  ['', 'beside `yaml.parseDocument` on the same texts'],
  Object.entries(many.times).map(([name, time]) => [`\`${name}\``, ratio(time, base)]),
)}
${
  many.beside
    ? `\n\`cfn-lint\` takes ${(many.beside['cfn-lint'] / many.beside['ecs-exec-lint']).toFixed(0)} times as long as ecs-exec-lint on the same files.\n`
    : ''
}
10,000 files of which these ${all.files.length} matter take ${ratio(others.many, others.few + others.reading)} what these take alone, the reading of all files included.

## How it grows

${Object.entries(grown)
  .map(([kind, rows]) =>
    table(
      [kind, 'size in all', 'lint', '`--fix`', '`--fix` beside lint'],
      rows.map(({ size, bytes, lint, fix }) => [
        size,
        `${(bytes / 1000).toFixed(1)} kB`,
        `${lint.toFixed(1)} ms`,
        `${fix.toFixed(1)} ms`,
        ratio(fix, lint),
      ]),
    ),
  )
  .join('\n\n')}

\`--fix\` of a template with 200 bare services takes ${ratio(fixes.fix, fixes.lint)} a lint of it.

## Memory at most

${table(
  ['', 'MB'],
  [...held, [`10,000 files of which these ${all.files.length} matter`, others.peak]].map(
    ([name, megabytes]) => [name, megabytes.toFixed(0)],
  ),
)}
`;
}

try {
  const all = templates();
  const measured = {
    all,
    one: await startUp(),
    many: await manyFiles(all),
    others: await amongOthers(all),
    grown: {},
    held: memory(all),
  };
  for (const [kind, what] of Object.entries(KINDS)) {
    note(`Growth by ${kind} …`);
    measured.grown[kind] = await growth(what);
  }
  writeFileSync(join(HERE, 'RESULTS.md'), results(measured));
  writeFileSync(join(HERE, 'chart.svg'), chart(measured.grown));
  process.stdout.write(results(measured));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

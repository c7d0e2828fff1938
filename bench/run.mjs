// Measures everything and writes RESULTS.md and chart.svg beside this: `npm run bench`, or `npm run bench -- 1` for one round.
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
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chart } from './chart.mjs';
import { growth, KINDS } from './growth.mjs';
import { keystroke } from './keystroke.mjs';
import { beside, median, node, own, peakOf, sideBySide, start } from './measure.mjs';
import { ofBytes, ofServices, unrelated } from './templates.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const CLI = join(ROOT, 'dist', 'cli.cjs');
const BASELINE = join(HERE, 'baseline.mjs');
const VALIDATOR = join(ROOT, 'test', 'oracles', 'validate.mjs');
const ONE = join(ROOT, 'fixtures', 'whole', 'fargate-stack.yml');
/** How often things take turns; what takes no time does so five times as often. */
const ROUNDS = Number(process.argv[2] ?? 3);
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
  const rows = {
    'node -e 0': () => node(['-e', '0']),
    'ecs-exec-lint': () => node([CLI, '--no-config', ONE]),
    'ecs-exec-lint, as published': () => node([join(published, 'cli.cjs'), '--no-config', ONE]),
    'ecs-exec-lint -f concise': () => node([CLI, '-f', 'concise', '--no-config', ONE]),
    'ecs-exec-lint --help': () => node([CLI, '--help']),
    'ecs-exec-lint --fix': () => {
      cpSync(ONE, fixed);
      return node([CLI, '--fix', '--no-config', fixed]);
    },
  };
  const times = await sideBySide(rows, ROUNDS * 5);
  const slow = await sideBySide(
    {
      'node -e 0': rows['node -e 0'],
      ...(hasCfnLint && { 'cfn-lint': () => start('cfn-lint', ['-r', 'us-east-1', '--', ONE]) }),
      "AWS's validator": () => node([VALIDATOR, ONE]),
    },
    ROUNDS,
  );
  return [...compared(times, 'node -e 0'), ...compared(slow, 'node -e 0').slice(1)];
}

/** Each of several things beside one of them. */
function compared(times, base) {
  return Object.entries(times).map(([name, all]) => [name, beside(all, times[base])]);
}

const IN_ALL_FORMATS = 'pretty concise github json sarif checklist markdown gitlab junit rdjson'.split(' ');

async function manyFiles({ files }) {
  note('All templates, in each format …');
  const report = format => node([CLI, '-f', format, '--no-config', ...files]);
  const times = await sideBySide(
    {
      'yaml.parseDocument': () => node([BASELINE, ...files]),
      ...Object.fromEntries(IN_ALL_FORMATS.map(format => [`-f ${format}`, () => report(format)])),
      '--fix': () => fixAll(files),
    },
    ROUNDS,
  );
  note('All templates with cfn-lint, which takes minutes …');
  const others = hasCfnLint
    ? await sideBySide(
        {
          'ecs-exec-lint': () => report('pretty'),
          'cfn-lint': () => start('cfn-lint', ['-r', 'us-east-1', '--', ...files]),
        },
        1,
      )
    : undefined;
  return { times, others };
}

/** Fixes copies, since the next run is to have as much to do. */
function fixAll(files) {
  return node([CLI, '--fix', '--no-config', copied(files, 'fixed')]);
}

function copied(files, name) {
  const at = join(folder, name);
  rmSync(at, { recursive: true, force: true });
  mkdirSync(at);
  for (const [i, file] of files.entries())
    writeFileSync(join(at, `${i}-${basename(file)}`), readFileSync(file));
  return at;
}

/** Ten thousand files, of which few matter. */
async function amongOthers({ files }) {
  note('10,000 files …');
  const [few, many] = ['few', 'many'].map(name => copied(files, name));
  for (let i = files.length; i < 10_000; i++) writeFileSync(join(many, `other-${i}.yml`), unrelated(i));
  const all = readdirSync(many);
  const times = await sideBySide(
    {
      few: () => node([CLI, '--no-config', few]),
      many: () => node([CLI, '--no-config', many]),
      reading: () =>
        own(() => {
          for (const name of all) readFileSync(join(many, name));
        }),
    },
    ROUNDS,
  );
  const alone = median(times.few) + median(times.reading);
  return { ratio: median(times.many) / alone, peak: peakOf([CLI, '--no-config', many]) };
}

function memory({ files }) {
  note('Memory …');
  const large = join(folder, 'large.yml');
  writeFileSync(large, ofServices(200));
  return [
    ['node -e 0', peakOf(['-e', '0'])],
    ['one template', peakOf([CLI, '--no-config', ONE])],
    ['one template of 200 services', peakOf([CLI, '--no-config', large])],
    ...['concise', 'pretty', 'json', 'sarif'].map(format => [
      `all ${files.length}, -f ${format}`,
      peakOf([CLI, '-f', format, '--no-config', ...files]),
    ]),
    [`all ${files.length}, --fix`, peakOf([CLI, '--fix', '--no-config', copied(files, 'fixed')])],
  ];
}

/** Where the processor time of a program that runs can be read. */
async function editor() {
  if (!existsSync('/proc/self/stat')) return [];
  note('A key in the editor …');
  const rows = [];
  for (const bytes of [33_000, 330_000]) {
    const text = ofBytes(bytes);
    rows.push({ lines: text.split('\n').length, ...(await keystroke(CLI, text)) });
  }
  return rows;
}

const ratio = (a, b) => `${(a / b).toFixed(2)} ×`;
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');

function spread({ median, least, most }) {
  return [`${median.toFixed(2)} ×`, `${least.toFixed(2)}–${most.toFixed(2)}`];
}

function results({ one, many, others, grown, held, keys, all }) {
  const formats = compared(many.times, 'yaml.parseDocument');
  const fixed = beside(many.times['--fix'], many.times['-f concise']);
  return `# How fast it is

Made by \`npm run bench\` with Node.js ${process.version} on ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}). It is the processor
time that is measured, of all threads, and things that are compared take turns. Machines differ and are noisy, so that only
the ratios of one run are given: that of the medians of ${ROUNDS} rounds, and the least and the most. Where no format is named it is
the default report.

![How the time grows with a template](chart.svg)

## One template, cold

${table(
  ['', 'beside `node -e 0`', 'spread'],
  one.map(([name, times]) => [`\`${name}\``, ...spread(times)]),
)}

## ${all.files.length} ${all.kind}, one process

${table(
  ['', 'beside `yaml.parseDocument` on the same texts', 'spread'],
  formats.map(([name, times]) => [`\`${name}\``, ...spread(times)]),
)}

\`--fix\` of all of them takes ${spread(fixed)[0]} what \`-f concise\` takes.
${
  many.others
    ? `\n\`cfn-lint\` takes ${(many.others['cfn-lint'][0] / many.others['ecs-exec-lint'][0]).toFixed(0)} times as long as the default report on the same files.\n`
    : ''
}
10,000 files of which these ${all.files.length} matter take ${others.ratio.toFixed(2)} × what these take alone, the reading of all files included.

## A key in the editor

${table(
  ['lines of the template', 'until the diagnostics are there, beside a lint of the same text'],
  keys.map(({ lines, key, lint }) => [lines, ratio(key, lint)]),
)}

## How it grows

\`joined\` counts templates whose services run in a cluster that one more template exports.

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
    keys: await editor(),
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

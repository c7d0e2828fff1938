import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const HERE = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOT = dirname(dirname(HERE));
const MODULES = join(HERE, 'node_modules');
const require = createRequire(import.meta.url);

/** The versions of the CDK that the plugin is tried with, and that which has all there is to try. */
export const VERSIONS = ['2.100', '2.150', '2.251', '2.276'];
export const NEWEST = '2.276';

/** The compiler of TypeScript. */
export const TSC = join(MODULES, 'typescript', 'bin', 'tsc');

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'ecs-exec-lint-cdk-')));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));

/** The package as it is published. */
const PACKAGE = unpack();

function unpack() {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', temporary];
  const packed = execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', packed], { cwd: temporary });
  return join(temporary, 'package');
}

/** The feature flags that a version of the CDK recommends for new projects. */
export function recommendedFlags(version) {
  const { CURRENTLY_RECOMMENDED_FLAGS, NEW_PROJECT_CONTEXT } = require(`aws-cdk-lib-${version}/cx-api`);
  return CURRENTLY_RECOMMENDED_FLAGS ?? NEW_PROJECT_CONTEXT;
}

/** A new project with a version of the CDK, the apps of `apps`, and other files. */
export function project(version, { context = {}, files = {} } = {}) {
  const folder = mkdtempSync(join(temporary, 'project-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  symlinkSync(join(MODULES, `aws-cdk-lib-${version}`), join(modules, 'aws-cdk-lib'));
  symlinkSync(PACKAGE, join(modules, 'ecs-exec-lint'));
  for (const each of ['constructs', join('.bin', 'tsx')])
    symlinkSync(join(MODULES, each), join(modules, each));
  cpSync(join(HERE, 'apps'), folder, { recursive: true });
  const all = { 'cdk.json': JSON.stringify({ context }), 'package.json': '{"private": true}', ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Runs a program in a project. Answers what it printed, and its exit code. */
export function run(folder, [program, ...args], env = {}) {
  const settings = { PATH: process.env.PATH, HOME: folder, npm_config_update_notifier: 'false', ...env };
  return new Promise(resolve => {
    execFile(program, args, { cwd: folder, env: settings, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const printed = stripVTControlCharacters(stderr + stdout).replaceAll(folder, '<project>');
      resolve({ stdout, printed, code: error ? error.code : 0 });
    });
  });
}

/** Runs `cdk synth` for an app as people do. */
export function synth(folder, app, { options, args = [] } = {}) {
  const cli = join(MODULES, 'aws-cdk', 'bin', 'cdk');
  const command = [
    process.execPath,
    cli,
    'synth',
    '--quiet',
    '--no-notices',
    '--app',
    `npx tsx ${app}.ts`,
    ...args,
  ];
  return run(folder, command, {
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    // The validation that newer versions bring takes seconds, and has no part in this.
    CDK_VALIDATION: 'false',
    ...(options && { PLUGIN_OPTIONS: JSON.stringify(options) }),
  });
}

/** What the plugin reported at first, with advice and with what it could not decide. */
export function reported(folder) {
  const [line] = readFileSync(join(folder, 'reports.jsonl'), 'utf8').split('\n');
  return JSON.parse(line);
}

/** The report of the command line, which reads what is on disk. */
export async function linted(folder, ...args) {
  const command = [process.execPath, join(PACKAGE, 'dist', 'cli.cjs'), '-f', 'json', ...args];
  const { stdout, printed } = await run(folder, command);
  if (stdout === '') throw new Error(printed);
  return JSON.parse(stdout);
}

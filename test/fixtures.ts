import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DEFAULT_OPTIONS,
  type DeployedStack,
  type Diagnostic,
  type Document,
  fix,
  lint,
  type Options,
  parse,
  type Report,
  readAccount,
  type Settings,
} from '../src/index.ts';

export const FIXTURES: string = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures');

/** A template below `fixtures/`, with the files beside it that say what is expected. */
export interface Fixture {
  readonly name: string;
  readonly path: string;
  /** Only findings of this rule count; for a whole template those of all rules do. */
  readonly rule: string | undefined;
  /** Those of the check, which `settings.json` beside it may change. */
  readonly settings: Settings;
  /** What is deployed, as `x.yaml.account.json` beside it says. */
  readonly account: Options['account'];
  /** The stack that it is deployed as, as `x.yaml.stack.json` beside it says. */
  readonly stack: DeployedStack | undefined;
}

const SETTINGS = 'settings.json';

export function allFixtures(): readonly Fixture[] {
  return readdirSync(FIXTURES, { withFileTypes: true })
    .filter(each => each.isDirectory() && isForOne(each.name))
    .map(each => each.name)
    .flatMap(folder =>
      readdirSync(join(FIXTURES, folder))
        .filter(isFixture)
        .map(name => ({
          name: `${folder}/${name}`,
          path: join(FIXTURES, folder, name),
          rule: folder === 'whole' ? undefined : folder,
          settings: settingsOf(folder, name),
          account: accountOf(folder, name),
          stack: stackOf(folder, name),
        })),
    );
}

function isFixture(name: string): boolean {
  return (
    /\.(?:ya?ml|json|template)$/.test(name) &&
    !/(?:\.(?:fixed|unsafe)\.\w+|(?:^|\.)(?:account|settings|stack)\.json)$/.test(name)
  );
}

/** What belongs together in `sets`, and what was found by chance, has tests of its own. */
function isForOne(folder: string): boolean {
  return folder !== 'sets' && folder !== 'finds';
}

/** Those that a file beside the fixture says, `x.yaml.settings.json`, or one for all of its folder. */
export function settingsOf(folder: string, name: string): Settings {
  const paths = [SETTINGS, `${name}.${SETTINGS}`]
    .map(each => join(FIXTURES, folder, each))
    .filter(existsSync);
  const own: Partial<Settings>[] = paths.map(path => JSON.parse(readFileSync(path, 'utf8')));
  return Object.assign({}, DEFAULT_OPTIONS.settings, ...own);
}

/** What is deployed, where a file beside the fixture has what the AWS CLI printed. */
export function accountOf(folder: string, name: string): Options['account'] {
  const path = join(FIXTURES, folder, `${name}.account.json`);
  if (!existsSync(path)) return undefined;
  const { account, problems } = readAccount([{ file: path, text: readFileSync(path, 'utf8') }]);
  for (const each of problems) throw new Error(String(each));
  return account;
}

function stackOf(folder: string, name: string): DeployedStack | undefined {
  const path = join(FIXTURES, folder, `${name}.stack.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** @param file What its template is called. */
export function optionsFor({ name, rule, settings, account, stack }: Fixture, file: string = name): Options {
  const deployedStacks = stack ? { [file]: stack } : {};
  return { ...DEFAULT_OPTIONS, settings, account, deployedStacks, only: rule === undefined ? [] : [rule] };
}

export function read(fixture: Fixture): Document {
  return parse(fixture.name, readFileSync(fixture.path, 'utf8'));
}

/** What judges and fixes: with the rules as they are, or with others. */
export interface Engine {
  readonly lint: typeof lint;
  readonly fix: typeof fix;
}

const ENGINE: Engine = { lint, fix };

export function judge(fixture: Fixture, document: Document, engine: Engine = ENGINE): Report {
  return engine.lint([document], { ...optionsFor(fixture), pedantic: true });
}

/** The report that a fixture expects, as text: one line a finding, with what goes with it below. */
export function render(fixture: Fixture, report: Report): string {
  const found = report.findings.map(line);
  const undecided = report.services.flatMap(service =>
    service.checks
      .filter(each => each.status === 'unknown' && (fixture.rule ?? each.id) === each.id)
      .map(each => `${each.line}: undecided for ${service.resource}: ${each.detail} [${each.id}]\n`),
  );
  const verdicts =
    fixture.rule === undefined ? report.services.map(each => `${each.resource} is ${each.verdict}\n`) : [];
  return [...found, ...undecided, ...verdicts].join('');
}

function line({ range, severity, message, ruleId, scenarios, related, fix: mending }: Diagnostic): string {
  const when = scenarios.map(each =>
    Object.entries(each)
      .map(([name, value]) => `${name} is ${value}`)
      .join(' and '),
  );
  return [
    `${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column} ${severity}: ${message} [${ruleId}]`,
    ...when.map(each => `  when ${each}`),
    ...related.map(each => `  ${each.range.start.line}:${each.range.start.column} ${each.message}`),
    ...(mending ? [`  fix (${mending.safety}): ${mending.title}`] : []),
    '',
  ].join('\n');
}

export async function mend(
  fixture: Fixture,
  document: Document,
  unsafe: boolean,
  engine: Engine = ENGINE,
): Promise<string> {
  // Advice is fixed only when it is shown.
  const pedantic = fixture.rule !== undefined;
  const options = { ...optionsFor(fixture), pedantic, unsafe };
  const { changed, verificationFailures } = await engine.fix([document], options);
  for (const { file, why } of verificationFailures) throw new Error(`${file}: ${why}`);
  return changed[0]?.after ?? document.text;
}

export function sibling(fixture: Fixture, kind: 'report' | 'fixed' | 'unsafe'): string {
  if (kind === 'report') return `${fixture.path}.report`;
  return fixture.path.replace(/\.(\w+)$/, `.${kind}.$1`);
}

/** What a file beside a fixture says; no file says nothing. With UPDATE=1 it is made to say `actual`. */
export function expected(path: string, actual: string, nothing: string): string {
  if (process.env.UPDATE === '1' && process.env.CI === undefined) {
    if (actual === nothing) rmSync(path, { force: true });
    else writeFileSync(path, actual);
  }
  return existsSync(path) ? readFileSync(path, 'utf8') : nothing;
}

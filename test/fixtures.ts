import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DEFAULT_OPTIONS,
  type Diagnostic,
  type Document,
  fix,
  lint,
  type Options,
  parse,
} from '../src/index.ts';

export const FIXTURES: string = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures');

/** A template below `fixtures/`, with the files beside it that say what is expected. */
export interface Fixture {
  readonly name: string;
  readonly path: string;
  /** Only findings of this rule count; for a whole template those of all rules do. */
  readonly rule: string | undefined;
}

export function allFixtures(): readonly Fixture[] {
  return readdirSync(FIXTURES)
    .filter(isForOne)
    .flatMap(folder =>
      readdirSync(join(FIXTURES, folder))
        .filter(isFixture)
        .map(name => ({
          name: `${folder}/${name}`,
          path: join(FIXTURES, folder, name),
          rule: folder === 'whole' ? undefined : folder,
        })),
    );
}

function isFixture(name: string): boolean {
  return /\.(?:ya?ml|json|template)$/.test(name) && !/\.(?:(?:fixed|unsafe)\.\w+|settings\.json)$/.test(name);
}

/** What belongs together in `sets` has tests of its own. */
function isForOne(folder: string): boolean {
  return folder !== 'sets';
}

/** With the settings that a file beside the fixture says: `x.yaml` and `x.yaml.settings.json`. */
function optionsFor(fixture: Fixture): Options {
  const only = fixture.rule === undefined ? [] : [fixture.rule];
  const path = `${fixture.path}.settings.json`;
  const settings = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return { ...DEFAULT_OPTIONS, only, settings: { ...DEFAULT_OPTIONS.settings, ...settings } };
}

export function read(fixture: Fixture): Document {
  return parse(fixture.name, readFileSync(fixture.path, 'utf8'));
}

/** The report that a fixture expects, as text: one line a finding, with what goes with it below. */
export function render(fixture: Fixture, document: Document): string {
  const report = lint([document], { ...optionsFor(fixture), pedantic: true });
  const findings = report.findings.map(line);
  const undecided = report.services.flatMap(service =>
    service.checks
      .filter(each => each.status === 'unknown' && (fixture.rule ?? each.id) === each.id)
      .map(each => `${each.line}: undecided for ${service.resource}: ${each.detail} [${each.id}]\n`),
  );
  const verdicts =
    fixture.rule === undefined ? report.services.map(each => `${each.resource} is ${each.verdict}\n`) : [];
  return [...findings, ...undecided, ...verdicts].join('');
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

export async function mend(fixture: Fixture, document: Document, unsafe: boolean): Promise<string> {
  const pedantic = fixture.rule !== undefined;
  const { changed, disagreement } = await fix([document], { ...optionsFor(fixture), unsafe, pedantic });
  if (disagreement !== undefined) throw new Error(disagreement);
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

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, lint, parse } from '../../src/index.ts';
import { FIXTURES } from '../fixtures.ts';
import { FIXTURE_PAIRS } from './pairs.ts';

const FOLDER: string = join(dirname(fileURLToPath(import.meta.url)), 'round-trip');

/** Whole templates as fixes left them, and one that says what to ignore. */
const IGNORING: string = join(FIXTURES, 'whole', 'ignored-causes.yml');
const FILES: readonly string[] = [
  ...new Set(FIXTURE_PAIRS.filter(each => each.name.startsWith('whole/')).map(each => each.after)),
];

interface Written {
  readonly template?: unknown;
  readonly error?: string;
}

const isInstalled =
  spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit'], { cwd: FOLDER, encoding: 'utf8' }).status === 0;
if (!isInstalled)
  console.warn(
    'SKIPPED: aws-cdk-lib and cdk-from-cfn cannot be installed, so what they make of templates is not seen.',
  );
const hasAws = spawnSync('aws', ['--version']).status === 0;
if (!hasAws) console.warn('SKIPPED: the AWS CLI is not installed, so what it packages is not seen.');

/** What a script of the folder makes of the files. */
function written(script: string): readonly Written[] {
  const { stdout } = spawnSync(process.execPath, [join(FOLDER, script), ...FILES], {
    cwd: FOLDER,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

/** What matters to ECS Exec: the readiness of services, and what is found, wherever it stands. */
function meaning(text: string, respectIgnores: boolean): unknown {
  const { services, findings } = lint([parse('stack.yaml', text)], { ...DEFAULT_OPTIONS, respectIgnores });
  return {
    services: services.map(each => JSON.stringify([each.resource, each.verdict])).sort(),
    findings: [...new Set(findings.map(each => `${each.severity} ${each.ruleId}`))].sort(),
  };
}

/** The files that a tool gives another meaning, and those that it does not take. */
function losses(results: readonly Written[]): { readonly changed: string[]; readonly refused: string[] } {
  const named = FILES.map((file, i) => ({ file, name: file.slice(FIXTURES.length + 1), ...results[i] }));
  const isRefused = ({ template }: Written): boolean => template === undefined;
  const changed = named.filter(({ file, template }) => {
    if (template === undefined) return false;
    const before = meaning(readFileSync(file, 'utf8'), false);
    return JSON.stringify(meaning(JSON.stringify(template), false)) !== JSON.stringify(before);
  });
  return {
    changed: changed.map(each => each.name),
    refused: named.filter(isRefused).map(each => each.name),
  };
}

test('there are templates of all kinds', () => expect(FILES.length).toBeGreaterThan(15));

describe.runIf(isInstalled)('the CDK', () => {
  test('includes templates as they are, and knows no `Fn::ForEach`', () => {
    expect(losses(written('include.cjs'))).toEqual({ changed: [], refused: ['whole/loops.fixed.yml'] });
  });

  test('converted by cdk-from-cfn, templates are the same or refused, but for those of which docs/integrations.md speaks', () => {
    const { changed, refused } = losses(written('convert.cjs'));
    expect(changed).toEqual(['whole/house-style.fixed.yml']);
    expect(refused.length).toBeLessThan(FILES.length / 2);
  });
});

describe.runIf(hasAws)('aws cloudformation package', () => {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_DEFAULT_REGION: 'us-east-1',
  };
  function packaged(file: string): string {
    const output = join(mkdtempSync(join(tmpdir(), 'ecs-exec-lint-')), 'packaged.yaml');
    const options = ['--s3-bucket', 'unused', '--output-template-file', output];
    const command = ['cloudformation', 'package', '--template-file', file, ...options];
    const { stderr } = spawnSync('aws', command, { encoding: 'utf8', env });
    if (!existsSync(output)) throw new Error(`${file}: ${stderr}`);
    return readFileSync(output, 'utf8');
  }

  test.each(FILES)('keeps the meaning of %s', file => {
    expect(meaning(packaged(file), false)).toEqual(meaning(readFileSync(file, 'utf8'), false));
  });

  test('loses ignores in comments', () => {
    const text = packaged(IGNORING);
    expect(text).not.toContain('#');
    expect(meaning(readFileSync(IGNORING, 'utf8'), true)).not.toEqual(meaning(text, true));
  });
});

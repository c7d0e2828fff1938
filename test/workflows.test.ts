import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../package.json' with { type: 'json' };
import { CLI } from './cli/harness.ts';

const FOLDER: string = join(dirname(dirname(CLI)), '.github', 'workflows');

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly node: readonly unknown[] } };
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

/** An action as it was when it was looked at, whatever its tags are moved to. */
const PINNED = /^ +(?:- )?uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

test('every action in a workflow is pinned to a commit, the same one everywhere', () => {
  const lines = readdirSync(FOLDER).flatMap(name =>
    readFileSync(join(FOLDER, name), 'utf8')
      .split('\n')
      .filter(line => line.includes('uses:')),
  );
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter(line => !PINNED.test(line))).toEqual([]);
  const commits = new Set(lines.map(line => line.replace(/^.*uses: /, '')));
  const actions = new Set([...commits].map(each => each.split('@')[0]));
  expect(commits.size).toBe(actions.size);
});

describe('the workflow for changes', () => {
  const text = readFileSync(join(FOLDER, 'ci.yml'), 'utf8');
  const { on, jobs } = parse(text);
  const all: readonly Job[] = Object.values(jobs);

  test('runs for pull requests and on main, with no secret and nothing that it may write', () => {
    expect(on).toEqual({ pull_request: null, push: { branches: ['main'] } });
    expect(text).not.toMatch(/pull_request_target|secrets\b|workflow_run/);
    expect(all.map(each => each.permissions)).toEqual(all.map(() => ({ contents: 'read' })));
    const checkouts = all
      .flatMap(each => each.steps)
      .filter(each => each.uses?.startsWith('actions/checkout@'));
    expect(checkouts).toEqual(
      checkouts.map(() => expect.objectContaining({ with: { 'persist-credentials': false } })),
    );
  });

  test('runs what a change has to pass', () => {
    expect(all.flatMap(each => each.steps.flatMap(({ run = [] }) => run))).toEqual(['.ci/run']);
  });

  test('runs on every version of Node.js that the package is for, the oldest one included', () => {
    const versions = all.flatMap(each => each.strategy?.matrix.node ?? []);
    // As a number 20.10 would be 20.1.
    expect(versions.filter(each => typeof each !== 'string')).toEqual([]);
    const majors = versions.map(each => Number.parseInt(String(each), 10));
    const ranges = manifest.engines.node.split(' || ');
    expect(versions[0]).toBe(/\d+\.\d+/.exec(ranges[0] ?? '')?.[0]);
    const uncovered = ranges.filter(range => {
      const major = Number(/\d+/.exec(range)?.[0]);
      return !majors.some(each => (range.startsWith('^') ? each === major : each >= major));
    });
    expect(uncovered).toEqual([]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { serveNothing, serveOwn } from '../../integrations/registry.ts';
import type { Observation } from '../observations.ts';
import { changes, treeOf } from '../tree.ts';
import { BROUGHT } from './brought.ts';
import { type Checkout, checkOut } from './checkout.ts';
import type { Ledger } from './processes.ts';
import { type Ended, TEMPLATES, tryOut, WAYS } from './ways.ts';

interface Seen extends Ended, Ledger {
  /** The files that were changed, added or removed. */
  readonly changed: readonly string[];
  /** The programs of the pull request that were run. */
  readonly ran: readonly string[];
}

interface AllSeen {
  readonly seen: ReadonlyMap<string, Seen>;
  /** What the registry of the pull request was asked for. */
  readonly asked: readonly string[];
}

let all: Promise<AllSeen> | undefined;

/** Every way is tried once. */
function allSeen(): Promise<AllSeen> {
  all ??= tryAll();
  return all;
}

async function tryAll(): Promise<AllSeen> {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-'));
  const [own, evil] = await Promise.all([serveOwn(folder), serveNothing()]);
  const checkout = checkOut(evil.url);
  try {
    return { seen: await tryOn(checkout, own.url), asked: evil.asked };
  } finally {
    own.close();
    evil.close();
    for (const each of [folder, checkout.above]) rmSync(each, { recursive: true });
  }
}

/** One after the other, so that it is known which of them changes what. */
async function tryOn(checkout: Checkout, registry: string): Promise<ReadonlyMap<string, Seen>> {
  const seen = new Map<string, Seen>();
  let before = treeOf(checkout.cwd);
  for (const way of WAYS) {
    const ended = await tryOut(way, checkout, registry);
    const after = treeOf(checkout.cwd);
    const changed = changes(before, after).map(path => relative(checkout.cwd, path));
    seen.set(way.name, { ...ended, changed, ran: checkout.takeMarks() });
    before = after;
  }
  return seen;
}

/** The same checkout, with everything at once, in every way that the tool is used. */
export const WAY_BY_WAY: readonly Observation[] = WAYS.map(({ name, code, writes }) => ({
  name,
  see: async () => {
    const seen = (await allSeen()).seen.get(name);
    expect(seen).toMatchObject({ code, ran: [], forbidden: [] });
    expect(seen?.runs).toBeGreaterThan(0);
    expect(seen?.changed).toEqual([...writes].sort());
    expect(seen?.judged).toEqual(TEMPLATES);
    const written = writes.length === 0 ? 'nothing changed' : `nothing changed but ${summary(writes)}`;
    return `exit ${code}; ${TEMPLATES.length} templates checked; ${written}; nothing run, no address contacted`;
  },
}));

function summary(writes: readonly string[]): string {
  const reports = writes.filter(each => !TEMPLATES.includes(each)).map(each => `\`${each}\``);
  return (writes.length > reports.length ? ['the templates', ...reports] : reports).join(' and ');
}

/** What is in it. */
export const BIT_BY_BIT: readonly Observation[] = BROUGHT.map(({ name, templates = [] }) => ({
  name,
  see: async () => {
    const { seen } = await allSeen();
    expect([...seen].filter(([, each]) => each.ran.includes(name)).map(([way]) => way)).toEqual([]);
    for (const [way, { judged }] of seen)
      expect([way, judged.filter(each => templates.includes(each))]).toEqual([way, [...templates].sort()]);
    return templates.length > 0 ? 'checked' : 'not followed, and not run';
  },
}));

/** Addresses that the pull request names. */
export const ADDRESSES: readonly Observation[] = [
  {
    name: 'the registry that `.npmrc` of the pull request names',
    see: async () => {
      expect((await allSeen()).asked).toEqual([]);
      return 'not contacted';
    },
  },
];

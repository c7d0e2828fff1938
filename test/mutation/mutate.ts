import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fix } from '../../src/autofix/fix.ts';
import { plan } from '../../src/autofix/plan.ts';
import type { Document, Rule } from '../../src/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { allFixtures, type Engine, FIXTURES, type Fixture, judge, mend, read, render } from '../fixtures.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { ruleIn } from './rule-in.ts';

/** Whether the fixtures of a rule notice when it says something else: `npm run mutate`, `npm run mutate -- -t RULE`. */
const WANTED = 0.9;

const FOLDER: string = join(FIXTURES, '..', 'rules');

const MODULES: readonly string[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter(name => name.includes('/') && name.endsWith('.ts'))
  .sort();

/** A fixture, and what comes of it with the rule as it is. */
interface Sample {
  readonly fixture: Fixture;
  readonly document: Document;
  readonly outcomes: readonly string[];
}

const scores: { readonly mutants: number; readonly killed: number }[] = [];

describe.each(MODULES)('%s', name => {
  const source = readFileSync(join(FOLDER, name), 'utf8');

  test('is watched by its fixtures', { timeout: 3_600_000 }, async () => {
    const rule = ruleIn(source);
    if (!rule) throw new Error('There is no rule in it.');
    const samples = await samplesOf(rule);
    const survivors: Mutant[] = [];
    let mutants = 0;
    for (const mutant of mutantsOf(source)) {
      const changed = ruleIn(mutant.source);
      if (!changed) continue;
      mutants++;
      if (!(await isNoticed(rule, changed, samples))) survivors.push(mutant);
    }
    const killed = mutants - survivors.length;
    scores.push({ mutants, killed });
    const lines = survivors.map(({ line, before, after }) => `  ${name}:${line} ${before} -> ${after}`);
    console.log([`${rule.id}: ${killed} of ${mutants} noticed`, ...lines].join('\n'));
  });
});

test('nearly all are noticed', () => {
  const sum = (key: 'mutants' | 'killed'): number => scores.reduce((all, each) => all + each[key], 0);
  console.log(`${sum('killed')} of ${sum('mutants')} noticed`);
  expect(sum('killed') / sum('mutants')).toBeGreaterThanOrEqual(WANTED);
});

async function samplesOf(rule: Rule): Promise<readonly Sample[]> {
  const fixtures = allFixtures().filter(each => each.rule === rule.id);
  const samples: Sample[] = [];
  for (const fixture of fixtures) {
    const document = read(fixture);
    const outcomes: string[] = [];
    for (const outcome of OUTCOMES) outcomes.push(await outcome(fixture, document, engineWith(rule)));
    samples.push({ fixture, document, outcomes });
  }
  return samples;
}

/** What a rule says about itself is held against its fixtures by another test. */
async function isNoticed(rule: Rule, changed: Rule, samples: readonly Sample[]): Promise<boolean> {
  if (changed.severity !== rule.severity || changed.fix !== rule.fix) return true;
  const engine = engineWith(changed);
  try {
    for (const [i, outcome] of OUTCOMES.entries())
      for (const { fixture, document, outcomes } of samples)
        if ((await outcome(fixture, document, engine)) !== outcomes[i]) return true;
  } catch {
    return true;
  }
  return false;
}

/** The other rules have no part in it. */
function engineWith(rule: Rule): Engine {
  return {
    lint: (documents, options) => plan(lint(documents, [rule], options), options),
    fix: (documents, options) => fix(documents, [rule], options),
  };
}

type Outcome = (fixture: Fixture, document: Document, engine: Engine) => Promise<string>;

/** What is reported, and what comes of safe fixes and of all: the dearest last. */
const OUTCOMES: readonly Outcome[] = [
  async (fixture, document, engine) => render(fixture, judge(fixture, document, engine)),
  (fixture, document, engine) => mend(fixture, document, false, engine),
  (fixture, document, engine) => mend(fixture, document, true, engine),
];

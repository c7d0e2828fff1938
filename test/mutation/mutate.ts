import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fix } from '../../src/fix/fix.ts';
import { plan } from '../../src/fix/plan.ts';
import { type Document, type Rule, rules } from '../../src/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { allFixtures, type Engine, FIXTURES, type Fixture, mend, read, render } from '../fixtures.ts';
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

/** Those of the rule itself come first, since they notice most. */
async function samplesOf(rule: Rule): Promise<readonly Sample[]> {
  const engine = engineWith(rule);
  const own = allFixtures().filter(each => each.rule === rule.id);
  const whole = allFixtures().filter(each => each.rule === undefined);
  return Promise.all(
    [...own, ...whole].map(async fixture => {
      const document = read(fixture);
      const outcomes: string[] = [];
      for (const outcome of outcomesOf(fixture, document, engine)) outcomes.push(await outcome());
      return { fixture, document, outcomes };
    }),
  );
}

/** What a rule says about itself is held against its fixtures by another test. */
async function isNoticed(rule: Rule, changed: Rule, samples: readonly Sample[]): Promise<boolean> {
  if (changed.severity !== rule.severity || changed.fix !== rule.fix) return true;
  const engine = engineWith(changed);
  for (const { fixture, document, outcomes } of samples) {
    try {
      for (const [i, outcome] of outcomesOf(fixture, document, engine).entries())
        if ((await outcome()) !== outcomes[i]) return true;
    } catch {
      return true;
    }
  }
  return false;
}

/** What is reported, and what comes of safe fixes and of all: the dearest last. */
function outcomesOf(
  fixture: Fixture,
  document: Document,
  engine: Engine,
): readonly (() => Promise<string>)[] {
  return [
    async () => render(fixture, document, engine),
    () => mend(fixture, document, false, engine),
    () => mend(fixture, document, true, engine),
  ];
}

function engineWith(rule: Rule): Engine {
  const changed = rules.map(each => (each.id === rule.id ? rule : each));
  return {
    lint: (documents, options) => plan(lint(documents, changed, options), options),
    fix: (documents, options) => fix(documents, changed, options),
  };
}

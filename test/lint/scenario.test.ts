import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/cfn/scenario/scenarios.ts';
import { type Assignment, distinguishingConditions } from '../../src/lint/scenario.ts';
import { cpu } from '../cpu.ts';

/** `A !B` is the scenario in which `A` holds, `B` does not, and no other condition was asked for. */
function scenario(written: string): Scenario {
  const names = written.split(' ').filter(name => name !== '');
  return new Map(names.map(name => [name.replace('!', ''), !name.startsWith('!')]));
}

function tell(holding: string[], others: string[]): string[] {
  return distinguishingConditions(holding.map(scenario), others.map(scenario)).map(each =>
    Object.entries(each)
      .map(([name, value]) => (value ? name : `!${name}`))
      .join(' '),
  );
}

describe('what is said of scenarios', () => {
  test.each([
    ['nothing when there are no others', ['A', '!A'], [], []],
    ['the one condition that matters', ['!A B', '!A !B'], ['A B', 'A !B'], ['!A']],
    ['two conditions where both matter', ['A B'], ['A !B', '!A'], ['A B']],
    ['each of two alone', ['A !B', 'A B', '!A B'], ['!A !B'], ['A', 'B']],
    ['nothing when no condition tells them apart', ['A'], ['A', '!A'], []],
    ['a condition that was not asked for may be either way', ['A'], ['B'], []],
    ['the more telling of two', ['A B'], ['!A !B', 'A !B'], ['B']],
    ['no more than one word for the same', ['A B'], ['!A !B'], ['A']],
  ])('%s', (_, holding, others, expected) => {
    expect(tell(holding, others)).toEqual(expected);
  });

  test('is quick for many scenarios of many conditions', () => {
    const bits = (n: number) =>
      scenario(Array.from({ length: 100 }, (_, i) => `${(n >> (i % 8)) & 1 ? '' : '!'}C${i}`).join(' '));
    const all = Array.from({ length: 256 }, (_, n) => bits(n));
    const [holding, others] = [true, false].map(is => all.filter((_, n) => (n % 3 === 0) === is));
    expect(cpu(() => distinguishingConditions(holding ?? [], others ?? [])).ms).toBeLessThan(1000);
  });
});

const NAMES = ['A', 'B', 'C', 'D'];
const SCENARIOS = fc.uniqueArray(fc.array(fc.option(fc.boolean()), { minLength: 4, maxLength: 4 }), {
  selector: each => JSON.stringify(each),
  maxLength: 12,
});

function toScenario(values: readonly (boolean | null)[]): Scenario {
  return new Map(NAMES.flatMap((name, i) => (values[i] === null ? [] : [[name, values[i] === true]])));
}

const isSaid = (each: Assignment, of: Scenario) => Object.entries(each).every(([k, v]) => of.get(k) === v);
const mayBeSaid = (each: Assignment, of: Scenario) =>
  Object.entries(each).every(([k, v]) => (of.get(k) ?? v) === v);

test('what is said holds of all of them, may hold of no other, and says nothing twice', () => {
  fc.assert(
    fc.property(SCENARIOS, SCENARIOS, (some, more) => {
      const holding = some.map(toScenario);
      const others = more.map(toScenario);
      const said = distinguishingConditions(holding, others);
      if (said.length === 0) return;
      for (const each of holding) expect(said.some(one => isSaid(one, each))).toBe(true);
      for (const each of others) expect(said.some(one => mayBeSaid(one, each))).toBe(false);
      for (const one of said) {
        const rest = said.filter(other => other !== one);
        expect(holding.every(each => rest.some(other => isSaid(other, each)))).toBe(false);
        for (const name of Object.keys(one)) {
          const { [name]: _, ...shorter } = one;
          expect(others.some(each => mayBeSaid(shorter, each))).toBe(true);
        }
      }
    }),
  );
});

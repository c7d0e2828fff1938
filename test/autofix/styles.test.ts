import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDifference } from '../../src/edit/verify/verify-edit.ts';
import {
  DEFAULT_OPTIONS,
  type Document,
  type FixOptions,
  type FixResult,
  fix,
  parse,
} from '../../src/index.ts';
import { isObject } from '../../src/syntax/json-value.ts';
import { toJson } from '../../src/syntax/node.ts';
import { comments } from '../edit/invariants.ts';
import { print } from '../edit/print.ts';
import { CASES, LONG } from '../edit/runs.ts';
import { allFixtures, read } from '../fixtures.ts';
import { anyStyleOf } from './restyle.ts';

const RUNS = LONG ? { numRuns: Math.ceil((CASES.numRuns ?? 0) / 1000) } : { numRuns: 5, seed: 4 };

/** Templates with something to mend in them, which are said without tricks of YAML. */
const TEMPLATES = allFixtures().flatMap(fixture => {
  const document = read(fixture);
  const data = toJson(document.root);
  const isPlain = document.problems.length + document.typos.length === 0 && isObject(data);
  const options = { ...DEFAULT_OPTIONS, settings: fixture.settings, pedantic: true, unsafe: true };
  return isPlain && !/[&*]|<<|Fn::ForEach/.test(document.text) ? [{ name: fixture.name, data, options }] : [];
});

let [tried, same] = [0, 0];

describe.each(TEMPLATES.filter((_, i) => LONG || i % 40 === 0))('$name', ({ data, options }) => {
  test('is fixed to say the same, whatever its style', async () => {
    const plain = await fixed('template.json', JSON.stringify(data), options);
    await fc.assert(
      fc.asyncProperty(anyStyleOf(data), async style => {
        const file = style.format === 'json' ? 'template.json' : 'template.yaml';
        const text = print(style);
        const before = parse(file, text);
        expect(firstDifference(toJson(before.root), data, [])).toBeUndefined();
        const { outcome, after } = await fixed(file, text, options);
        expect(outcome.verificationFailures).toEqual([]);
        expect(after.problems).toEqual([]);
        expect(comments(before, after.text)).toBeUndefined();
        expect((await fixed(file, after.text, options)).outcome.changed).toEqual([]);
        // A comment may be in the way, or one fix may have waited for another and not been needed any more.
        tried++;
        if (applied(outcome).join('\n') !== applied(plain.outcome).join('\n')) return;
        same++;
        expect(firstDifference(toJson(after.root), toJson(plain.after.root), [])).toBeUndefined();
      }),
      RUNS,
    );
  });
});

test('in most styles all of it is fixed', () => {
  expect(same).toBeGreaterThan(tried / 2);
});

function applied({ report }: FixResult): readonly string[] {
  return report.fixes.applied.map(({ ruleId, title }) => `${ruleId}: ${title}`).sort();
}

async function fixed(
  file: string,
  text: string,
  options: FixOptions,
): Promise<{ readonly outcome: FixResult; readonly after: Document }> {
  const before = parse(file, text);
  const outcome = await fix([before], options);
  const [changed] = outcome.changed;
  return { outcome, after: changed ? parse(file, changed.after) : before };
}

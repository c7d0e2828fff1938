import { describe, expect, test } from 'vitest';
import { type Document, lint, parse, type Report } from '../../src/index.ts';
import { isObject, type Json, type JsonObject } from '../../src/syntax/json-value.ts';
import type { Node } from '../../src/syntax/node.ts';
import { allFixtures, type Fixture, optionsFor, read } from '../fixtures.ts';
import { SPELLINGS } from './spellings.ts';

const FIXTURES: readonly (readonly [string, Fixture, Document, JsonObject])[] = allFixtures().flatMap(
  fixture => {
    const document = read(fixture);
    const data = dataOf(document.root);
    const isReadable = document.problems.length === 0 && document.typos.length === 0;
    return isReadable && isObject(data) && isObject(data.Resources)
      ? [[fixture.name, fixture, document, data] as const]
      : [];
  },
);

/** A number as it is written: an account may begin with zeros. */
function dataOf(node: Node): Json {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'number' ? (node.written ?? node.value) : node.value;
    case 'sequence':
      return node.items.map(dataOf);
    case 'mapping':
      return Object.fromEntries(node.entries.map(each => [each.key, dataOf(each.value)]));
  }
}

/** Of what is said of several resources at once, the order decides at which of them it is said. */
const ABOUT_SEVERAL = 'duplicate-policy-name';

/** What a report says, but for where in the text, and how often. */
function said({ findings, services }: Report): readonly string[] {
  const said = [
    ...findings.map(({ ruleId, severity, resource }) =>
      ruleId === ABOUT_SEVERAL ? `${ruleId} ${severity}` : `${ruleId} ${severity} ${resource}`,
    ),
    ...services.flatMap(({ resource, verdict, opens, recorded, checks }) => [
      `${resource} is ${verdict}: ${opens.is}, ${recorded.is}`,
      ...checks.map(({ id, status }) => `${resource} ${id} ${status}`),
    ]),
  ];
  return [...new Set(said)].sort();
}

/** Each template in one of the spellings, or in all of them where there is time: `npm run test:long`. */
const isLong = process.env.CASES !== undefined;

describe.each(SPELLINGS.map((each, i) => ({ ...each, i })))(
  'a template says the same $name',
  ({ text, format, keepsMaps = true, i }) => {
    const own = FIXTURES.filter(
      ([, { rule }], j) =>
        (isLong || j % SPELLINGS.length === i) && (keepsMaps || rule !== 'malformed-policy'),
    );
    test.each(own)('%s', (_, fixture, document, data) => {
      const judged = (template: Document): readonly string[] =>
        said(
          lint([template], { ...optionsFor(fixture, template.file), pedantic: true, respectIgnores: false }),
        );
      const other = parse(`template.${format ?? document.format}`, text({ text: document.text, data }));
      expect(other.problems).toEqual([]);
      expect(judged(other)).toEqual(judged(document));
    });
  },
);

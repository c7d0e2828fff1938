import { describe, expect, test } from 'vitest';
import {
  DEFAULT_OPTIONS,
  type Document,
  fix,
  parse,
  type RefusedFix,
  type Settings,
} from '../../src/index.ts';
import { CORPUS } from '../corpus.ts';
import { LONG } from '../edit/runs.ts';
import { allFixtures, read } from '../fixtures.ts';

interface Template {
  readonly document: Document;
  readonly settings: Settings;
}

const { settings } = DEFAULT_OPTIONS;

describe.runIf(LONG)('of all fixes that rules ask for', () => {
  test('hardly one cannot be made in real templates', async () => {
    const templates = CORPUS.map(({ file, text }) => ({ document: parse(file, text), settings }));
    const { made, refused } = await tried('real templates', templates);
    expect(made).toBeGreaterThan(templates.length);
    expect(refused.length).toBeLessThan((made + refused.length) / 100);
  });

  test('few cannot be made in fixtures, some of which are there for that', async () => {
    const templates = allFixtures().map(each => ({ document: read(each), settings: each.settings }));
    const { made, refused } = await tried('fixtures', templates);
    expect(refused.length).toBeLessThan((made + refused.length) / 50);
  });
});

/** Makes all fixes, and prints what was refused, by shape. */
async function tried(
  name: string,
  templates: readonly Template[],
): Promise<{ readonly made: number; readonly refused: readonly RefusedFix[] }> {
  let made = 0;
  const refused: RefusedFix[] = [];
  for (const { document, ...each } of templates) {
    const { problems } = document;
    if (problems.some(problem => problem.kind !== 'slip')) continue;
    const options = { ...DEFAULT_OPTIONS, ...each, unsafe: true, pedantic: true, fixGenerated: true };
    const { report } = await fix([document], options);
    made += report.fixes.applied.length;
    refused.push(...report.fixes.refused);
  }
  const share = ((100 * refused.length) / Math.max(1, made + refused.length)).toFixed(2);
  console.info(
    [
      `In ${templates.length} ${name} ${made} fixes were made, and ${refused.length} refused (${share} %):`,
      ...table(refused),
    ].join('\n'),
  );
  return { made, refused };
}

function table(refused: readonly RefusedFix[]): readonly string[] {
  const shapes = new Map<string, RefusedFix[]>();
  for (const each of refused) {
    const shape = String(each.why).replace(/`[^`]*`/g, '`…`');
    shapes.set(shape, [...(shapes.get(shape) ?? []), each]);
  }
  return [...shapes]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([shape, own]) => [
      `${String(own.length).padStart(4)}  ${shape}`,
      ...own.map(({ file, ruleId, title }) => `        ${file}: ${title} [${ruleId}]`),
    ]);
}

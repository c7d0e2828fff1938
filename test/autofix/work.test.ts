import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsYaml from 'js-yaml';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Composer, Lexer } from 'yaml';
import { Template } from '../../src/cfn/scenario/scenario-template.ts';
import { Scenarios } from '../../src/cfn/scenario/scenarios.ts';
import { DEFAULT_OPTIONS, fix, lint, parse } from '../../src/index.ts';
import { Listener } from '../../src/syntax/listener.ts';
import { SourceTokens } from '../../src/syntax/source-tokens.ts';
import { FIXTURES } from '../fixtures.ts';

afterEach(() => vi.restoreAllMocks());

interface Work {
  /** Readings by the fast reader, one a text. */
  readonly quick: number;
  /** Readings by the YAML library, and by its lexer alone or as a part of one. */
  readonly thorough: number;
  readonly lexed: number;
  /** Readings by the other parser that only verifies. */
  readonly foreign: number;
  /** Stretches of a text that tokens were made of. */
  readonly gaps: number;
  /** Questions to a template, and the views of it that were asked. */
  readonly questions: number;
  readonly views: number;
}

/** What takes time, counted: a guard in which no clock has a part. */
async function workOf(once: () => unknown): Promise<Work> {
  const spies = {
    quick: vi.spyOn(Listener.prototype, 'result'),
    thorough: vi.spyOn(Composer.prototype, 'compose'),
    lexed: vi.spyOn(Lexer.prototype, 'lex'),
    foreign: vi.spyOn(jsYaml, 'load'),
    gaps: vi.spyOn(SourceTokens.prototype, 'between'),
    questions: vi.spyOn(Scenarios.prototype, 'explore'),
    views: vi.spyOn(Template.prototype, 'isPossible'),
  };
  await once();
  const count = (name: keyof typeof spies): number => spies[name].mock.calls.length;
  return {
    quick: count('quick'),
    thorough: count('thorough'),
    lexed: count('lexed'),
    foreign: count('foreign'),
    gaps: count('gaps'),
    questions: count('questions'),
    views: count('views'),
  };
}

/** `report` and `fix` are the most that each may take; new rules ask a few more questions. */
const CASES = [
  {
    name: 'fargate-stack.yml',
    report: { gaps: 40, questions: 120, views: 120 },
    fix: { quick: 3, gaps: 75, questions: 400, views: 400 },
  },
  {
    name: 'house-style.yml',
    report: { gaps: 50, questions: 200, views: 200 },
    fix: { quick: 4, gaps: 170, questions: 900, views: 900 },
  },
  {
    name: 'daemon.yml',
    report: { gaps: 22, questions: 120, views: 120 },
    fix: { quick: 2, gaps: 22, questions: 280, views: 280 },
  },
];

describe.each(CASES)('$name', ({ name, report, fix: fixed }) => {
  const text = readFileSync(join(FIXTURES, 'whole', name), 'utf8');

  function expectAtMost(work: Work, most: Pick<Work, 'gaps' | 'questions' | 'views'>): void {
    expect(work.gaps).toBeLessThanOrEqual(most.gaps);
    expect(work.questions).toBeLessThanOrEqual(most.questions);
    expect(work.views).toBeLessThanOrEqual(most.views);
  }

  test('a report reads a text once, and has fixes without reading it again', async () => {
    let offered = 0;
    const work = await workOf(() => {
      const { findings } = lint([parse(name, text)], DEFAULT_OPTIONS);
      offered = findings.filter(each => each.fix).length;
    });
    expect(offered).toBeGreaterThan(0);
    expect(work).toMatchObject({ quick: 1, thorough: 0, lexed: 0, foreign: 0 });
    expectAtMost(work, report);
  });

  test('a fix has both other parsers read each text once, before and after', async () => {
    let changed = 0;
    const work = await workOf(async () => {
      changed = (await fix([parse(name, text)], { ...DEFAULT_OPTIONS, unsafe: false })).changed.length;
    });
    expect(changed).toBe(1);
    expect(work).toMatchObject({ thorough: 2, lexed: 4, foreign: 2, quick: fixed.quick });
    expectAtMost(work, fixed);
  });
});

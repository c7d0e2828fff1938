import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { fixAs } from '../../src/autofix/fix.ts';
import { DEFAULT_OPTIONS, type FixOptions, parse } from '../../src/index.ts';
import { OFF } from '../cli/harness.ts';
import { type Case, makeCase } from './case.ts';
import { Finds } from './finds.ts';
import { faultKey, judge } from './judge.ts';
import { judgeFixed, type Mend } from './judge-fixed.ts';
import { judgeParsed } from './judge-parsed.ts';
import { minimise } from './minimise.ts';

const MATERIAL = [
  { file: 'a.yml', text: OFF },
  { file: 'sets/x/a.yml', text: OFF },
  { file: 'sets/x/b/c.yml', text: OFF },
  { file: 'b.json', text: '{"Resources": {"A": {"Type": "AWS::ECS::Service"}}}' },
];
const OPTIONS: FixOptions = { ...DEFAULT_OPTIONS, unsafe: true };
const numbers = Array.from({ length: 300 }, (_, i) => i);

test('a case is the same for the same seed and number, and another one for others', () => {
  const texts = numbers.map(number => JSON.stringify(makeCase(MATERIAL, 1, number)));
  expect(numbers.map(number => JSON.stringify(makeCase(MATERIAL, 1, number)))).toEqual(texts);
  expect(new Set(texts).size).toBeGreaterThan(250);
  expect(
    numbers.filter(number => JSON.stringify(makeCase(MATERIAL, 2, number)) === texts[number]).length,
  ).toBeLessThan(9);
});

test('most cases can be read, and all kinds of changes are made', () => {
  const cases = numbers.map(number => makeCase(MATERIAL, 3, number));
  const readable = cases.filter(({ texts }) =>
    texts.every(({ file, text }) => parse(file, text).problems.length === 0),
  );
  expect(readable.length).toBeGreaterThan(200);
  expect(readable.length).toBeLessThan(300);
  expect(new Set(cases.flatMap(each => each.changes))).toEqual(new Set(['bytes', 'tokens', 'trees']));
});

test('some cases are judged here too', async () => {
  for (const number of numbers.slice(0, 25))
    expect({ number, fault: await judge(makeCase(MATERIAL, 4, number)) }).toEqual({
      number,
      fault: undefined,
    });
});

test('a fault is noticed: a place outside of the text, a change that no fix planned, a lost comment', async () => {
  const document = parse('a.yml', OFF);
  const outside = { ...document, root: { ...document.root, range: { start: 0, end: OFF.length + 1 } } };
  expect(judgeParsed([outside])).toBe('A range does not lie within the text.');
  expect(judgeParsed([document])).toBeUndefined();
  expect(await judgeFixed([document], OPTIONS)).toBeUndefined();
  const tampering =
    (tamper: (text: string) => string): Mend =>
    async (planned, documents, options) => {
      const outcome = await fixAs(planned, documents, rules, options);
      return { ...outcome, changed: outcome.changed.map(each => ({ ...each, after: tamper(each.after) })) };
    };
  const commented = parse('a.yml', `# note\n${OFF}Outputs: {A: {Value: a}}\n`);
  expect(
    await judgeFixed(
      [commented],
      OPTIONS,
      tampering(text => text.replace('# note\n', '')),
    ),
  ).toMatch(/^The comments changed/);
  expect(
    await judgeFixed(
      [commented],
      OPTIONS,
      tampering(text => text.replace('Value: a', 'Value: b')),
    ),
  ).toMatch(/Outputs\.A changed, and no fix was to change it\.$/);
});

test('a find is made as small as it can be, and kept', async () => {
  const subject: Case = {
    texts: [
      { file: 'a.yml', text: `${OFF}# bad wolf\n${OFF}` },
      { file: 'b.yml', text: OFF },
    ],
    options: OPTIONS,
    changes: [],
  };
  const shows = async ({ texts }: Case): Promise<boolean> => texts.some(({ text }) => text.includes('wolf'));
  const small = await minimise(subject, shows, 1000);
  expect(small.texts).toEqual([{ file: 'a.yml', text: 'wolf' }]);
  const folder = mkdtempSync(join(tmpdir(), 'finds-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const finds = new Finds(folder, 7);
  const fault = { stage: 'lint', what: 'It threw `x` at 7.' } as const;
  finds.add({ number: 1, subject, fault });
  finds.add({ number: 2, subject: small, fault: { ...fault, what: 'It threw `y` at 8.' } });
  expect(finds.all().map(each => each.number)).toEqual([2]);
  for (const find of finds.all()) finds.save(find, find.subject);
  const [name = ''] = readdirSync(folder);
  expect(readFileSync(join(folder, name, 'a.yml'), 'utf8')).toBe('wolf');
  expect(JSON.parse(readFileSync(join(folder, name, 'about.json'), 'utf8'))).toMatchObject({
    seed: 7,
    case: 2,
  });
  expect(finds.summary()).toMatch(/^2 x lint: /);
  expect(faultKey(fault)).toBe(faultKey({ ...fault, what: 'It threw `z` at 9.' }));
});

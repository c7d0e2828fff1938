import { parseArgs } from 'node:util';
import { makeCase } from './case.ts';
import { Finds } from './finds.ts';
import { judge } from './judge.ts';
import { material } from './material.ts';
import { record } from './record.ts';
import { Search } from './search.ts';

/** Looks for texts that the tool makes something wrong of: `npm run fuzz -- --seconds 60`. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    /** Another one makes other texts. */
    seed: { type: 'string' },
    /** Looks at one case of a seed again. */
    case: { type: 'string' },
    finds: { type: 'string', default: '.fuzz/finds' },
    /** Adds the figures of this run to a file. */
    record: { type: 'string' },
  },
});

const seconds = whole('seconds', values.seconds);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : whole('seed', values.seed);

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`--${name} takes a whole number.`);
  return number;
}

async function again(number: number): Promise<void> {
  const subject = makeCase(material(), seed, number);
  for (const { file, text } of subject.texts) console.log(`--- ${file}\n${text}`);
  console.log(subject.changes, JSON.stringify(subject.options));
  console.log((await judge(subject)) ?? 'Nothing is wrong with it.');
}

async function search(): Promise<void> {
  const finds = new Finds(values.finds, seed);
  const figures = await new Search(seed, seconds, finds).run();
  const summary = { seed, ...figures, finds: finds.count };
  console.log(finds.summary());
  console.log(
    `${figures.cases} cases from ${figures.templates} templates in ${figures.seconds} s of seed ${seed}: ${finds.count} finds.`,
  );
  if (values.record !== undefined) record(values.record, summary);
  if (finds.count > 0) process.exitCode = 1;
}

await (values.case === undefined ? search() : again(whole('case', values.case)));

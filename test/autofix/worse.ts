import { DEFAULT_OPTIONS, type Document, type FixOptions, fix, parse } from '../../src/index.ts';
import { sessionLogs } from '../../src/lint/session-logs.ts';
import { readPlainly } from './deploy-oracle.ts';

const SAFE: FixOptions = { ...DEFAULT_OPTIONS, unsafe: false };
export const RUNS: readonly (readonly [string, FixOptions])[] = [
  ['--fix', SAFE],
  ['--fix --fix-generated', { ...SAFE, fixGenerated: true }],
  ['--fix --unsafe-fixes', { ...SAFE, unsafe: true }],
];

/** What fixes made worse in templates that are given together: nothing, whichever fixes there are. */
export async function regressions(
  documents: readonly Document[],
  options: FixOptions,
  onFixed: () => void = () => undefined,
): Promise<readonly string[]> {
  const { changed, report } = await fix(documents, options);
  if (changed.length === 0) return [];
  onFixed();
  const after = documents.map(each => {
    const text = changed.find(({ file }) => file === each.file);
    return text ? parse(text.file, text.after) : each;
  });
  const announced = options.unsafe && report.fixes.applied.length > 0;
  return [
    ...documents.flatMap((before, i) => worse(before, after[i] ?? before)),
    ...(announced ? [] : unrecorded(documents, after)),
  ];
}

function worse(before: Document, after: Document): readonly string[] {
  const [was, is] = [readPlainly(before), readPlainly(after)];
  return [
    ...is.rejected.filter(id => !was.rejected.includes(id)).map(id => `${after.file}: ${id} is rejected`),
    ...is.unresolved
      .filter(name => !was.unresolved.includes(name))
      .map(name => `${after.file}: nothing is called ${name}`),
  ];
}

function unrecorded(before: readonly Document[], after: readonly Document[]): readonly string[] {
  const were = sessionLogs(before, DEFAULT_OPTIONS);
  return [...sessionLogs(after, DEFAULT_OPTIONS)].flatMap(([key, { recorded }]) =>
    were.get(key)?.recorded === 'yes' && recorded !== 'yes' ? [`${key} is no longer recorded`] : [],
  );
}

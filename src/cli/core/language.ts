import { english, type Words, wordsOf } from '../../i18n/words.ts';

/**
 * The language that a command line asks for, whatever else is wrong with it. Others than English are loaded on demand.
 */
export async function languageOf(argv: readonly string[]): Promise<Words> {
  const said = argv.flatMap((each, i) =>
    each === '--lang' ? (argv[i + 1] ?? []) : (LANG.exec(each)?.[1] ?? []),
  );
  return wordsIn(said.at(-1));
}

/** English where there is no such language. */
export async function wordsIn(language: string | undefined): Promise<Words> {
  if (language !== 'ja') return english;
  const { ja } = await import('../../i18n/ja.ts');
  return wordsOf(ja);
}

const LANG = /^--lang=(.*)$/s;

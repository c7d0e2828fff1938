import { say } from '../../i18n/sentence.ts';
import type { AccountCommand } from '../../index.ts';
import { escapeControlsInLine } from '../../report/escape-output.ts';
import type { Console } from '../core/console.ts';

/** Where the outputs of the commands go, which `--account` takes then. */
const FOLDER = 'account';

/** Prints commands as a shell takes them, each of which writes a file. */
export function printAccountCommands(commands: readonly AccountCommand[], console: Console): void {
  if (commands.length === 0) {
    console.note(say`No undecided check depends on account data.`);
    return;
  }
  const lines = commands.map(
    ({ words, file }) => `${words.map(quoted).join(' ')} > ${quoted(`${FOLDER}/${file}`)}`,
  );
  console.out.write([`mkdir -p ${FOLDER}`, ...lines].map(each => `${escapeControlsInLine(each)}\n`).join(''));
  console.note(
    say`Run these, then check again with \`--account ${FOLDER}\`. If a check is still undecided, --account-commands prints what to run next.`,
  );
}

/** A word as a POSIX shell takes it: in single quotes nothing has a meaning but the next one. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

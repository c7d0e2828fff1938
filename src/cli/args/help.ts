import yargs from 'yargs';
import type { Words } from '../../i18n/words.ts';
import type { Flag } from './flag.ts';
import { FLAG_NAMES, FLAGS } from './flags.ts';

export const USAGE = `Usage: ecs-exec-lint [FILE|FOLDER|PATTERN|-]...

Checks CloudFormation templates, before you deploy, for what keeps
\`aws ecs execute-command\` from working or from being logged. Without
arguments it searches the current directory; - is standard input.`;

export const EXIT_CODES = `Exit codes:
  0  everything was checked, and there are no errors (see --fail-on)
  1  everything was checked, and something was found; with --diff, also if a
     fix would change a file. Undecided checks never fail
  2  the check could not run, or only in part: a wrong flag, no template,
     a file that cannot be read or parsed`;

export const GROUPS: Readonly<Record<Flag['group'], string>> = {
  Fix: 'Fixing:',
  Choose: 'Rules:',
  Ignore: 'Ignoring:',
  Judge: 'Input:',
  Configure: 'Configuration:',
  Show: 'Output:',
  Fail: 'Failing:',
  Edit: 'In editors:',
  Other: 'Other:',
};

/** The flags as people read them. */
export async function help(columns: number, words: Words): Promise<string> {
  const parser = yargs([])
    .detectLocale(false)
    .scriptName('ecs-exec-lint')
    .usage(words(USAGE))
    .help(false)
    .version(false)
    .wrap(columns)
    .epilogue(words(EXIT_CODES));
  for (const name of FLAG_NAMES) {
    const { short = [], value, group, about } = FLAGS[name];
    const shown = value === undefined ? name : `${name} ${value}`;
    parser.option(shown, { alias: [...short], describe: words(about), group: words(GROUPS[group]) });
  }
  return `${await parser.getHelp()}\n`;
}

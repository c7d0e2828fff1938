import type { Words } from '../../i18n/words.ts';
import type { Flag, FlagName } from '../args/flag.ts';
import { FLAG_NAMES, FLAGS } from '../args/flags.ts';
import { FORMAT_NAMES } from '../core/formats.ts';
import type { Shell } from '../core/shells.ts';

/** A flag as a shell completes it. */
interface Completed {
  readonly name: FlagName;
  readonly short: readonly string[];
  readonly about: string;
  /** Whether a value follows; a file unless there are choices. */
  readonly takesValue: boolean;
  readonly isRepeated: boolean;
  readonly choices: readonly string[];
}

/** A script that completes flags, their values, the ids of rules and files: `source <(ecs-exec-lint --completion bash)`. */
export function completion(shell: Shell, ruleIds: readonly string[], words: Words): string {
  const flags = FLAG_NAMES.map((name): Completed => {
    const flag = FLAGS[name];
    const { short = [], takes, about } = flag;
    return {
      name,
      short,
      about: words(about),
      takesValue: takes === 'one' || takes === 'many',
      isRepeated: takes === 'many',
      choices: choicesOf(flag, ruleIds),
    };
  });
  return SCRIPTS[shell](flags);
}

function choicesOf({ choices, value = '' }: Flag, ruleIds: readonly string[]): readonly string[] {
  if (value === 'RULE') return ruleIds;
  return value.startsWith('FORMAT') ? FORMAT_NAMES : (choices ?? []);
}

const SCRIPTS: Readonly<Record<Shell, (flags: readonly Completed[]) => string>> = { bash, zsh, fish };

/** Bash takes `=` for a word of its own. */
function bash(flags: readonly Completed[]): string {
  const cases = flags
    .filter(each => each.takesValue)
    .map(({ name, short, choices }) => {
      const options = [`--${name}`, ...short.map(each => `-${each}`)].join(' | ');
      const found = choices.length > 0 ? `-W '${choices.join(' ')}'` : '-f';
      return `    ${options}) COMPREPLY=($(compgen ${found} -- "$word")) && return ;;`;
    });
  return `_ecs_exec_lint() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  if [ "$word" = = ]; then word=; elif [ "$before" = = ]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  case $before in
${cases.join('\n')}
  esac
  case $word in
    -*) COMPREPLY=($(compgen -W '${flags.map(each => `--${each.name}`).join(' ')}' -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _ecs_exec_lint ecs-exec-lint
`;
}

function zsh(flags: readonly Completed[]): string {
  const specs = flags.flatMap(({ name, short, about, takesValue, isRepeated, choices }) => {
    const text = about.replace(/[[\]\\:]/g, '\\$&').replaceAll("'", "'\\''");
    const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : ':file:_files';
    return [
      `--${name}${takesValue ? '=' : ''}`,
      ...short.map(each => `-${each}${takesValue ? '+' : ''}`),
    ].map(option => `    '${isRepeated ? '*' : ''}${option}[${text}]${takesValue ? value : ''}' \\`);
  });
  return `#compdef ecs-exec-lint
_ecs_exec_lint() {
  _arguments \\
${specs.join('\n')}
    '*:template:_files'
}
compdef _ecs_exec_lint ecs-exec-lint
`;
}

function fish(flags: readonly Completed[]): string {
  const lines = flags.map(({ name, short, about, takesValue, choices }) =>
    [
      'complete -c ecs-exec-lint',
      ...short.map(each => `-s ${each}`),
      `-l ${name}`,
      ...(takesValue ? [choices.length > 0 ? `-x -a '${choices.join(' ')}'` : '-r'] : []),
      `-d '${about.replace(/['\\]/g, '\\$&')}'`,
    ].join(' '),
  );
  return `${lines.join('\n')}\n`;
}

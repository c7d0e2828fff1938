import { say } from '../i18n/sentence.ts';
import { parseFlags } from './args/parse-flags.ts';
import { Console } from './core/console.ts';
import { isUsageError } from './core/errors.ts';
import { languageOf } from './core/language.ts';
import { VERSION } from './core/version.ts';
import { delayOptimization } from './launch/tier-up.ts';

/** What reads and judges templates is loaded only where it is asked for. */
async function answer(argv: readonly string[], console: Console): Promise<number> {
  const written = parseFlags(argv);
  if (written.has('help')) {
    const { help } = await import('./args/help.ts');
    console.out.write(await help(console.columns, console.words));
    return 0;
  }
  if (written.has('version')) {
    console.out.write(`${VERSION}\n`);
    return 0;
  }
  delayOptimization();
  const { runCommand } = await import('./run-command.ts');
  return runCommand(written, console);
}

/** Nobody sees a stack who has not asked for one. */
function fail(error: unknown, console: Console): number {
  if (isUsageError(error)) {
    for (const line of error.lines) console.note(line);
    return 2;
  }
  console.note(say`internal error: ${error instanceof Error ? error.message : String(error)}`);
  if (process.argv.includes('--debug') && error instanceof Error) console.err.write(`${error.stack}\n`);
  else
    console.note(
      say`This is a bug in ecs-exec-lint. Please report it, with the template and the output of --debug.`,
    );
  return 2;
}

async function main(argv: readonly string[]): Promise<number> {
  const console = new Console(await languageOf(argv));
  try {
    return await answer(argv, console);
  } catch (error) {
    return fail(error, console);
  }
}

// Not process.exit(), which would cut what a pipe has not taken yet.
main(process.argv.slice(2)).then(code => {
  process.exitCode = code;
});

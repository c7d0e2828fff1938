import { rules } from '../index.ts';
import { say } from '../lang/sentence.ts';
import { type Command, readCommand } from './arguments.ts';
import { Console } from './console.ts';
import { languageOf } from './language.ts';
import { isMistake } from './mistake.ts';
import { readParameters } from './parameters.ts';
import { explainRule, listRules } from './rule-pages.ts';
import { run } from './run.ts';
import { VERSION } from './version.ts';

async function answer(command: Command, console: Console): Promise<number> {
  const { words } = console;
  const columns = Math.min(console.out.columns || 80, 100);
  switch (command.is) {
    case 'help': {
      const { help } = await import('./help.ts');
      console.out.write(await help(columns, words));
      return 0;
    }
    case 'version':
      console.out.write(`${VERSION}\n`);
      return 0;
    case 'list-rules':
      console.out.write(listRules(words));
      return 0;
    case 'explain':
      console.out.write(explainRule(command.rule, words, columns));
      return 0;
    case 'init': {
      const { init } = await import('./config/init.ts');
      console.note(say`wrote ${init(process.cwd(), words)}.`);
      return 0;
    }
    case 'print-config': {
      const { printConfig } = await import('./config/print.ts');
      const { config, parameterFiles, parameters } = command.given;
      console.note(
        config.name === undefined
          ? say`there is no configuration file.`
          : say`the configuration is ${config.name}.`,
      );
      const said = readParameters(parameterFiles, parameters);
      console.out.write(printConfig(command.given, rules, said));
      return 0;
    }
    case 'lsp': {
      const { startServer } = await import('./language-server.ts');
      startServer(command.givenIn, words);
      return 0;
    }
    case 'run':
      return run(command.given, console);
  }
}

/** Nobody sees a stack who has not asked for one. */
function fail(error: unknown, console: Console): number {
  if (isMistake(error)) {
    for (const line of error.lines) console.note(line);
    return 2;
  }
  console.note(say`internal error: ${error instanceof Error ? error.message : String(error)}`);
  if (process.argv.includes('--debug') && error instanceof Error) console.err.write(`${error.stack}\n`);
  else
    console.note(
      say`This is a fault of ecs-exec-lint. Please report it with the template and what --debug adds here.`,
    );
  return 2;
}

async function main(argv: readonly string[]): Promise<number> {
  const console = new Console(await languageOf(argv));
  try {
    return await answer(await readCommand(argv), console);
  } catch (error) {
    return fail(error, console);
  }
}

// Not process.exit(), which would cut what a pipe has not taken yet.
main(process.argv.slice(2)).then(code => {
  process.exitCode = code;
});

import { rules } from '../index.ts';
import { type Command, readCommand } from './arguments.ts';
import { isMistake } from './mistake.ts';
import { readParameters } from './parameters.ts';
import { explainRule, listRules } from './rule-pages.ts';
import { run } from './run.ts';
import { err, out, say } from './stream.ts';
import { VERSION } from './version.ts';

async function answer(command: Command): Promise<number> {
  switch (command.is) {
    case 'help': {
      const { help } = await import('./help.ts');
      out.write(await help(Math.min(out.columns || 80, 100)));
      return 0;
    }
    case 'version':
      out.write(`${VERSION}\n`);
      return 0;
    case 'list-rules':
      out.write(listRules());
      return 0;
    case 'explain':
      out.write(explainRule(command.rule));
      return 0;
    case 'init': {
      const { init } = await import('./config/init.ts');
      say(`wrote ${init(process.cwd())}.`);
      return 0;
    }
    case 'print-config': {
      const { printConfig } = await import('./config/print.ts');
      const { config, parameterFiles, parameters } = command.given;
      say(
        config.name === undefined
          ? 'there is no configuration file.'
          : `the configuration is ${config.name}.`,
      );
      const said = readParameters(parameterFiles, parameters);
      out.write(printConfig(command.given, rules, said));
      return 0;
    }
    case 'run':
      return run(command.given);
  }
}

/** Nobody sees a stack who has not asked for one. */
function fail(error: unknown): number {
  if (isMistake(error)) {
    for (const line of [...error.message.split('\n'), error.hint]) if (line !== '') say(line);
    return 2;
  }
  say(`internal error: ${error instanceof Error ? error.message : String(error)}`);
  if (process.argv.includes('--debug') && error instanceof Error) err.write(`${error.stack}\n`);
  else
    say('This is a fault of ecs-exec-lint. Please report it with the template and what --debug adds here.');
  return 2;
}

async function main(): Promise<number> {
  return answer(await readCommand(process.argv.slice(2)));
}

// Not process.exit(), which would cut what a pipe has not taken yet.
main()
  .catch(fail)
  .then(code => {
    process.exitCode = code;
  });

import { say } from '../i18n/sentence.ts';
import { rules } from '../index.ts';
import { type Arguments, notesOn, readCommand } from './args/arguments.ts';
import type { ParsedFlags } from './args/parse-flags.ts';
import type { Console } from './core/console.ts';
import { readParameters } from './files/parameter-files.ts';
import { stackNamesIn } from './files/stack-names.ts';
import { explainText } from './output/explain-text.ts';
import { listRules, rulesAsJson } from './output/rule-pages.ts';
import { run } from './run.ts';

/** Does what a command line asks for. Answers the exit code; rejects with a `UsageError`. */
export async function runCommand(written: ParsedFlags, console: Console): Promise<number> {
  const { words } = console;
  const command = await readCommand(written);
  switch (command.is) {
    case 'list-rules':
      console.out.write(command.asJson ? rulesAsJson() : listRules(words));
      return 0;
    case 'explain':
      console.out.write(await explainText(command.text, console));
      return 0;
    case 'completion': {
      const { completion } = await import('./output/completion.ts');
      const ids = rules.map(each => each.id);
      console.out.write(completion(command.shell, ids, words));
      return 0;
    }
    case 'init': {
      const { init } = await import('./config/init.ts');
      console.note(say`wrote ${init(process.cwd(), words)}.`);
      return 0;
    }
    case 'print-config': {
      const { printConfig } = await import('./config/print.ts');
      const { config, outputs, parameterFiles, parameters } = command.args;
      noteConfigs(command.args, console);
      console.note(
        config.name === undefined
          ? say`there is no configuration file.`
          : say`the configuration is ${config.name}.`,
      );
      if (outputs.some(each => each.file !== undefined))
        console.note(say`this configuration names report files, so it only works with --config.`);
      const said = readParameters(parameterFiles, parameters);
      const stackNames = { ...config.stackNames, ...stackNamesIn(command.args.stackNames) };
      console.out.write(printConfig(command.args, rules, said, stackNames));
      return 0;
    }
    case 'lsp': {
      const { startServer } = await import('./language-server.ts');
      startServer(command, words);
      return 0;
    }
    case 'run':
      noteConfigs(command.args, console);
      return run(command.args, console);
  }
}

function noteConfigs({ config }: Arguments, console: Console): void {
  for (const each of notesOn(config)) console.note(each);
}

import { type ExtensionContext, env, workspace } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';

const NAME = 'ecs-exec-lint';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  await start(context);
  context.subscriptions.push(
    workspace.onDidChangeConfiguration(async event => {
      if (!event.affectsConfiguration(NAME)) return;
      await client?.stop();
      await start(context);
    }),
  );
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

async function start(context: ExtensionContext): Promise<void> {
  const settings = workspace.getConfiguration(NAME);
  const args = ['--lsp', ...settings.get<readonly string[]>('flags', [])];
  const path = settings.get('path', '');
  const server: ServerOptions =
    path === ''
      ? { module: context.asAbsolutePath('server/dist/cli.cjs'), args, transport: TransportKind.stdio }
      : { command: path, args };
  client = new LanguageClient(NAME, 'ECS Exec Lint', server, {
    documentSelector: [
      ...['yaml', 'json', 'jsonc'].flatMap(language =>
        ['file', 'untitled'].map(scheme => ({ scheme, language })),
      ),
      { scheme: 'file', pattern: '**/*.template' },
    ],
    initializationOptions: { lang: languageOf(settings.get('language', 'auto')) },
  });
  await client.start();
}

function languageOf(chosen: string): string {
  if (chosen !== 'auto') return chosen;
  return env.language.startsWith('ja') ? 'ja' : 'en';
}

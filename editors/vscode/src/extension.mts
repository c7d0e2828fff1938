import {
  type ExtensionContext,
  env,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  window,
  workspace,
} from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';

const NAME = 'ecs-exec-lint';

const TEMPLATES = [
  ...['yaml', 'json', 'jsonc'].flatMap(language =>
    ['file', 'untitled'].map(scheme => ({ scheme, language })),
  ),
  { scheme: 'file', pattern: '**/*.template' },
];

let client: LanguageClient | undefined;

/** What the server says of an open template. */
interface TemplateStatus {
  readonly uri: string;
  readonly ready: number;
  readonly services: number;
  readonly text: string;
}

/** The item beside the language of an open template: how many of its services are ready. */
class Status {
  readonly #item: LanguageStatusItem = languages.createLanguageStatusItem(NAME, TEMPLATES);
  readonly #told = new Map<string, TemplateStatus>();

  constructor() {
    this.#item.name = 'ECS Exec Lint';
    this.show();
  }

  tell(status: TemplateStatus): void {
    this.#told.set(status.uri, status);
    this.show();
  }

  show(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.#told.get(uri);
    this.#item.text = status?.text ?? 'ECS Exec Lint';
    this.#item.detail = 'ECS Exec Lint';
    this.#item.severity =
      status && status.ready < status.services
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information;
  }

  dispose(): void {
    this.#item.dispose();
  }
}

export async function activate(context: ExtensionContext): Promise<void> {
  const status = new Status();
  await start(context, status);
  context.subscriptions.push(
    status,
    window.onDidChangeActiveTextEditor(() => status.show()),
    workspace.onDidChangeConfiguration(async event => {
      if (!event.affectsConfiguration(NAME)) return;
      await client?.stop();
      await start(context, status);
    }),
  );
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

async function start(context: ExtensionContext, status: Status): Promise<void> {
  const settings = workspace.getConfiguration(NAME);
  const args = ['--lsp', ...settings.get<readonly string[]>('flags', [])];
  const path = settings.get('path', '');
  const server: ServerOptions =
    path === ''
      ? { module: context.asAbsolutePath('server/dist/cli.cjs'), args, transport: TransportKind.stdio }
      : { command: path, args };
  client = new LanguageClient(NAME, 'ECS Exec Lint', server, {
    documentSelector: TEMPLATES,
    initializationOptions: { lang: languageOf(settings.get('language', 'auto')), status: true },
  });
  client.onNotification('ecs-exec-lint/status', (params: TemplateStatus) => status.tell(params));
  await client.start();
}

function languageOf(chosen: string): string {
  if (chosen !== 'auto') return chosen;
  return env.language.startsWith('ja') ? 'ja' : 'en';
}

import { say } from '../i18n/sentence.ts';
import type { Words } from '../i18n/words.ts';
import type { Readiness } from '../index.ts';
import type { Workspace } from './workspace.ts';

/** How many services of an open template are ready, for a status item: sent as `ecs-exec-lint/status` where it changes. */
export interface TemplateStatus {
  readonly uri: string;
  readonly ready: number;
  readonly services: number;
  readonly text: string;
}

export const STATUS_NOTIFICATION = 'ecs-exec-lint/status';

/** Tells an editor that asked for it how its open templates stand. */
export class StatusPublisher {
  readonly #words: Words;
  readonly #send: (status: TemplateStatus) => void;
  readonly #said = new Map<string, string>();

  constructor(words: Words, send: (status: TemplateStatus) => void) {
    this.#words = words;
    this.#send = send;
  }

  publish(workspace: Workspace): void {
    for (const folder of workspace.inUse())
      for (const source of folder.files.all()) {
        if (!source.open || workspace.folderOf(source.uri) !== folder) continue;
        const services = folder.judgementOf(source)?.report.services ?? [];
        const status = this.#statusOf(
          source.uri,
          services.filter(each => each.file === source.name),
        );
        if (this.#said.get(source.uri) === status.text) continue;
        this.#said.set(source.uri, status.text);
        this.#send(status);
      }
  }

  #statusOf(uri: string, services: readonly Readiness[]): TemplateStatus {
    const ready = services.filter(each => each.verdict === 'ready').length;
    const text = this.#words(
      services.length === 0 ? say`no ECS services` : say`${ready} of ${services.length} services ready`,
    );
    return { uri, ready, services: services.length, text };
  }
}

import type { Workspace } from './workspace.ts';

/** Milliseconds in which nobody types, before what is typed is judged. */
const PAUSE = 150;
const LONGEST_PAUSE = 1500;

/** Judges the workspace again whenever something changes: soon, but not at every letter. */
export class Runner {
  readonly #workspace: Workspace;
  readonly #notify: () => void;
  readonly #fail: (error: unknown) => void;
  /** Goes up with every change. */
  #changes = 0;
  #judged = 0;
  #took = 0;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  /** @param notify Called when all is judged. */
  constructor(workspace: Workspace, notify: () => void, fail: (error: unknown) => void) {
    this.#workspace = workspace;
    this.#notify = notify;
    this.#fail = fail;
  }

  /** Something is not what it was. Where judging takes long, it waits longer for the next letter. */
  changed(): void {
    this.#changes++;
    clearTimeout(this.#timer);
    const pause = Math.min(Math.max(PAUSE, this.#took), LONGEST_PAUSE);
    this.#timer = setTimeout(() => void this.settled(), pause);
  }

  /** Resolves when everything is judged as it is. */
  async settled(): Promise<void> {
    while (this.#judged !== this.#changes) {
      // Where nothing is open, a run ends before it has begun to be waited for.
      this.#running ??= this.#run().finally(() => {
        this.#running = undefined;
      });
      await this.#running;
    }
  }

  async #run(): Promise<void> {
    const { changes, start } = { changes: this.#changes, start: performance.now() };
    clearTimeout(this.#timer);
    try {
      for (const folder of this.#workspace.inUse())
        if (!(await folder.judge(() => this.#changes !== changes))) return;
      this.#judged = changes;
      this.#notify();
    } catch (error) {
      this.#judged = changes;
      this.#fail(error);
    } finally {
      this.#took = performance.now() - start;
    }
  }
}

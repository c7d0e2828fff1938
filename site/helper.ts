import type { Answer, Tasks } from './task.ts';
// A page that is opened from the file system cannot start a worker by an address: its text stands in the script.
import Worker from './work.worker.ts?worker&inline';

/** A worker, which is started when it is first asked for something, so that the page goes on meanwhile. */
export class Helper {
  #worker: globalThis.Worker | undefined;
  #count = 0;
  readonly #waiting = new Map<number, (answer: Answer | undefined) => void>();

  /** Rejects when it fails, or is stopped meanwhile. */
  async ask<Name extends keyof Tasks>(
    task: Name,
    ...given: Tasks[Name]['given']
  ): Promise<Tasks[Name]['result']> {
    const id = ++this.#count;
    const answer = await new Promise<Answer | undefined>(resolve => {
      this.#waiting.set(id, resolve);
      this.#start().postMessage({ id, task, given });
    });
    if (!answer?.isDone) throw new Error(`The worker has not done its task: ${task}.`);
    return answer.result as Tasks[Name]['result'];
  }

  /** Waits until it has nothing to do, and stops it when that takes longer, in milliseconds. */
  async settle(patience: number): Promise<void> {
    const end = performance.now() + patience;
    while (this.#waiting.size > 0 && performance.now() < end)
      await new Promise(resolve => setTimeout(resolve, 20));
    if (this.#waiting.size > 0) this.#stop();
  }

  #start(): globalThis.Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker();
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    worker.addEventListener('error', () => this.#stop());
    this.#worker = worker;
    return worker;
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const resolve of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }
}

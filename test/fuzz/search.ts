import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Case, makeCase } from './case.ts';
import type { Find, Finds } from './finds.ts';
import type { Fault } from './judge.ts';
import { material, type Text } from './material.ts';
import { MOST_TIME, NUMBER, type Said, STOP, type Task } from './task.ts';

export interface Figures {
  readonly templates: number;
  readonly cases: number;
  readonly seconds: number;
}

/** Past this a case is given up, in milliseconds of processor time. */
const GIVEN_UP = 3 * MOST_TIME;
/** Hundred times what a template of a megabyte takes. */
const MOST_MEMORY_MB = 1500;
/** For making one find small. */
const MINIMISING_MS = 180_000;

/** Judges case after case in another thread, so that one that does not end, or takes all memory, is a find too. */
export class Search {
  readonly #seed: number;
  readonly #until: number;
  readonly #finds: Finds;
  readonly #material: readonly Text[] = material();

  constructor(seed: number, seconds: number, finds: Finds) {
    this.#seed = seed;
    this.#until = Date.now() + seconds * 1000;
    this.#finds = finds;
  }

  async run(): Promise<Figures> {
    const start = Date.now();
    let cases = 0;
    while (Date.now() < this.#until) cases = await this.#searchFrom(cases);
    const seconds = Math.round((Date.now() - start) / 1000);
    for (const find of this.#finds.all()) await this.#minimise(find);
    return { templates: this.#material.length, cases, seconds };
  }

  /** Until the time is over or the worker breaks down. Answers the number of the next case. */
  async #searchFrom(from: number): Promise<number> {
    const state = new SharedArrayBuffer(8);
    const shared = new Int32Array(state);
    shared[NUMBER] = from;
    const worker = start({ is: 'search', seed: this.#seed, from, state });
    worker.on('message', (said: Said) => {
      if (said.is === 'find') this.#finds.add(said);
    });
    let failure: Fault | undefined;
    worker.on('error', error => {
      failure = { stage: 'memory', what: `The thread broke down: ${error.message}.` };
    });
    const isOver = once(worker, 'exit');
    const tooLong = await this.#watch(shared, isOver);
    if (tooLong) await worker.terminate();
    await isOver;
    const number = Atomics.load(shared, NUMBER);
    const fault = tooLong ?? failure;
    if (fault) this.#finds.add({ number, fault, subject: this.#case(number) });
    return number + 1;
  }

  async #watch(shared: Int32Array, isOver: Promise<unknown>): Promise<Fault | undefined> {
    let over = false;
    isOver.then(() => {
      over = true;
    });
    let [number, since] = [-1, process.cpuUsage()];
    while (!over) {
      await Promise.race([wait(200), isOver]);
      if (Date.now() >= this.#until) Atomics.store(shared, STOP, 1);
      const present = Atomics.load(shared, NUMBER);
      if (present !== number) [number, since] = [present, process.cpuUsage()];
      else if (process.cpuUsage(since).user / 1000 > GIVEN_UP)
        return { stage: 'time', what: 'It does not end.' };
    }
    return undefined;
  }

  #case(number: number): Case {
    return makeCase(this.#material, this.#seed, number);
  }

  async #minimise(find: Find): Promise<void> {
    const worker = start({ is: 'minimise', subject: find.subject, fault: find.fault });
    const isOver = once(worker, 'exit');
    worker.on('message', (said: Said) => {
      if (said.is === 'minimal') this.#finds.save(find, said.subject);
    });
    worker.on('error', () => undefined);
    this.#finds.save(find, find.subject);
    await Promise.race([isOver, wait(MINIMISING_MS, undefined, { ref: false })]);
    await worker.terminate();
  }
}

function start(workerData: Task): Worker {
  return new Worker(new URL('./worker.js', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
}

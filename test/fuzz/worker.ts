import { parentPort, workerData } from 'node:worker_threads';
import { type Case, makeCase } from './case.ts';
import { type Fault, faultKey, judge } from './judge.ts';
import { material } from './material.ts';
import { minimise } from './minimise.ts';
import { MOST_TIME, NUMBER, type Said, STOP, type Task } from './task.ts';

/** How many smaller cases are looked at. */
const MOST_LOOKS = 3000;
const MOST_SLOW_LOOKS = 60;

async function search({ seed, from, state }: Extract<Task, { is: 'search' }>): Promise<void> {
  const texts = material();
  const shared = new Int32Array(state);
  for (let number = from; Atomics.load(shared, STOP) === 0; number++) {
    Atomics.store(shared, NUMBER, number);
    const subject = makeCase(texts, seed, number);
    const fault = await timed(subject);
    if (fault) say({ is: 'find', number, subject, fault });
  }
}

async function timed(subject: Case): Promise<Fault | undefined> {
  const start = process.cpuUsage();
  const fault = await judge(subject);
  const { user, system } = process.cpuUsage(start);
  const slow: Fault | undefined =
    (user + system) / 1000 > MOST_TIME ? { stage: 'time', what: 'It takes too long.' } : undefined;
  return fault ?? slow;
}

async function makeMinimal({ subject, fault }: Extract<Task, { is: 'minimise' }>): Promise<void> {
  const key = faultKey(fault);
  const isSlow = fault.stage === 'time';
  const shows = async (smaller: Case): Promise<boolean> => {
    const found = isSlow ? await timed(smaller) : await judge(smaller, fault.stage);
    return found !== undefined && faultKey(found) === key;
  };
  say({ is: 'minimal', subject: await minimise(subject, shows, isSlow ? MOST_SLOW_LOOKS : MOST_LOOKS) });
}

function say(said: Said): void {
  parentPort?.postMessage(said);
}

const task: Task = workerData;
await (task.is === 'search' ? search(task) : makeMinimal(task));

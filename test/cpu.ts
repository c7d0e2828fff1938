/** What an answer cost in processor time: on a busy machine the clock would tell something else. */
export function cpu<T>(ask: () => T): { readonly answer: T; readonly ms: number } {
  const start = process.cpuUsage();
  const answer = ask();
  const { user, system } = process.cpuUsage(start);
  return { answer, ms: (user + system) / 1000 };
}

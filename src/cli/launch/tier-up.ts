/**
 * Node.js 20 starts to compile functions for speed long before a check is over, which costs more time than it gains, a
 * third of it on one core. Later versions wait for more calls by themselves. What is compiled beforehand only counts
 * under the flags that it was compiled under.
 */
export function delayOptimization(): void {
  if (!process.versions.v8.startsWith('11.')) return;
  process.getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=600000');
}

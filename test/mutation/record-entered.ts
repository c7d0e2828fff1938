import { appendFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';

/** Writes down which functions of the instrumented engine each file with tests enters. */
const { RECORD = '' } = process.env;

globalThis.__entered = new Set();

afterAll(() => {
  const { testPath } = expect.getState();
  appendFileSync(RECORD, `${JSON.stringify({ testPath, entered: [...globalThis.__entered] })}\n`);
});

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../../src/syntax/json-value.ts';

const CHILD = fileURLToPath(new URL('validate.mjs', import.meta.url));

export interface Diagnosed {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly entity?: { readonly logicalId?: string };
}

export interface Validated {
  readonly file: string;
  readonly resources?: readonly JsonObject[];
  readonly diagnostics?: readonly Diagnosed[];
  readonly error?: string;
}

/** What AWS's validator makes of files; those on which it hangs are left out, and it is started again behind them. */
export async function validate(
  files: readonly string[],
  patience: number,
): Promise<ReadonlyMap<string, Validated>> {
  const results = new Map<string, Validated>();
  for (let left = files; left.length > 0; ) {
    const lines = await run(left, patience);
    for (const each of lines) results.set(each.file, each);
    const hanging = left[lines.length];
    if (hanging !== undefined)
      console.warn(`SKIPPED: the validator of AWS does not come to an end on ${hanging}.`);
    left = left.slice(lines.length + 1);
  }
  return results;
}

/** Ends the process when nothing comes from it for too long. */
function run(files: readonly string[], patience: number): Promise<readonly Validated[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), patience);
    });
    child.on('error', reject).on('close', () => {
      clearTimeout(timer);
      const lines = output.split('\n').slice(0, -1);
      resolve(lines.map(line => JSON.parse(line)));
    });
  });
}

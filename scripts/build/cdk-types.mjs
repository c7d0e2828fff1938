// Writes the types of the plugin for the AWS CDK as one file, since those of CommonJS can import none of ES modules.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each imports only those before it. */
const FILES = ['options', 'policy-validation', 'ecs-exec-lint'];

const folder = mkdtempSync(join(tmpdir(), 'ecs-exec-lint-types-'));
try {
  const args = ['-p', 'tsconfig.cdk.json', '--outDir', folder];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...args], { stdio: 'inherit' });
  const texts = FILES.map(each => readFileSync(join(folder, `src/cdk/${each}.d.ts`), 'utf8'));
  writeFileSync('dist/cdk.d.cts', texts.join('').replace(/^(?:import .*|export \{\};)\n/gm, ''));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

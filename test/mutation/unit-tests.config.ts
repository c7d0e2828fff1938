import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { instrumented } from './entered.ts';
import { MODULES, ROOT } from './places.ts';

/**
 * The tests that ask the model of ECS and IAM, with the text of the file `MUTANT` instead of that of the module `MUTATED`, or
 * with all modules instrumented where the functions that they enter are to be written to the file `RECORD`.
 */
const { MUTATED, MUTANT = '', RECORD } = process.env;

function load(id: string): string | undefined {
  if (id === MUTATED) return readFileSync(MUTANT, 'utf8');
  const path = relative(ROOT, id);
  return RECORD && MODULES.includes(path) ? instrumented(path, readFileSync(id, 'utf8')) : undefined;
}

/** Small files first, for a mutant has to fail only one. */
class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const size = ({ moduleId }: TestSpecification): number => statSync(moduleId).size;
    return files.toSorted((a, b) => size(a) - size(b));
  }
}

const config: ViteUserConfig = defineConfig({
  plugins: [{ name: 'mutant', enforce: 'pre', load }],
  test: {
    include: ['test/{iam,ecs,cfn,lint,account,autofix}/**/*.test.ts'],
    // They judge thousands of templates, which takes minutes.
    exclude: [
      'test/lint/{growth,limits,spellings,readiness,unseen,scenarios.property,logging-matrix}.test.ts',
      'test/lint/garbage.property.test.ts',
      'test/cfn/independent-groups.test.ts',
      'test/account/law.test.ts',
      'test/autofix/{regressions,regressions.property,together,styles,real,article,quotas,destinations}.test.ts',
    ],
    setupFiles: ['test/setup.ts', ...(RECORD ? [join(ROOT, 'test', 'mutation', 'record-entered.ts')] : [])],
    testTimeout: 600_000,
    isolate: false,
    pool: 'forks',
    maxWorkers: 1,
    sequence: { sequencer: SmallestFirst },
  },
});

export default config;

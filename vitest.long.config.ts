import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Looks at many more edits and spellings, at all real templates, at many crashes and decisions of IAM, and at what other tools say: `npm run test:long`. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: [
      'test/edit/**/*.test.ts',
      'test/autofix/**/*.test.ts',
      'test/syntax/*.test.ts',
      'test/cli/crash/*.test.ts',
      'test/hostile/**/*.test.ts',
      'test/iam/*.property.test.ts',
      'test/lint/spellings.test.ts',
      'test/oracles/*.test.ts',
      'test/vscode/*.test.ts',
    ],
    setupFiles: ['test/setup.ts'],
    env: { CASES: process.env.CASES ?? '10000' },
    // No test is there for its speed, and the machine may be busy.
    testTimeout: 10_800_000,
  },
});

export default config;

import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Opens the playground in a real browser, where there is one: `npm run test:site`. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/site/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});

export default config;

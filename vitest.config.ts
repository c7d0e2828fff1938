import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // What other tools say of mended templates takes minutes: `npm run test:long` asks them.
    exclude: ['test/oracles/**', 'node_modules/**'],
    testTimeout: 120_000,
  },
});

export default config;

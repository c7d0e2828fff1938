import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What other tools say of mended templates takes minutes, and a page needs a browser: `npm run test:long` and
    // `npm run test:site`.
    exclude: ['test/oracles/**', 'test/site/**', 'node_modules/**'],
    testTimeout: 120_000,
  },
});

export default config;

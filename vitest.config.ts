import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // What other tools say of fixed templates takes minutes, packing an extension the npm registry, a page a browser, and
    // installing the package many runs of npm: `npm run test:long`, `npm run test:site` and `npm run test:integrations`.
    exclude: ['test/integrations/**', 'test/oracles/**', 'test/site/**', 'test/vscode/**', 'node_modules/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is tested keeps nothing from one call to the next, so that files can share what is loaded and warm.
    isolate: false,
    // Some tests look at the processor time of their process, and threads would count one another's.
    pool: 'forks',
    maxWorkers: '100%',
  },
});

export default config;

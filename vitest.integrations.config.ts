import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Installs the package with npm and runs it as pipelines do: `npm run test:integrations`. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/integrations/*.test.ts'],
    // Most of an installation is waiting.
    maxWorkers: 2,
    globalSetup: ['test/integrations/tools.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default config;

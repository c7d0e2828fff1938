import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: { include: ['test/mutation/mutate.ts', 'test/mutation/engine.ts'], setupFiles: ['test/setup.ts'] },
});

export default config;

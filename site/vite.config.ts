import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** Browsers load no module from the file system, so that a page that is opened from there needs a plain script. */
const plainScript: Plugin = {
  name: 'plain-script',
  transformIndexHtml: html =>
    html.replace('type="module" crossorigin', 'defer').replaceAll(' crossorigin', ''),
};

/** A diagram is drawn by a script of three megabytes, which is loaded when the first one is asked for. */
const mermaidBeside: Plugin = {
  name: 'mermaid-beside',
  apply: 'build',
  closeBundle() {
    const from = new URL('../node_modules/mermaid/dist/mermaid.min.js', import.meta.url);
    cpSync(from, new URL('dist/mermaid.min.js', import.meta.url));
  },
};

const config: UserConfig = defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [plainScript, mermaidBeside],
  worker: {
    format: 'iife',
    rolldownOptions: { transform: { define: { 'import.meta': '{}' } } },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // Parts that are loaded on demand stand in the same script: there is nothing to find by an address.
      transform: { define: { 'import.meta': '{}' } },
      output: {
        format: 'iife',
        entryFileNames: 'playground.js',
        assetFileNames: 'playground.[ext]',
      },
    },
  },
});

export default config;

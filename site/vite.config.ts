import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { rulePages } from './rule-pages/rule-pages.ts';

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

/** The page of each rule, and what all of them share. */
const rulePagesBeside: Plugin = {
  name: 'rule-pages',
  apply: 'build',
  generateBundle() {
    const emit = (name: string, source: string): void => {
      this.emitFile({ type: 'asset', fileName: `rules/${name}`, source });
    };
    for (const [name, page] of rulePages()) emit(name, page);
    emit('search.js', read('rule-pages/search.js'));
    emit('rules.css', read('theme.css') + read('rule-pages/rules.css'));
  },
};

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

const config: UserConfig = defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [plainScript, mermaidBeside, rulePagesBeside],
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

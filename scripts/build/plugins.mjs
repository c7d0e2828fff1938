import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is imported on demand becomes a file of its own beside the others, so that it costs nothing until then. */
export function onDemand(entries) {
  return {
    name: 'on-demand',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /./ }, async ({ kind, path, pluginData, ...from }) => {
        if (kind !== 'dynamic-import' || isBuiltin(path)) return undefined;
        const { path: file } = await resolve(path, { kind: 'import-statement', ...from });
        const name = path.startsWith('.') ? basename(path, extname(path)) : path;
        entries.set(name, file);
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}

/** Of js-yaml only what reads: not what writes, and not the types that run code from a text. */
export const readerOnly = {
  name: 'reader-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/js-yaml\/dumper$|\/default_full$/ }, () => ({
      path: 'none',
      namespace: 'left-out',
    }));
    onLoad({ filter: /^none$/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** Parsers are parts of their own, so that all parts share one of each. Those that a check seldom needs wait until they are used. */
export const PARSERS = {
  // Its modules are half as large and a fifth faster than its CommonJS.
  yaml: {
    file: fileURLToPath(new URL('browser/index.js', import.meta.resolve('yaml/package.json'))),
    waits: true,
  },
  'js-yaml': { file: fileURLToPath(import.meta.resolve('js-yaml')), waits: false },
  'cloudformation-js-yaml-schema': {
    file: fileURLToPath(import.meta.resolve('cloudformation-js-yaml-schema')),
    waits: true,
  },
};

/** @param own The parser that is being built, if it is one. */
export function parsersApart(own) {
  return {
    name: 'parsers-apart',
    async setup({ onResolve, onLoad }) {
      const names = Object.keys(PARSERS).filter(name => name !== own);
      const exported = new Map();
      for (const name of names) exported.set(name, Object.keys(await import(name)));
      const parser = new RegExp(`^(?:${names.join('|')})$`);
      onResolve({ filter: parser }, ({ path }) => ({ path, namespace: 'parser' }));
      onResolve({ filter: /./, namespace: 'parser' }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: parser, namespace: 'parser' }, ({ path }) => ({
        contents: PARSERS[path].waits
          ? waiting(path, exported.get(path))
          : `module.exports = require('./${path}.cjs')`,
      }));
    },
  };
}

function waiting(name, exported) {
  const getters = exported.map(
    each => `get ${JSON.stringify(each)}() { return require('./${name}.cjs')[${JSON.stringify(each)}]; }`,
  );
  return `module.exports = { __esModule: true, ${getters.join(', ')} }`;
}

/** Tables of facts are parts of their own, so that the command and the language server share one of each. */
export function factsApart(entries) {
  return {
    name: 'facts-apart',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/.*\.facts\.json$/ }, ({ path, resolveDir }) => {
        const name = basename(path, '.json');
        entries.set(name, join(resolveDir, path));
        return { path: `./${name}.cjs`, external: true };
      });
      onLoad({ filter: /\.facts\.json$/ }, ({ path }) => ({
        contents: `module.exports = ${readFileSync(path, 'utf8')}`,
      }));
    },
  };
}

/** What knows the width of every character takes long to load, and the help in English does without it. */
export const widthOnDemand = {
  name: 'width-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.includes('node_modules') ? { path: 'width', namespace: 'width' } : undefined,
    );
    onResolve({ filter: /./, namespace: 'width' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'width' }, () => ({
      contents: `module.exports = text => /^[ -~]*$/.test(text) ? text.length : require('./string-width.cjs').stringWidth(text)`,
    }));
  },
};

/** The Japanese catalogue is loaded when it is used: who waits for a report of the AWS CDK cannot wait for an import. */
export const translationOnUse = {
  name: 'translation-on-use',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/i18n\/ja\.ts$/ }, () => ({ path: 'ja', namespace: 'translation' }));
    onResolve({ filter: /./, namespace: 'translation' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'translation' }, () => ({
      contents: `module.exports = { __esModule: true, get ja() { return require('./ja.cjs').ja; } }`,
    }));
  },
};

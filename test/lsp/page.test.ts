import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import extension from '../../editors/vscode/package.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import { FOR_EDITORS, LSP_ONLY } from '../../src/cli/args/for-editors.ts';
import { FIX_ALL } from '../../src/lsp/code-actions.ts';
import { CLI } from '../cli/harness.ts';

const PAGE: string = readFileSync(join(CLI, '..', '..', 'docs', 'editors.md'), 'utf8');

test('the page about editors names the flags that go with --lsp', () => {
  for (const name of FOR_EDITORS.filter(each => ![...LSP_ONLY, 'debug'].includes(each)))
    expect(PAGE).toContain(`\`--${name}\``);
});

test('its settings are what they say they are', () => {
  const blocks = [...PAGE.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => JSON.parse(text));
  expect(blocks.length).toBeGreaterThanOrEqual(2);
  expect(PAGE.split(FIX_ALL).length).toBeGreaterThan(3);
  for (const name of Object.keys(extension.contributes.configuration.properties))
    expect(PAGE).toContain(`\`${name}\``);
  for (const [, name = ''] of PAGE.matchAll(/npm run ([\w:-]+)/g))
    expect(manifest.scripts).toHaveProperty(name);
});

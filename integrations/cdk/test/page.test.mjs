import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { expectText, shortened } from './printed.mjs';
import { NEWEST, project, synth, VERSIONS } from './project.mjs';

const PAGE = new URL('../../../docs/cdk.md', import.meta.url);
const text = readFileSync(PAGE, 'utf8');

function app(title) {
  const [, code] = new RegExp(`<!-- ${title} -->\\n\`\`\`ts\\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  assert.ok(code, `There is no app of the title ${title}.`);
  return { files: { 'shop.ts': code } };
}

describe('the apps of the page', { concurrency: 2 }, () => {
  for (const version of VERSIONS)
    test(`fail in ${version}`, async () => {
      const files = app(version < '2.251' ? 'app before 2.251.0' : 'app since 2.251.0');
      const { code, printed } = await synth(project(version, files), 'shop');
      assert.equal(code, 1);
      assert.match(printed, /does not set `EnableExecuteCommand`/);
      if (version !== NEWEST) return;
      const shown = /(?<=<!-- plugin prints -->\n```console\n\$ .*\n)[\s\S]*?(?=```)/;
      expectText(
        PAGE,
        text.replace(shown, () => shortened(printed)),
      );
    });

  test('succeed where the finding is acknowledged', async () => {
    const { code, printed } = await synth(project(NEWEST, app('app with an acknowledgment')), 'shop');
    assert.deepEqual([code, shortened(printed)], [0, '']);
  });
});

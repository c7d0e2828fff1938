import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../src/index.ts';
import { CHROMIUM, launch, picture } from './browser.ts';

const AXE: string = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const FOLDER: string = fileURLToPath(new URL('../../site/dist/rules/', import.meta.url));

if (CHROMIUM === undefined)
  console.warn('SKIPPED: there is no Chromium on this machine, so nobody has looked at the pages of rules.');

describe.skipIf(CHROMIUM === undefined)('the pages of rules, from the file system', () => {
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launch(CHROMIUM ?? '');
  });
  afterAll(async () => {
    await browser.close();
  });

  async function visit(path: string, width = 1440): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(pathToFileURL(FOLDER + path).href);
    return page;
  }

  const shown = (page: Page): Promise<string[]> => page.locator('.rules > li:visible > a').allTextContents();

  test.each([
    ['index.html', 'TargetNotConnectedException'],
    ['ja/index.html', 'TargetNotConnectedException'],
  ])('%s lists all rules, and finds them by an error message', async (path, message) => {
    const page = await visit(path);
    expect((await shown(page)).sort()).toEqual(rules.map(each => each.id).sort());
    await page.getByRole('searchbox').fill(message);
    const found = await shown(page);
    expect(found).toContain('egress-blocked');
    expect(found).not.toContain('log-retention-unset');
    await page.getByRole('searchbox').fill('no such words at all');
    expect(await shown(page)).toEqual([]);
    expect(await page.getByRole('status').isVisible()).toBe(true);
  });

  test('lead to each other, in both languages', async () => {
    const page = await visit('index.html');
    await page.getByRole('link', { name: 'egress-blocked' }).click();
    await page.getByRole('heading', { name: 'Use instead' }).waitFor();
    await page.getByRole('link', { name: '日本語' }).click();
    await page.getByRole('heading', { name: '正しい書き方' }).waitFor();
    await page.getByRole('link', { name: 'すべてのルール' }).click();
    await page.getByRole('heading', { name: 'ルール', exact: true }).waitFor();
    await page.getByRole('link', { name: 'テンプレートをチェック' }).click();
    await page.getByRole('heading', { name: 'ecs-exec-lint' }).waitFor();
  });

  test.each([320, 375, 768, 1440])('fit in %i pixels', async width => {
    for (const path of ['index.html', 'egress-blocked.html', 'ja/task-role-lacks-log-permissions.html']) {
      const page = await visit(path, width);
      const size = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(size[0]).toBeLessThanOrEqual(size[1] ?? 0);
      await picture(page, `rules-${path.replaceAll(/\W/g, '-')}-${width}`);
      await page.close();
    }
  });

  test.each(['light', 'dark'] as const)('are accessible in %s colors', async colorScheme => {
    for (const path of ['index.html', 'ja/index.html', 'egress-blocked.html']) {
      const page = await visit(path);
      await page.emulateMedia({ colorScheme });
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        const { violations: found } = await (globalThis as unknown as { axe: Axe }).axe.run({
          preload: false,
        });
        return found.map(each => each.id);
      });
      expect(violations).toEqual([]);
      await page.close();
    }
  });

  test('complain of nothing', () => {
    expect(complaints).toEqual([]);
  });
});

interface Axe {
  run(options: {
    readonly preload: boolean;
  }): Promise<{ readonly violations: readonly { readonly id: string }[] }>;
}

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toFragment } from '../../site/share.ts';
import { CHROMIUM, launch, open, picture } from './browser.ts';

if (CHROMIUM === undefined)
  console.warn('SKIPPED: there is no Chromium on this machine, so nobody has looked at the layout.');

const WIDTHS = [375, 768, 1024, 1440];
const LENGTHS = [115, 300, 5000];

/** A template with findings and a line of this length, in a text and in a name. */
function wide(length: number): string {
  return `Resources:
  ${'S'.repeat(Math.min(length, 1000))}:
    Type: AWS::ECS::Service
    Properties: {Cluster: a, TaskDefinition: b, ServiceName: "${'x y '.repeat(length / 4)}"}
`;
}

describe.skipIf(CHROMIUM === undefined).each(WIDTHS)('%i pixels wide', width => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch(CHROMIUM ?? '');
  });
  afterAll(async () => {
    await browser.close();
  });

  test.each(LENGTHS)('a line of %i characters covers no finding', async length => {
    const fragment = await toFragment([{ name: `${'n'.repeat(length / 2)}.yml`, text: wide(length) }]);
    const { page } = await open(browser, `#${fragment}`, { viewport: { width, height: 900 } });
    await page.getByText('1 error').waitFor();
    await picture(page, `lines-${length}-${width}`);
    expect(await covered(page)).toEqual([]);
    await page.locator('.readiness summary').click();
    expect(await covered(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fix 1 finding…' }).click();
    await page.getByRole('dialog').waitFor();
    await picture(page, `lines-${length}-${width}-fix`);
    expect(await covered(page)).toEqual([]);
  });
});

/**
 * What of the results, or of a dialog above them, is not fully to be seen once it is scrolled to: it stands out of the
 * window, or something else covers one of its corners.
 */
async function covered(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const dialog = document.querySelector('dialog[open]');
    const parts = [...(dialog ?? document).querySelectorAll(
      dialog ? 'header, footer, footer button, h3' : '.readiness summary, .findings > header, .findings > header button, .findings .summary, .findings > ol > li, .findings > ol > li button, .findings > ol > li a',
    )];
    const problems = parts.length < 3 ? ['only ' + parts.length + ' parts'] : [];
    const name = part => part.tagName + '.' + part.className + ' ' + part.textContent.slice(0, 30);
    for (const part of parts) {
      part.scrollIntoView({ block: 'center' });
      const frame = (dialog ?? document.querySelector('.results')).getBoundingClientRect();
      const { left, right, top, bottom } = part.getBoundingClientRect();
      if (left < 0 || right > innerWidth + 0.5) problems.push(name(part) + ' stands out: ' + left + ' to ' + right);
      const [above, below] = [Math.max(top, frame.top, 0), Math.min(bottom, frame.bottom, innerHeight)];
      const rows = [above + 4, below - 4];
      for (const x of [left + 4, (left + right) / 2, right - 4])
        for (const y of rows) {
          const there = document.elementFromPoint(x, y);
          if (!part.contains(there) && !there?.contains(part)) problems.push(name(part) + ' is covered by ' + (there ? name(there) : 'nothing'));
        }
    }
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (innerWidth >= 1024 && scrollHeight > innerHeight) problems.push('the page is ' + scrollHeight + ' high');
    if (scrollWidth > innerWidth) problems.push('the page is ' + scrollWidth + ' wide');
    return problems;
  })()`);
}

import { deflateRawSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch, type Opened, open, picture } from './browser.ts';

if (CHROMIUM === undefined)
  console.warn('SKIPPED: there is no Chromium on this machine, so no hostile link was followed.');

const TOPIC = 'Resources: {T: {Type: AWS::SNS::Topic}}\n';

const OFF = 'Resources: {S: {Type: AWS::ECS::Service, Properties: {Cluster: a, TaskDefinition: b}}}\n';

/** A link to these files, as somebody might write one. */
function link(content: unknown): string {
  const bytes = typeof content === 'string' ? content : JSON.stringify(content);
  return `#v1.${deflateRawSync(bytes).toString('base64url')}`;
}

describe.skipIf(CHROMIUM === undefined)('a link', () => {
  let browser: Browser;
  const visits: Opened[] = [];

  beforeAll(async () => {
    browser = await launch(CHROMIUM ?? '');
  });
  afterAll(async () => {
    await browser.close();
  });

  async function visit(fragment = ''): Promise<Page> {
    const opened = await open(browser, fragment);
    visits.push(opened);
    return opened.page;
  }

  test.each<[string, unknown]>([
    ['with 21 templates', Array.from({ length: 21 }, (_, i) => [`${i}.yml`, TOPIC])],
    ['with a template above 2 MB', [['a.yml', `# ${'x'.repeat(2_000_000)}`]]],
    ['with a template above 2 MB once it is UTF-8', [['a.yml', '日'.repeat(700_000)]]],
    ['that inflates to 300 MB', `[["a.yml","${' '.repeat(300_000_000)}"]]`],
  ])('%s is not opened, and the page goes on', async (_, content) => {
    const page = await visit(link(content));
    await page.getByText('holds more than 20 templates, or one above 2 MB').waitFor();
    await page.getByLabel('Text of stack.yml').waitFor();
    await page.getByText('4 errors, 1 warning').waitFor();
  });

  test.each<[string, unknown]>([
    [
      'of two templates of one name',
      [
        ['a.yml', TOPIC],
        ['a.yml', TOPIC],
      ],
    ],
    ['of something else', { a: 1 }],
    ['of names that are none', [['', TOPIC]]],
    ['of no text', '{'],
  ])('%s is not opened', async (_, content) => {
    const page = await visit(link(content));
    await page.getByText('The link is cut').waitFor();
    await page.getByLabel('Text of stack.yml').waitFor();
  });

  test('has every template judged, whatever it is named', async () => {
    const names = [
      'a.yml',
      '-.yml',
      '--fix.yml',
      'constructor.yml',
      '__proto__.yml',
      'case/b.yml',
      'case/B.yml',
    ];
    const page = await visit(link(names.map(name => [name, OFF])));
    await page.getByText(`${names.length} errors`, { exact: true }).waitFor();
    for (const name of names)
      await page
        .getByRole('button', { name: `${name}, line 1`, exact: true })
        .first()
        .waitFor();
  });

  test('of 20 templates of 2 MB is opened, and the page stays responsive', async () => {
    const text = `# ${'x '.repeat(900_000)}\n${TOPIC}`;
    const page = await visit();
    await page.getByText('4 errors, 1 warning').waitFor();
    const pause = await longestPause(page, async () => {
      await follow(page, link(Array.from({ length: 20 }, (_, i) => [`t${i}.yml`, text])));
      await page.getByRole('button', { name: 't19.yml', exact: true }).waitFor();
    });
    expect(pause).toBeLessThan(3000);
  });

  test('does not take what was typed away', async () => {
    const page = await visit();
    await page.getByText('4 errors, 1 warning').waitFor();
    await page.locator('.editor .cm-content').focus();
    await page.keyboard.insertText('# mine\n');
    await follow(page, link([['theirs.yml', TOPIC]]));
    await page.getByLabel('Text of theirs.yml').waitFor();
    await follow(page, link([['others.yml', TOPIC]]));
    await page.getByLabel('Text of others.yml').waitFor();
    await picture(page, 'way-back');
    await page.getByRole('button', { name: 'Back to your text' }).click();
    await page.getByLabel('Text of stack.yml').waitFor();
    await page.locator('.editor').getByText('# mine').waitFor();
    expect(await page.getByRole('button', { name: 'Back to your text' }).count()).toBe(0);
  });

  test('nor does an example', async () => {
    const page = await visit();
    await page.locator('.editor .cm-content').focus();
    await page.keyboard.insertText('# mine\n');
    await page.getByLabel('Example').selectOption('ready');
    await page.getByRole('button', { name: 'Back to your text' }).click();
    await page.locator('.editor').getByText('# mine').waitFor();
  });

  test('and leaves no way back where nothing was typed', async () => {
    const page = await visit();
    await follow(page, link([['theirs.yml', TOPIC]]));
    await page.getByLabel('Text of theirs.yml').waitFor();
    expect(await page.getByRole('button', { name: 'Back to your text' }).count()).toBe(0);
  });

  test('shows what turns or hides text', async () => {
    const evil =
      '\u202eRLO\u2066LRI\u200bZWSP\u00adSHY\u{e0041}TAG\u3164HF\u00a0NBSP\u3000WIDE\u200dZWJ\ufeffBOM';
    const service = `{Type: AWS::ECS::Service, Properties: {Cluster: a, TaskDefinition: b}}`;
    const text = `# ${evil}\nResources:\n  "S${evil}": ${service}\n`;
    const page = await visit(link([[`a${evil}.yml`, text]]));
    await page.getByText('1 error').waitFor();
    await page.locator('.readiness summary').click();
    await page.getByText('Diagram', { exact: true }).click();
    await page.getByText('Mermaid source').click();
    await picture(page, 'invisible');
    expect(await invisible(page)).toEqual([]);
    for (const code of [
      'U+202E',
      'U+2066',
      'U+200B',
      'U+00AD',
      'U+E0041',
      'U+3164',
      'U+00A0',
      'U+3000',
      'U+200D',
      'U+FEFF',
    ])
      expect(await page.locator('.editor .cm-content').getByText(code, { exact: true }).count()).toBe(2);
    await page.getByRole('button', { name: 'Fix 1 finding…' }).click();
    await page.getByRole('dialog').waitFor();
    await picture(page, 'invisible-fix');
    expect(await invisible(page)).toEqual([]);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Nothing found.').waitFor();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('on no server').waitFor();
    const again = await visit(new URL(page.url()).hash);
    await again.getByText('Nothing found.').waitFor();
  });

  test('of emoji and of Persian is shown as it is', async () => {
    const page = await visit(link([['a.yml', `# 👩‍👩‍👧 ❤️ می‌خواهم\n${TOPIC}`]]));
    await page.locator('.editor').getByText('👩‍👩‍👧 ❤️ می‌خواهم').waitFor();
  });

  test('of a template that takes long to judge leaves the page responsive', async () => {
    const many = Array.from(
      { length: 6000 },
      (_, i) => `  S${i}: {Type: AWS::ECS::Service, Properties: {TaskDefinition: a}}\n`,
    );
    const page = await visit(link([['a.yml', `Resources:\n${many.join('')}`]]));
    await page.getByLabel('Text of a.yml').waitFor();
    const pause = await longestPause(page, async () => {
      await page.locator('.editor .cm-content').focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(TOPIC);
      await page.getByText('Nothing found.').waitFor();
    });
    expect(pause).toBeLessThan(1500);
  });

  test('asked nobody for anything, and complained of nothing', () => {
    const asked = visits.flatMap(each => each.requests);
    expect(asked.filter(each => !/^(?:file|blob):/.test(each))).toEqual([]);
    expect(visits.flatMap(each => each.complaints)).toEqual([]);
  });
});

/** Goes to another fragment of the page, as a link in it would. */
async function follow(page: Page, fragment: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
}

/** For how long, in milliseconds, nothing else could happen on the page while something did. */
async function longestPause(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(`
    globalThis.longest = 0;
    let last = performance.now();
    globalThis.watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 20);
  `);
  await work();
  return page.evaluate('clearInterval(watch), longest');
}

/** Characters on the page, in its fields and in its labels, that cannot be seen or turn others. */
async function invisible(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const hidden = /(?![\\n\\t])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u3164]|[\\u00a0\\u3000]/u;
    const texts = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, style')) texts.push(walk.currentNode.data);
    for (const each of document.querySelectorAll('input')) texts.push(each.value);
    for (const each of document.querySelectorAll('[aria-label], [title]')) texts.push(each.ariaLabel ?? '', each.title);
    return texts.filter(each => hidden.test(each));
  })()`);
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch, type Opened, open, picture } from './browser.ts';

const AXE: string = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

if (CHROMIUM === undefined)
  console.warn('SKIPPED: there is no Chromium on this machine, so nobody has looked at the playground.');

describe.skipIf(CHROMIUM === undefined)('the playground', () => {
  let browser: Browser;
  const visits: Opened[] = [];

  beforeAll(async () => {
    browser = await launch(CHROMIUM ?? '');
  });
  afterAll(async () => {
    await browser.close();
  });

  async function visit(fragment = '', options: Parameters<typeof open>[2] = {}): Promise<Page> {
    const opened = await open(browser, fragment, options);
    visits.push(opened);
    return opened.page;
  }

  test('finds what is wrong with the first example, and fixes it', async () => {
    const page = await visit();
    await page.getByText('4 errors, 1 warning').waitFor();
    await picture(page, 'found');
    await page.getByRole('button', { name: 'Fix 4 findings…' }).click();
    const dialog = page.getByRole('dialog', { name: 'What would change' });
    await dialog.getByText('EnableExecuteCommand: true').waitFor();
    await picture(page, 'difference');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Nothing found.').waitFor();
    await page.getByText('Service ready').waitFor();
    const next = page.getByRole('region', { name: 'Next steps' });
    await next.getByText(/^aws ecs execute-command --cluster .* --container app /).waitFor();
    await picture(page, 'fixed');
    await retype(page, 'Resources: {}');
    await next.waitFor({ state: 'detached' });
  });

  test('finds and fixes what was pasted from an article', async () => {
    const page = await visit();
    await example(page, 'pasted');
    await page.getByRole('link', { name: 'full-width-space' }).first().waitFor();
    await picture(page, 'pasted-found');
    await page.getByRole('button', { name: /^Fix \d+ findings…$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('link', { name: 'full-width-space' }).first().waitFor({ state: 'detached' });
    await picture(page, 'pasted-fixed');
    await page.getByText('sg-0123456789abcdef0 # 置き換える').waitFor();
  });

  test('explains an error message by the templates, and repeats nothing of it', async () => {
    const page = await visit();
    const box = page.getByRole('textbox', { name: 'Error message' });
    await box.fill('(TargetNotConnectedException) ecs-execute-command-0a1b2c3d 111122223333');
    const section = page.getByRole('region', { name: 'Error message' });
    await section.getByRole('heading', { name: 'TargetNotConnectedException' }).waitFor();
    await section.getByText('Possible causes in these templates, the most likely first:').waitFor();
    await section.getByText('ssmmessages-on-execution-role').waitFor();
    await section.getByText(/^aws ecs describe-tasks /).waitFor();
    await picture(page, 'error-message');
    expect(await section.textContent()).not.toMatch(/0a1b2c3d|111122223333/);
    await section.getByRole('button', { name: 'stack.yml, line' }).first().click();
    await box.fill('SessionManagerPlugin is not found');
    await section.getByText('No template shows the cause.').waitFor();
    await box.fill('');
    await section.getByText('No template shows the cause.').waitFor({ state: 'detached' });
  });

  test('does one fix, and none that is discarded', async () => {
    const page = await visit();
    const one = page.locator('.findings li', { hasText: 'does not set EnableExecuteCommand' });
    await one.getByRole('button', { name: 'Fix…' }).click();
    await page.getByRole('dialog').getByText('EnableExecuteCommand: true').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await one.waitFor();
    await one.getByRole('button', { name: 'Fix…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await one.waitFor({ state: 'detached' });
    await page.getByText('3 errors, 1 warning').waitFor();
  });

  test('judges what is typed, broken text too', async () => {
    const page = await visit();
    await retype(page, 'Resources: [');
    await page.getByRole('link', { name: 'parse-error' }).waitFor();
    await retype(page, 'just a note');
    await page.getByText('is not a CloudFormation template').waitFor();
    await retype(page, '');
    await page.getByText('Paste a CloudFormation template').waitFor();
    await retype(
      page,
      '{"Resources":{"S":{"Type":"AWS::ECS::Service","Properties":{"EnableExecuteCommand":"maybe"}}}}',
    );
    await page.getByRole('link', { name: 'exec-flag-not-boolean' }).waitFor();
  });

  test('takes several templates as one system, and goes where a finding is', async () => {
    const page = await visit();
    await example(page, 'set');
    await page.getByRole('button', { name: 'roles.yml', exact: true }).waitFor();
    await page.getByRole('button', { name: 'cluster.yml, line 15' }).click();
    await page.getByLabel('Text of cluster.yml').waitFor();
    await page.getByRole('button', { name: 'Close roles.yml' }).click();
    await page.getByRole('button', { name: 'roles.yml', exact: true }).waitFor({ state: 'detached' });
    await page.getByText('Service undecided').or(page.getByText('Service not ready')).waitFor();
  });

  test('takes files that are picked or dropped', async () => {
    const page = await visit();
    const ready = fileURLToPath(new URL('../../fixtures/whole/ready.yml', import.meta.url));
    await page.locator('input[type=file]').setInputFiles(ready);
    await page.getByLabel('Text of ready.yml').waitFor();
    const dropped = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Resources: {T: {Type: AWS::SNS::Topic}}'], 'dropped.yml'));
      return data;
    })()`);
    await page.dispatchEvent('.cm-content', 'drop', { dataTransfer: dropped });
    await page.getByLabel('Text of dropped.yml').waitFor();
    await page.getByText('Resources: {T: {Type: AWS::SNS::Topic}}').waitFor();
  });

  test('shares by a link that holds the templates, and says when a link is cut', async () => {
    const page = await visit();
    await example(page, 'set');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('on no server').waitFor();
    const fragment = new URL(page.url()).hash;
    const other = await visit(fragment);
    await other.getByRole('button', { name: 'roles.yml', exact: true }).waitFor();
    await other.getByLabel('Text of service.yml').waitFor();
    const cut = await visit(fragment.slice(0, 80));
    await cut.getByText('The link is cut').waitFor();
  });

  test('speaks Japanese to those whose browser does, or who ask for it', async () => {
    const page = await visit('', { locale: 'ja-JP', colorScheme: 'dark' });
    await page.getByRole('button', { name: '4 件を修正…' }).click();
    await page.getByRole('dialog', { name: '変更内容' }).waitFor();
    await picture(page, 'japanese-dark');
    await page.getByRole('button', { name: '破棄' }).click();
    await page.getByLabel('言語').selectOption('en');
    await page.getByRole('heading', { name: 'Findings' }).waitFor();
    await page.locator('html[lang=en]').waitFor();
  });

  test('draws what sessions depend on', async () => {
    const page = await visit();
    await example(page, 'set');
    await page.getByText('Diagram', { exact: true }).click();
    const drawing = page.getByRole('img', { name: 'Diagram' });
    await drawing.getByText('ShopRole').waitFor();
    await drawing.scrollIntoViewIfNeeded();
    await picture(page, 'diagram');
    await page.getByText('Mermaid source').click();
    await page.getByText('flowchart LR').waitFor();
  });

  test('can be used by keyboard alone', async () => {
    const page = await visit();
    await page.getByText('4 errors, 1 warning').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Fix 4 findings…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await page.locator(':focus').textContent()).toBe('Apply');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing found.').waitFor();
    await page.getByLabel('Text of stack.yml').focus();
    await page.keyboard.press('Tab');
    expect(await page.locator('.editor :focus').count()).toBe(0);
  });

  test.each([
    ['light', 1360],
    ['dark', 1360],
    ['light', 390],
  ] as const)('has nothing that axe objects to: %s, %i wide', async (colorScheme, width) => {
    const page = await visit('', { colorScheme, viewport: { width, height: 860 }, bypassCSP: true });
    await page.getByText('4 errors, 1 warning').waitFor();
    await page.locator('.readiness summary').click();
    await picture(page, `${colorScheme}-${width}`);
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fix 4 findings…' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await objections(page)).toEqual([]);
  });

  test('answers whether sessions open and are recorded, and says what no template shows', async () => {
    const page = await visit('');
    await page.getByText('4 errors, 1 warning').waitFor();
    const service = page.locator('.readiness summary');
    expect(await service.textContent()).toContain('opens: no · recorded: no');
    await service.click();
    expect(await page.locator('.readiness .outside').textContent()).toContain('SCPs');
  });

  test('shows hostile text as text', async () => {
    const page = await visit();
    const id = '<img src=x onerror=document.title=1>';
    await retype(
      page,
      JSON.stringify({ Resources: { [id]: { Type: 'AWS::ECS::Service', Properties: {} } } }),
    );
    await page.getByRole('region', { name: 'Readiness' }).getByRole('strong').getByText(id).waitFor();
    expect(await page.title()).toBe('ecs-exec-lint playground');
    expect(await page.locator('img').count()).toBe(0);
  });

  test('asked nobody for anything, and complained of nothing', () => {
    const asked = visits.flatMap(each => each.requests);
    expect(asked.filter(each => !/^(?:file|blob):/.test(each))).toEqual([]);
    expect(visits.flatMap(each => each.complaints)).toEqual([]);
  });
});

async function example(page: Page, name: string): Promise<void> {
  await page.getByLabel('Example').selectOption(name);
}

/** Replaces the whole text of the template that is shown, as a person would. */
async function retype(page: Page, text: string): Promise<void> {
  await page.locator('.editor .cm-content').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

async function objections(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(`axe.run(document, { preload: false }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(node => id + ': ' + node.html + ' ' + node.failureSummary)))`);
}

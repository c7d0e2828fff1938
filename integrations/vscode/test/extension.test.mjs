import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startCode } from '../code-server.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const PICTURES = join(ROOT, 'editors', 'vscode', 'screenshots');
const CHROMIUM = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  each => each !== '' && existsSync(each),
);
const MESSAGES = { timeout: 60_000 };

const FAULTY = readFileSync(join(ROOT, 'fixtures', 'whole', 'fargate-stack.yml'), 'utf8');
const [, ON_SAVE] =
  /To apply safe\s+fixes on save:\n\n```json\n([\s\S]*?)```/.exec(
    readFileSync(join(ROOT, 'docs', 'editors.md'), 'utf8'),
  ) ?? [];

const FILES = {
  'stack.yml': FAULTY,
  'saved.yml': FAULTY,
  'stack.template': FAULTY,
  'stack.json': readFileSync(join(ROOT, 'fixtures', 'whole', 'fargate-stack.json'), 'utf8'),
  'system/cluster.yml': `Resources:
  Cluster:
    Type: AWS::ECS::Cluster
Outputs:
  Cluster:
    Value: !Ref Cluster
    Export: { Name: shared-cluster }
`,
  'system/service.yml': `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !ImportValue shared-cluster
      TaskDefinition: web
      EnableExecuteCommand: true
`,
};

test('the extension in Visual Studio Code', {
  skip: CHROMIUM === undefined && 'there is no Chromium',
}, async t => {
  let code;
  let browser;
  let page;

  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    code = await startCode(FILES, JSON.parse(ON_SAVE));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(code.address);
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor(MESSAGES);
  });
  after(async () => {
    await browser?.close();
    await code?.stop();
  });

  const picture = name => page.screenshot({ path: join(PICTURES, `${name}.png`) });

  async function open(file) {
    const name = file.split('/').at(-1);
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').fill(file);
    await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${name}"]`).first().click(MESSAGES);
    await page.locator('.tab.active').filter({ hasText: name }).waitFor(MESSAGES);
  }

  async function goTo(line, column) {
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Presses a key until something is there: a busy editor may take it for a moment later. */
  async function pressUntil(key, wanted) {
    for (let left = 20; left > 0; left--) {
      await page.keyboard.press(key);
      const isThere = await wanted.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await page.keyboard.press('Escape');
    }
    await picture('failed');
    throw new Error(`In vain: ${key}`);
  }

  /** The rows of the list of problems, once they are so. */
  async function problems(isSo) {
    let rows = [];
    for (let left = 150; left > 0; left--) {
      rows = await page.locator('.markers-panel .monaco-list-row').allTextContents();
      if (isSo(rows)) return rows;
      await sleep(200);
    }
    await picture('failed');
    throw new Error(`In vain: ${isSo}\n${rows.join('\n')}`);
  }

  const about = (rows, rule) => rows.some(each => each.includes(rule));

  await t.test('lists what is wrong, with the places that have to do with it', async () => {
    await open('stack.yml');
    await page.keyboard.press('Control+Shift+M');
    const rows = await problems(each => about(each, 'task-role-lacks-ssmmessages'));
    assert.ok(
      rows.some(each => /^stack\.yml\[Ln 48, Col 20\]:.*has `TaskRole` as its task role/.test(each)),
      rows.join('\n'),
    );
    for (const rule of ['logging-not-overridden', 'exec-not-enabled', 'ssmmessages-on-execution-role'])
      assert.ok(about(rows, rule), rule);
    await picture('problems');
  });

  await t.test('says beside the language how many services are ready', async () => {
    await page.locator('#status\\.languageStatus').click();
    await page.getByText('0 of 1 services ready').waitFor(MESSAGES);
    await picture('status');
    await page.keyboard.press('Escape');
  });

  await t.test('tells in a hover whether sessions open and are recorded', async () => {
    await open('stack.yml');
    await goTo(22, 4);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover').getByText('service Service is not ready').waitFor(MESSAGES);
    await page.locator('.monaco-hover').getByText('opens: no · recorded: no').waitFor(MESSAGES);
    await picture('hover');
    await page.keyboard.press('Escape');
  });

  await t.test('offers a quick fix wherever the cursor is on the line', async () => {
    await goTo(22, 11);
    const action = page.locator('.action-widget').getByText('Set `EnableExecuteCommand` to true');
    await pressUntil('Control+.', action);
    await picture('quick-fix');
    await action.click();
    await problems(rows => !about(rows, 'exec-not-enabled'));
  });

  await t.test('fixes all that is safe on save, as the page about editors sets it', async () => {
    await open('saved.yml');
    await problems(rows => about(rows, 'exec-not-enabled'));
    await page.keyboard.press('Control+S');
    const { stdout } = spawnSync(process.execPath, [join(ROOT, 'dist', 'cli.cjs'), '--fix', '-'], {
      input: FAULTY,
      encoding: 'utf8',
    });
    for (let left = 150; left > 0 && read('saved.yml') === FAULTY; left--) await sleep(200);
    assert.equal(read('saved.yml'), stdout);
    await picture('fixed');
  });

  await t.test('checks JSON, and templates of any name', async () => {
    await open('stack.json');
    await problems(
      rows => rows.some(each => each.startsWith('stack.json')) && about(rows, 'exec-not-enabled'),
    );
    await open('stack.template');
    await problems(rows => rows.some(each => each.startsWith('stack.template')));
  });

  await t.test('checks several templates as one system', async () => {
    // What is not saved would have Visual Studio Code ask.
    await open('stack.yml');
    await page.keyboard.press('Control+S');
    await problems(rows => !rows.some(each => each.startsWith('stack.yml')));
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+W');
    await open('system/service.yml');
    await problems(
      rows => rows.some(each => each.startsWith('cluster.yml')) && about(rows, 'logging-not-overridden'),
    );
    await picture('system');
  });

  function read(file) {
    return readFileSync(join(code.folder, file), 'utf8');
  }
});

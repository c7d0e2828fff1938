import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const ROOT: string = fileURLToPath(new URL('../..', import.meta.url));

/** A browser of the machine; `CHROMIUM` names another. */
export const CHROMIUM: string | undefined = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(each => each !== '' && existsSync(each));

export const PLAYGROUND: string = pathToFileURL(join(ROOT, 'site', 'dist', 'index.html')).href;

const PICTURES: string = join(ROOT, 'site', 'screenshots');

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** The playground as opened from the file system, with whatever it did wrong or asked for. */
export interface Opened {
  readonly page: Page;
  /** What the page wrote to its console, and what it threw. */
  readonly complaints: readonly string[];
  /** Addresses that it asked for. */
  readonly requests: readonly string[];
}

export async function open(
  browser: Browser,
  fragment: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 860 },
    locale: 'en-GB',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => requests.push(request.url()));
  await page.goto(PLAYGROUND + fragment);
  return { page, complaints, requests };
}

/** Keeps a picture for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

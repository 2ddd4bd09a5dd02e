import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';

/** Where screenshots are kept, for people to look at. */
const ARTIFACTS = join(__dirname, '../artifacts');

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

export const LAPTOP: Look = { width: 1280, height: 720, scheme: 'light' };

/** A page of a fresh browser, and what went wrong in it. */
export interface Visit {
  readonly page: Page;
  /** Errors that the page threw or wrote to its console. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** The browser that the distribution brings; nothing is downloaded. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['SLUICE_E2E_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

export async function visit(browser: Browser, look: Look = LAPTOP): Promise<Visit> {
  const { width, height, scheme } = look;
  const context = await browser.newContext({
    baseURL: setting('SLUICE_E2E_URL'),
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults, close: () => context.close() };
}

export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('E-mail').fill(setting('SLUICE_E2E_EMAIL'));
  await page.getByRole('textbox', { name: 'Password' }).fill(setting('SLUICE_E2E_PASSWORD'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/workflows');
}

export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTIFACTS, `${name}.png`) });
}

/** Drags from the middle of one thing to the middle of another, as a hand would. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 6 });
  await page.mouse.move(end.x, end.y, { steps: 6 });
}

/** The way out or in of a step on the canvas. */
export function port(page: Page, stepId: string, side: 'source' | 'target', name: string): Locator {
  return page.locator(`[data-step="${stepId}"] .react-flow__handle.${side}[data-handleid="${name}"]`);
}

/** Creates a workflow of a name that is not taken, and opens it. */
export async function createWorkflow(page: Page, begin: 'Ask my documents' | 'Blank'): Promise<string> {
  const name = `${begin} ${Math.random().toString(36).slice(2, 8)}`;
  await page.goto('/workflows');
  await page.getByRole('button', { name: 'New workflow' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New workflow' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('radio', { name: begin }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/workflows\/[0-9a-f-]{36}$/);
  await page.getByTestId('canvas').waitFor();
  return name;
}

/** Makes a workflow of a document in JSON or YAML under a name that is not taken, and opens it. */
export async function createFromDocument(page: Page, name: string, text: string): Promise<string> {
  const unique = `${name} ${Math.random().toString(36).slice(2, 8)}`;
  await page.goto('/workflows');
  await page.getByRole('button', { name: 'New workflow' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New workflow' });
  await dialog.getByRole('radio', { name: 'A document' }).click();
  await dialog.getByRole('textbox', { name: 'Document' }).fill(text);
  await dialog.getByLabel('Name').fill(unique);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/workflows\/[0-9a-f-]{36}$/);
  await page.locator('[data-step]').first().waitFor();
  return unique;
}

/** What axe finds against WCAG 2 A and AA, once messages that fade have gone: half faded, nobody could read them. */
export async function violations(page: Page): Promise<readonly string[]> {
  await waitForCount(page.locator('.mantine-Notification-root'), 0);
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  return found.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** Waits until there are so many of something. */
export async function waitForCount(things: Locator, count: number): Promise<void> {
  const end = Date.now() + 20_000;
  while ((await things.count()) !== count) {
    if (Date.now() > end) throw new Error(`${await things.count()} instead of ${count}: ${String(things)}`);
    await things.page().waitForTimeout(50);
  }
}

async function middleOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`Not on the page: ${String(target)}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; the browser tests need a running product.`);
  return value;
}

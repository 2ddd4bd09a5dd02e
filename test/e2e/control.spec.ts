import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import { keepScreenshot, launch, signIn, visit } from './browser.js';
import { longFile } from './long-file.js';

jest.setTimeout(240_000);

describe('controlling an execution from the page', () => {
  let browser: Browser;
  let here: Visit;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser);
    await signIn(here.page);
  });

  afterAll(() => browser.close());

  it('pauses, and goes on to the end when resumed', async () => {
    const { page } = here;
    await startLongRun(page, 'a');
    await page.getByRole('button', { name: 'Pause' }).click();
    await status(page, 'Paused').waitFor();
    await keepScreenshot(page, 'execution-paused');
    await page.getByRole('button', { name: 'Resume' }).click();
    await status(page, 'Completed').waitFor({ timeout: 120_000 });
  });

  it('cancels after asking', async () => {
    const { page } = here;
    await startLongRun(page, 'b');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Cancel the execution' }).click();
    await status(page, 'Cancelled').waitFor({ timeout: 60_000 });
    await keepScreenshot(page, 'execution-cancelled');
  });
});

function status(page: Page, word: string) {
  return page.getByRole('status').filter({ hasText: word });
}

/** A run over documents that are new and big enough to keep it busy for some seconds. */
async function startLongRun(page: Page, salt: string): Promise<void> {
  await page.goto('/workflows');
  await page.getByRole('button', { name: 'Run Ask my documents', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Question').fill('What is written about rivers?');
  await page.setInputFiles(
    'input[type=file]',
    Array.from({ length: 12 }, (_, index) => longFile(`${salt}-${index}`)),
  );
  await dialog.getByLabel('Uploaded').nth(11).waitFor({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL('**/executions/*');
}

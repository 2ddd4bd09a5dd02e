import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import { createWorkflow, keepScreenshot, launch, signIn, visit, waitForCount } from './browser.js';

jest.setTimeout(120_000);

const cyclic = `schemaVersion: 1
steps:
  - { id: a, type: search, colour: red }
`;

describe('the workflows', () => {
  let browser: Browser;
  let here: Visit;
  let name: string;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser);
    await signIn(here.page);
    name = await createWorkflow(here.page, 'Blank');
  });

  afterAll(() => browser.close());

  it('refuse a document with mistakes, and name each with its place', async () => {
    const { page } = here;
    await page.goto('/workflows');
    await page.getByRole('button', { name: 'New workflow' }).click();
    const dialog = page.getByRole('dialog', { name: 'New workflow' });
    await dialog.getByRole('radio', { name: 'A document' }).click();
    await dialog.getByRole('textbox', { name: 'Document' }).fill(cyclic);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByRole('alert').getByText('/steps/0/colour').waitFor();
    await keepScreenshot(page, 'import-refused');
    await page.keyboard.press('Escape');
  });

  it('are found by name', async () => {
    const { page } = here;
    await page.getByLabel('Search workflows').fill(name);
    await cards(page, 1);
    await page.getByLabel('Search workflows').fill('no workflow is called like this');
    await page.getByText('No workflow fits').waitFor();
  });

  it('are duplicated, and deleted after asking', async () => {
    const { page } = here;
    await page.getByLabel('Search workflows').fill(name);
    await cards(page, 1);
    await page.getByRole('button', { name: `More for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await page.waitForURL(/\/workflows\/[0-9a-f-]{36}$/);
    await page.goto('/workflows');
    await page.getByLabel('Search workflows').fill(name);
    await cards(page, 2);
    await page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await cards(page, 1);
  });

  it('say when the API is away, and load again once it is back', async () => {
    const { page } = here;
    await page.route('**/{graphql,readyz}', (route) => route.abort());
    await page.getByLabel('Search workflows').fill('away');
    const banner = page.getByRole('alert').filter({ hasText: 'The API cannot be reached. What you see' });
    await banner.waitFor();
    await keepScreenshot(page, 'api-away');
    await page.unroute('**/{graphql,readyz}');
    await banner.getByRole('button', { name: 'Try now' }).click();
    await banner.waitFor({ state: 'detached' });
    await page.getByText('No workflow fits').waitFor();
  });
});

function cards(page: Page, count: number): Promise<void> {
  return waitForCount(page.getByRole('article'), count);
}

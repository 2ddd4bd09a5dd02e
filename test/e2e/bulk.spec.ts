import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import {
  createFromDocument,
  keepScreenshot,
  launch,
  signIn,
  violations,
  visit,
  waitForCount,
} from './browser.js';

jest.setTimeout(120_000);

const budget = `
schemaVersion: 1
inputs:
  name: { type: string, required: true }
  amount: { type: number, required: true }
  currency: { type: string, default: EUR }
steps:
  - id: check
    type: validation
    name: Within the budget?
    configuration:
      value: '{{ input.amount }}'
      schema: { type: number, maximum: 1000 }
      failWhenInvalid: true
    retry: { maximumAttempts: 1 }
  - id: order
    type: transform
    name: Order
    configuration: { values: { text: "'Ordered for ' + input.name" } }
connections:
  - { sourceStep: check, targetStep: order }
`;

describe('running a workflow over a table', () => {
  let browser: Browser;
  let here: Visit;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser);
    await signIn(here.page);
    await createFromDocument(here.page, 'Budget', budget);
  });

  afterAll(() => browser.close());

  it('shows what is wrong with the rows, by their lines, and starts nothing', async () => {
    const { page } = here;
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Publish and run' }).click();
    const dialog = page.getByRole('dialog', { name: /^Run / });
    await dialog.getByText('A table of inputs').click();
    await choose(page, 'Name,Sum,Note\nAnn,10,x\n\nBo,many,y\n');
    await dialog.getByText('is needed, and no column gives it').waitFor();
    await dialog.getByRole('combobox', { name: 'Input for the column Sum' }).click();
    await page.getByRole('option', { name: 'amount' }).click();
    await dialog.getByText('1 row cannot be run').waitFor();
    await dialog.getByText('Line 4:').waitFor();
    expect(await dialog.getByRole('button', { name: 'Run 2 rows' }).isDisabled()).toBe(true);
    await keepScreenshot(page, 'bulk-mistakes');
    expect(await violations(page)).toEqual([]);
  });

  it('runs each row, and tells what came of it', async () => {
    const { page } = here;
    const dialog = page.getByRole('dialog', { name: /^Run / });
    await dialog.getByRole('button', { name: 'Choose another table' }).click();
    await choose(page, 'Name,Amount,Note\nAnn,10,x\nBo,5000,y\nCy,20,z\n');
    await dialog.getByText('every row gets "EUR"').waitFor();
    await keepScreenshot(page, 'bulk-form');
    await dialog.getByRole('button', { name: 'Run 3 rows' }).click();
    await page.waitForURL('**/executions/*');
    await page.getByRole('status').filter({ hasText: 'Failed' }).waitFor({ timeout: 60_000 });
    await page.getByText('3 of 3 rows', { exact: true }).waitFor();
    await keepScreenshot(page, 'bulk-ended');
    await page.getByText('Failed (1)').click();
    await waitForCount(rows(page), 1);
    await rows(page).getByRole('button', { name: 'Row 2' }).click();
    const panel = page.getByRole('complementary', { name: 'Row' });
    await panel.getByText('“Within the budget?” failed').waitFor();
    await panel.getByText('5,000').waitFor();
    expect(await page.locator('[data-step="check"]').getAttribute('data-status')).toBe('FAILED');
    await keepScreenshot(page, 'bulk-row');
    expect(await violations(page)).toEqual([]);
  });

  it('hands out the results', async () => {
    const { page } = here;
    await page.getByRole('button', { name: 'Download results' }).click();
    const arrives = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'As JSON lines' }).click();
    const lines = readFileSync(await (await arrives).path(), 'utf8')
      .trim()
      .split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { status: string }).status)).toEqual([
      ...['completed', 'failed', 'completed'],
    ]);
  });

  it('runs the rows that failed again after saying how many', async () => {
    const { page } = here;
    const first = page.url();
    await page.getByRole('button', { name: 'Run the failed rows again (1)' }).click();
    await page
      .getByRole('dialog', { name: 'Run 1 row again?' })
      .getByRole('button', { name: 'Run 1 row' })
      .click();
    await page.waitForURL((url) => url.href !== first);
    await page.getByText('1 of 1 rows have ended').waitFor({ timeout: 60_000 });
    await page
      .getByText(/, rerun of/)
      .getByRole('link', { name: /^Budget/ })
      .last()
      .click();
    await page.waitForURL(first);
  });

  it('threw no error on the way', () => {
    expect(here.faults).toEqual([]);
  });
});

function rows(page: Page) {
  return page.getByRole('table', { name: 'Rows' }).locator('tbody tr');
}

async function choose(page: Page, text: string): Promise<void> {
  const file = { name: 'budget.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByTestId('table-input').setInputFiles(file);
}

import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import { createFromDocument, keepScreenshot, launch, signIn, violations, visit } from './browser.js';

jest.setTimeout(120_000);

const checks = `
schemaVersion: 1
inputs:
  amount: { type: number, default: 5000 }
steps:
  - id: sane
    type: validation
    name: A number at all?
    configuration: { value: '{{ input.amount }}', schema: { type: number }, failWhenInvalid: true }
    retry: { maximumAttempts: 1 }
  - id: low
    type: validation
    name: Within the budget?
    configuration: { value: '{{ input.amount }}', schema: { type: number, maximum: 1000 }, failWhenInvalid: true }
    retry: { maximumAttempts: 1 }
connections:
  - { sourceStep: sane, targetStep: low }
`;

describe('rerunning an execution', () => {
  let browser: Browser;
  let here: Visit;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser);
    const { page } = here;
    await signIn(page);
    await createFromDocument(page, 'Checks', checks);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Publish and run' }).click();
    await page
      .getByRole('dialog', { name: /^Run / })
      .getByRole('button', { name: 'Run', exact: true })
      .click();
    await page.waitForURL('**/executions/*');
    await status(page, 'Failed').waitFor({ timeout: 60_000 });
  });

  afterAll(() => browser.close());

  it('shows beforehand what will run and what is taken over, by where it starts', async () => {
    const { page } = here;
    await page.getByRole('button', { name: 'Rerun…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Rerun / });
    await dialog.getByText('1 step runs again').waitFor();
    await dialog.getByText('1 step is taken over').waitFor();
    await dialog.getByText('It failed before.').waitFor();
    await keepScreenshot(page, 'rerun-dialog');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('radio', { name: 'The beginning' }).click();
    await dialog.getByText('2 steps run again').waitFor();
    await dialog.getByText('All of it is done again.').first().waitFor();
    await dialog.getByRole('radio', { name: 'A step' }).click();
    await dialog.getByRole('combobox', { name: 'Step to start from' }).click();
    await page.getByRole('option', { name: 'Within the budget? (failed)' }).click();
    await dialog.getByText('It is where the rerun starts.').waitFor();
    await keepScreenshot(page, 'rerun-from-a-step');
  });

  it('opens the new execution, which says what it took over and from where', async () => {
    const { page } = here;
    const first = page.url();
    await page.getByRole('button', { name: 'Start the rerun' }).click();
    await page.waitForURL((url) => url.href !== first);
    await page.getByText(/, rerun of/).waitFor();
    await status(page, 'Failed').waitFor({ timeout: 60_000 });
    await page.locator('[data-step="sane"]').getByText('taken over').waitFor();
    await page.getByRole('img', { name: 'Taken over' }).waitFor();
    await keepScreenshot(page, 'rerun-ended');
    await page
      .getByText(/, rerun of/)
      .getByRole('link', { name: /^Checks/ })
      .last()
      .click();
    await page.waitForURL(first);
  });

  it('starts from a step that is shown', async () => {
    const { page } = here;
    await page.locator('[data-step="sane"]').click();
    await page.getByRole('button', { name: 'Rerun from here…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Rerun / });
    await dialog.getByText('2 steps run again').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('threw no error on the way', () => {
    expect(here.faults).toEqual([]);
  });
});

function status(page: Page, word: string) {
  return page.getByRole('status').filter({ hasText: word });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import { createFromDocument, keepScreenshot, launch, signIn, violations, visit } from './browser.js';

jest.setTimeout(120_000);

describe('what people decide while an execution waits', () => {
  let browser: Browser;
  let here: Visit;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser);
    await signIn(here.page);
  });

  afterAll(() => browser.close());

  it('says at the top that it needs somebody, and asks the question', async () => {
    const { page } = here;
    await runExample(page, 'ask-a-person');
    await status(page, 'Waiting').waitFor();
    await page.getByRole('region', { name: 'Needs you' }).getByRole('button', { name: 'Decide' }).click();
    const card = page.getByRole('region', { name: 'A decision is needed' });
    await card.getByText('A new desk costs 450. Shall we pay it?').waitFor();
    await card.getByText('Everybody who sees this execution may decide.').waitFor();
    await card.getByText(/^Until /).waitFor();
    await keepScreenshot(page, 'approval');
    expect(await violations(page)).toEqual([]);
  });

  it('goes on once it is approved, and keeps who said what', async () => {
    const { page } = here;
    await page.getByLabel('Comment').fill('Fine with me.');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await status(page, 'Completed').waitFor();
    await page.getByRole('region', { name: 'Needs you' }).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: /^Log/ }).click();
    await page
      .getByRole('log')
      .getByText(/approved "ask": Fine with me\./)
      .waitFor();
    const declined = page.locator('[data-step="decline"]');
    expect(await declined.getAttribute('data-status')).toBe('SKIPPED');
    await declined.getByText(/^Skipped because/).waitFor();
    await keepScreenshot(page, 'approved');
  });

  it('lets a blocked step be tried again with other settings', async () => {
    const { page } = here;
    await runExample(page, 'block-until-somebody-decides');
    await status(page, 'Blocked').waitFor();
    await page.getByRole('region', { name: 'Needs you' }).getByRole('button', { name: 'Look at it' }).click();
    const card = page.getByRole('region', { name: 'This step is blocked' });
    await card.getByText('VALIDATION_FAILED').waitFor();
    expect(await violations(page)).toEqual([]);
    await card.getByRole('button', { name: 'Retry…' }).click();
    await card.getByRole('textbox', { name: 'JSON Schema' }).fill('{ "type": "number", "maximum": 10000 }');
    await keepScreenshot(page, 'blocked-retry');
    await card.getByRole('button', { name: 'Retry with these settings' }).click();
    await status(page, 'Completed').waitFor();
    await page.getByText('attempt 2').waitFor();
    await page.getByRole('region', { name: 'Attempts before' }).getByText('Attempt 1').waitFor();
    await page.getByRole('tab', { name: /^Log/ }).click();
    await page
      .getByRole('log')
      .getByText(/retried "check" with changed settings/)
      .waitFor();
  });

  it('lets a blocked step be skipped with an output in its place', async () => {
    const { page } = here;
    await runExample(page, 'block-until-somebody-decides');
    await page.getByRole('region', { name: 'Needs you' }).getByRole('button', { name: 'Look at it' }).click();
    const card = page.getByRole('region', { name: 'This step is blocked' });
    await card.getByRole('button', { name: 'Skip…' }).click();
    await card.getByText('With an output').click();
    await card.getByLabel('Valid').check();
    await keepScreenshot(page, 'blocked-skip');
    await card.getByRole('button', { name: 'Skip the step' }).click();
    await status(page, 'Completed').waitFor();
    await page.getByRole('button', { name: 'Close the step' }).click();
    await page.getByText('Ordered.', { exact: true }).first().waitFor();
  });

  it('sends an event that a step waits for', async () => {
    const { page } = here;
    await runExample(page, 'wait-for-an-event');
    await status(page, 'Waiting').waitFor();
    await page
      .getByRole('region', { name: 'Needs you' })
      .getByRole('button', { name: 'Open', exact: true })
      .click();
    const card = page.getByRole('region', { name: 'Waits for an event' });
    await card.getByLabel('Payload').fill('{ "amount": 12 }');
    await keepScreenshot(page, 'event');
    await card.getByRole('button', { name: 'Send the event' }).click();
    await status(page, 'Completed').waitFor();
  });

  it('threw no error on the way', () => {
    expect(here.faults).toEqual([]);
  });
});

function status(page: Page, word: string) {
  return page.getByRole('status').filter({ hasText: word });
}

/** Makes a workflow of an example's document, publishes it and runs it with its defaults. */
async function runExample(page: Page, name: string): Promise<void> {
  const text = readFileSync(join(__dirname, `../../examples/${name}.yaml`), 'utf8');
  await createFromDocument(page, name, text);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Publish and run' }).click();
  await page.getByRole('dialog', { name: /^Run / }).getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForURL('**/executions/*');
}

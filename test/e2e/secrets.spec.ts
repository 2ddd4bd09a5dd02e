import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import { keepScreenshot, LAPTOP, launch, scrollsSideways, signIn, violations, visit } from './browser.js';

jest.setTimeout(90_000);

const VALUE = 'Bearer shown-to-nobody';

describe.each(['light', 'dark'] as const)('secrets, %s', (scheme) => {
  let browser: Browser;
  let here: Visit;
  let page: Page;
  const name = `orders-${scheme}`;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser, { ...LAPTOP, scheme });
    ({ page } = here);
    await signIn(page);
    await page.getByRole('link', { name: 'Secrets' }).click();
    await page.getByRole('heading', { name: 'Secrets', exact: true }).waitFor();
  });
  afterAll(() => browser.close());

  const row = () => page.getByRole('row').filter({ hasText: name });
  const inspect = async (screen: string) => {
    await page.waitForTimeout(500);
    await keepScreenshot(page, `${screen}-1280-${scheme}`);
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  };

  it('can be stored, and a value is not shown again', async () => {
    await inspect('secrets-none');
    await page.getByRole('button', { name: 'Add a secret' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add a secret' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('textbox', { name: 'Value' }).fill(VALUE);
    await dialog.getByRole('combobox', { name: 'Sent to' }).fill('https://api.example.org/');
    await dialog.getByRole('button', { name: 'Store' }).click();
    await dialog.getByRole('alert').getByText('without https://').waitFor();
    await inspect('secret-dialog');
    await dialog.getByRole('combobox', { name: 'Sent to' }).press('Backspace');
    await dialog.getByRole('combobox', { name: 'Sent to' }).fill('api.example.org');
    await dialog.getByRole('button', { name: 'Store' }).click();
    await row().getByText('api.example.org').waitFor();
    await inspect('secrets');
    expect(await page.content()).not.toContain('shown-to-nobody');
  });

  it('can be replaced, and deleted after a question', async () => {
    await row()
      .getByRole('button', { name: `Replace ${name}` })
      .click();
    const dialog = page.getByRole('dialog', { name: `Replace “${name}”` });
    await dialog.getByRole('textbox', { name: 'Header' }).fill('X-Api-Key');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('another value');
    await dialog.getByRole('button', { name: 'Replace' }).click();
    await row().getByText('x-api-key').waitFor();

    await row()
      .getByRole('button', { name: `Delete ${name}` })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await row().waitFor({ state: 'detached' });
  });

  it('threw no error on the way', () => {
    expect(here.faults).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import type { Look } from './browser.js';
import { keepScreenshot, LAPTOP, launch, scrollsSideways, signIn, violations, visit } from './browser.js';

jest.setTimeout(120_000);

const looks: readonly (readonly [string, Look])[] = [
  ['1280-light', LAPTOP],
  ['1280-dark', { ...LAPTOP, scheme: 'dark' }],
  ['1920-light', { width: 1920, height: 1080, scheme: 'light' }],
  ['1920-dark', { width: 1920, height: 1080, scheme: 'dark' }],
];

describe('every screen', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(() => browser.close());

  it.each(looks)('fits, and can be used without seeing or pointing: %s', async (label, look) => {
    const { page, faults, close } = await visit(browser, look);
    const complaints: string[] = [];
    const inspect = async (screen: string) => {
      await page.waitForTimeout(900);
      await keepScreenshot(page, `${screen}-${label}`);
      complaints.push(...(await violations(page)).map((text) => `${screen}: ${text}`));
      if (await scrollsSideways(page)) complaints.push(`${screen}: the page scrolls sideways`);
    };

    await page.goto('/');
    await page.getByLabel('E-mail').waitFor();
    await inspect('sign-in');
    await signIn(page);
    await page.getByRole('article').first().waitFor();
    await inspect('workflows');
    await page.getByRole('link', { name: 'Ask my documents', exact: true }).click();
    await page.locator('[data-step]').first().waitFor();
    await inspect('designer-whole');
    await page.locator('[data-step]').nth(3).click();
    await inspect('designer-step');
    await page.goto('/documents');
    await page.getByRole('table').waitFor();
    await inspect('documents');
    await page.goto('/nowhere');
    await page.getByText('There is nothing here').waitFor();
    await inspect('not-found');

    expect(complaints).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});

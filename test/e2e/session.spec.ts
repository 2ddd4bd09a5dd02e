import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import { launch, signIn, visit } from './browser.js';

jest.setTimeout(60_000);

const KEPT_AS = 'sluice.session';

describe('a session in the browser', () => {
  let browser: Browser;
  let here: Visit;
  let other: Page;
  let renewals = 0;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser);
    await signIn(here.page);
    other = await here.page.context().newPage();
    await other.goto('/workflows');
    here.page.context().on('request', (request) => {
      if (request.postData()?.includes('refreshSession')) renewals += 1;
    });
  });

  afterAll(() => browser.close());

  it('is renewed once when two tabs find its token expired', async () => {
    for (const round of [1, 2]) {
      await here.page.evaluate(expireToken, KEPT_AS);
      await Promise.all([here.page.reload(), other.reload()]);
      for (const page of [here.page, other])
        await page.getByRole('article').filter({ hasText: 'Ask my documents' }).first().waitFor();
      expect(renewals).toBe(round);
    }
  });

  it('ends in every tab when one signs out', async () => {
    await here.page.getByRole('button', { name: 'Administrator' }).click();
    await here.page.getByRole('menuitem', { name: 'Sign out' }).click();
    for (const page of [here.page, other]) await page.getByLabel('E-mail').waitFor();
  });

  it('threw no error on the way', () => {
    expect(here.faults).toEqual([]);
  });
});

/** Runs in the page. */
function expireToken(key: string): void {
  const { localStorage } = globalThis as unknown as { readonly localStorage: KeptTexts };
  const session = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
  localStorage.setItem(key, JSON.stringify({ ...session, expiresAt: new Date(0).toISOString() }));
}

interface KeptTexts {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, text: string) => void;
}

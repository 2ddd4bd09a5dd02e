import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Visit } from './browser.js';
import { keepScreenshot, launch, signIn, violations, visit } from './browser.js';
import { longFile } from './long-file.js';

jest.setTimeout(120_000);

const documents = join(__dirname, '../../examples/documents');
const question = 'How many days of notice does the service agreement need?';
const files = ['service-agreement.docx', 'annual-report.pdf'].map((name) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: readFileSync(join(documents, name)),
}));

describe('asking own documents', () => {
  let browser: Browser;
  let here: Visit;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser);
  });

  afterAll(() => browser.close());

  it('refuses a wrong password in words', async () => {
    const { page, close } = await visit(browser);
    await page.goto('/');
    await page.getByLabel('E-mail').fill('nobody@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill('wrong-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: 'E-mail or password is not right' }).waitFor();
    await close();
  });

  it('starts the sample over dropped files', async () => {
    const { page } = here;
    await signIn(page);
    await page.getByRole('button', { name: 'Run Ask my documents', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Question').fill(question);
    await page.setInputFiles('input[type=file]', [...files, longFile('c'), longFile('d')]);
    await dialog.getByLabel('Uploaded').nth(3).waitFor();
    await keepScreenshot(page, 'run-dialog');
    await dialog.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForURL('**/executions/*');
  });

  it('shows the steps change state while it runs', async () => {
    const { page } = here;
    const seen = new Set<string>();
    const done = page.getByRole('status').filter({ hasText: 'Completed' });
    while (!(await done.isVisible())) {
      for (const status of await page.locator('[data-step]').evaluateAll(statusesOf)) seen.add(status);
      await page.waitForTimeout(40);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['PENDING', 'COMPLETED']));
    const after = await page.locator('[data-step]').evaluateAll(statusesOf);
    expect(after.filter((status) => status === 'COMPLETED').length).toBeGreaterThanOrEqual(5);
    expect(after).not.toContain('PENDING');
  });

  it('answers with citations', async () => {
    const { page } = here;
    const answer = page.getByTestId('answer').first();
    await answer.waitFor();
    expect(await answer.innerText()).toContain('90 days');
    expect(await page.getByTestId('citation').count()).toBeGreaterThan(0);
    await keepScreenshot(page, 'execution-completed');
  });

  it('opens the cited passage with its place', async () => {
    const { page } = here;
    await page
      .getByTestId('answer')
      .first()
      .getByRole('button', { name: /^Source 1/ })
      .click();
    const drawer = page.getByRole('dialog');
    const marked = drawer.locator('mark');
    await marked.first().waitFor();
    expect((await marked.allInnerTexts()).join(' ')).toContain('90 days');
    expect(await drawer.getByTestId('passage-place').innerText()).not.toBe('');
    await keepScreenshot(page, 'citation');
    await drawer.getByRole('button', { name: 'Close' }).click();
  });

  it('logs every event once, in order', async () => {
    const { page } = here;
    await page.getByRole('tab', { name: /^Log/ }).click();
    const log = page.getByRole('log');
    await log.getByText('Execution completed.').waitFor();
    await keepScreenshot(page, 'execution-log');
  });

  it('tells why a step was skipped', async () => {
    const { page } = here;
    await page.getByRole('tab', { name: /^Steps/ }).click();
    await page.getByRole('row').filter({ hasText: 'Skipped' }).first().getByRole('button').click();
    await page
      .getByRole('complementary', { name: 'Step' })
      .getByText(/because/)
      .waitFor();
  });

  it('can be read by everyone, in light and in dark', async () => {
    const { page } = here;
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
    await keepScreenshot(page, 'execution-step-dark');
    await page.getByRole('button', { name: 'Light theme' }).click();
  });

  it('lists the execution with what was asked', async () => {
    const { page } = here;
    await page.getByRole('link', { name: 'Executions', exact: true }).first().click();
    await page.getByText(question).first().waitFor();
    await keepScreenshot(page, 'executions');
  });

  it('threw no error on the way', () => {
    expect(here.faults).toEqual([]);
  });
});

function statusesOf(steps: readonly { getAttribute: (name: string) => string | null }[]): string[] {
  return steps.map((step) => step.getAttribute('data-status') ?? '');
}

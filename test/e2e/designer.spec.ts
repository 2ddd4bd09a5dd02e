import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import {
  createWorkflow,
  drag,
  keepScreenshot,
  launch,
  port,
  signIn,
  visit,
  waitForCount,
} from './browser.js';

jest.setTimeout(120_000);

describe('the designer', () => {
  let browser: Browser;
  let here: Visit;
  let name: string;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser);
    await signIn(here.page);
    name = await createWorkflow(here.page, 'Ask my documents');
  });

  afterAll(() => browser.close());

  it('adds a step dragged from the palette', async () => {
    const { page } = here;
    const canvas = page.getByTestId('canvas');
    const box = await canvas.boundingBox();
    await page
      .locator('[data-type="condition"]')
      .dragTo(canvas, { targetPosition: { x: (box?.width ?? 0) * 0.4, y: (box?.height ?? 0) * 0.8 } });
    await page.locator('[data-step="condition"]').waitFor();
    await page.getByRole('heading', { name: 'Decide' }).waitFor();
    await page.getByText('Unsaved changes').waitFor();
  });

  it('sets its fields, and marks a mistake beside the step and at its characters', async () => {
    const { page } = here;
    await page.getByRole('button', { name: 'Add a case' }).click();
    await page.getByRole('textbox', { name: 'Port' }).fill('sure');
    await code(page, 'When').click();
    await page.keyboard.type('confidense > 0.5');
    await page
      .locator('[data-step="condition"]')
      .getByRole('img', { name: /1 error/ })
      .waitFor();
    await page.locator('[data-field="When"] .cm-lintRange-error', { hasText: 'confidense' }).waitFor();
    await keepScreenshot(page, 'designer-mistake');
  });

  it('runs nothing that has errors, and shows them', async () => {
    const { page } = here;
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Solve the errors first', { exact: true }).waitFor();
    const panel = page.getByRole('region', { name: 'Problems' });
    await panel.getByRole('button', { name: /confidense/ }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await panel.getByRole('button', { name: 'Close the problems' }).click();
  });

  it('lists problems, and jumps to the step from there', async () => {
    const { page } = here;
    await deselect(page);
    await page.getByRole('button', { name: '1 error' }).click();
    const panel = page.getByRole('region', { name: 'Problems' });
    await panel.getByRole('button', { name: /confidense/ }).click();
    await page.getByRole('heading', { name: 'Decide' }).waitFor();
    await keepScreenshot(page, 'designer-problems');
    await panel.getByRole('button', { name: 'Close the problems' }).click();
  });

  it('connects ports by dragging', async () => {
    const { page } = here;
    await deselect(page);
    await fit(page);
    await drag(page, port(page, 'find', 'source', 'out'), port(page, 'condition', 'target', 'in'));
    await page.mouse.up();
    await edges(page, 5);
  });

  it('refuses a connection that would make a circle, and says why', async () => {
    const { page } = here;
    await drag(page, port(page, 'answer', 'source', 'out'), port(page, 'read', 'target', 'in'));
    await page.getByText('That would make a circle').first().waitFor();
    await keepScreenshot(page, 'designer-refused');
    await page.mouse.up();
    await edges(page, 4 + 1);
  });

  it('completes the names known at a place', async () => {
    const { page } = here;
    await page.locator('[data-step="condition"]').click();
    await code(page, 'When').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('confi');
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'confidence' }).first().waitFor();
    await keepScreenshot(page, 'designer-completion');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' > 0.5');
    await page.getByRole('button', { name: 'No problems' }).waitFor();
  });

  it('puts a condition on a connection, and shows it as its label', async () => {
    const { page } = here;
    await page.locator('[data-step="find"]').click();
    await page.getByRole('tab', { name: 'Connections' }).click();
    await page.getByRole('button', { name: 'Add a condition' }).last().click();
    await code(page, 'Condition').click();
    await page.keyboard.type('result_count > 0');
    await page.locator('[data-connection]', { hasText: 'result_count > 0' }).waitFor();
    await keepScreenshot(page, 'designer-condition');
  });

  it('undoes and redoes', async () => {
    const { page } = here;
    await deselect(page);
    await page.keyboard.press('Control+z');
    await page.locator('[data-connection]').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await page.locator('[data-connection]').waitFor();
  });

  it('duplicates, copies, pastes and deletes by keys', async () => {
    const { page } = here;
    await page.locator('[data-step="condition"]').click();
    await page.keyboard.press('Control+d');
    await page.locator('[data-step="condition_2"]').waitFor();
    await page.keyboard.press('Delete');
    await page.locator('[data-step="condition_2"]').waitFor({ state: 'detached' });
    await deselect(page);
    await page.keyboard.press('Control+a');
    await page.getByText('6 steps selected').waitFor();
  });

  it('asks before unsaved changes are left behind', async () => {
    const { page } = here;
    await page.getByRole('link', { name: 'Documents' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(page.url()).toContain('/workflows/');
  });

  it('saves by key and keeps everything over a reload', async () => {
    const { page } = here;
    await page.keyboard.press('Control+s');
    await page
      .getByRole('status')
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    await page.reload();
    await page.locator('[data-connection]', { hasText: 'result_count > 0' }).waitFor();
    await page.locator('[data-step="condition"]').waitFor();
    await keepScreenshot(page, 'designer');
  });

  it('publishes and runs', async () => {
    const { page } = here;
    await page.getByRole('button', { name: 'Workflow settings' }).click();
    await page.getByLabel('Collection', { exact: true }).first().click();
    await page.getByRole('option', { name: 'Sample documents' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Publish and run' }).click();
    const dialog = page.getByRole('dialog', { name: `Run “${name}”` });
    await dialog.getByLabel('Question').fill('How many days of vacation does everyone get?');
    await dialog.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForURL('**/executions/*');
    await page.getByRole('status').filter({ hasText: 'Completed' }).waitFor({ timeout: 60_000 });
    await page.getByTestId('answer').first().waitFor();
  });

  it('threw no error on the way', () => {
    expect(here.faults).toEqual([]);
  });
});

function code(page: Page, field: string) {
  return page.locator(`[data-field="${field}"] .cm-content`);
}

function edges(page: Page, count: number): Promise<void> {
  return waitForCount(page.locator('.react-flow__edge'), count);
}

/** Clicks where nothing stands. */
async function deselect(page: Page): Promise<void> {
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 20 } });
  await page.waitForTimeout(250);
}

async function fit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fit View' }).click();
  await page.waitForTimeout(400);
}

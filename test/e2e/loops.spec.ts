import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import {
  createWorkflow,
  drag,
  keepScreenshot,
  launch,
  port,
  signIn,
  violations,
  visit,
  waitForCount,
} from './browser.js';

jest.setTimeout(120_000);

describe('a loop', () => {
  let browser: Browser;
  let here: Visit;

  beforeAll(async () => {
    browser = await launch();
    here = await visit(browser);
    await signIn(here.page);
    await createWorkflow(here.page, 'Blank');
  });

  afterAll(() => browser.close());

  it('is drawn as a frame, and takes a step that is dropped into it', async () => {
    const { page } = here;
    const canvas = page.getByTestId('canvas');
    await page.locator('[data-type="loop"]').dragTo(canvas, { targetPosition: { x: 200, y: 120 } });
    await page.locator('[data-of="loop"]', { hasText: 'Drop steps here' }).waitFor();
    await fit(page);
    await page.locator('[data-type="transform"]').dragTo(page.locator('[data-of="loop"]'), { force: true });
    await step(page, 'transform').waitFor();
    await untilStandsIn(page, 'transform', 'loop', true);
    await page.getByRole('tab', { name: 'Connections' }).click();
    expect(await page.getByRole('combobox', { name: 'Stands in' }).inputValue()).toBe('“Repeat”');
    await keepScreenshot(page, 'loop-drawn');
  });

  it('is set up by fields that suit how it repeats', async () => {
    const { page } = here;
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Add a value' }).click();
    await code(page, 'Value').click();
    await page.keyboard.type('loop.index * 10');
    await choose(page, 'loop');
    await page.getByRole('combobox', { name: 'How to repeat' }).click();
    await page.getByRole('option', { name: 'Times' }).click();
    await code(page, 'Items').waitFor({ state: 'detached' });
    await code(page, 'Times').click();
    await page.keyboard.type('3');
    await code(page, 'Result of a round').click();
    await page.keyboard.type('value_1');
    await page.getByRole('button', { name: 'No problems' }).waitFor();
    await page.getByText('Repeats 3 times').waitFor();
  });

  it('lets no connection cross its border', async () => {
    const { page } = here;
    await deselect(page);
    await fit(page);
    await page.locator('[data-type="merge"]').click();
    await step(page, 'merge').waitFor();
    await deselect(page);
    await fit(page);
    await drag(page, port(page, 'transform', 'source', 'out'), port(page, 'merge', 'target', 'in'));
    await page.getByText('cannot go into or out of a container').first().waitFor();
    await page.mouse.up();
    await waitForCount(page.locator('.react-flow__edge'), 0);
  });

  it('takes a step out after saying which connections go, and back again by undo', async () => {
    const { page } = here;
    await choose(page, 'transform');
    await page.keyboard.press('Control+d');
    await step(page, 'transform_2').waitFor();
    await deselect(page);
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.waitForTimeout(500);
    await drag(page, port(page, 'transform', 'source', 'out'), port(page, 'transform_2', 'target', 'in'));
    await page.mouse.up();
    await waitForCount(page.locator('.react-flow__edge'), 1);
    await choose(page, 'transform_2');
    await page.getByRole('tab', { name: 'Connections' }).click();
    await page.getByRole('combobox', { name: 'Stands in' }).click();
    await page.getByRole('option', { name: 'the workflow itself' }).click();
    const question = page.getByRole('dialog', { name: /out of the frame/ });
    await question.getByText('1 connection').waitFor();
    await keepScreenshot(page, 'loop-move-out');
    await question.getByRole('button', { name: 'Move', exact: true }).click();
    await waitForCount(page.locator('.react-flow__edge'), 0);
    await untilStandsIn(page, 'transform_2', 'loop', false);
    await deselect(page);
    await page.keyboard.press('Control+z');
    await waitForCount(page.locator('.react-flow__edge'), 1);
    await untilStandsIn(page, 'transform_2', 'loop', true);
    await choose(page, 'transform_2');
    await page.keyboard.press('Delete');
    await step(page, 'transform_2').waitFor({ state: 'detached' });
  });

  it('is deleted with what stands in it after asking', async () => {
    const { page } = here;
    await choose(page, 'loop');
    await page.keyboard.press('Delete');
    const question = page.getByRole('dialog', { name: /with what stands inside/ });
    await question.getByRole('button', { name: 'Delete 2 steps' }).click();
    await step(page, 'transform').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await step(page, 'transform').waitFor();
  });

  it('runs, and shows the round that is chosen', async () => {
    const { page } = here;
    await choose(page, 'merge');
    await page.keyboard.press('Delete');
    await step(page, 'merge').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Publish and run' }).click();
    await page
      .getByRole('dialog', { name: /^Run / })
      .getByRole('button', { name: 'Run', exact: true })
      .click();
    await page.waitForURL('**/executions/*');
    await page.getByRole('status').filter({ hasText: 'Completed' }).waitFor({ timeout: 60_000 });
    await page.getByText('3 of 3 rounds').first().waitFor();
    await page.getByRole('button', { name: 'Round 3, choose another' }).click();
    await keepScreenshot(page, 'loop-rounds');
    await page.getByRole('list', { name: 'Rounds' }).getByText('Round 2', { exact: true }).click();
    await choose(page, 'transform');
    const panel = page.getByRole('complementary', { name: 'Step' });
    await panel.getByText('loop[1]/transform').waitFor();
    await panel.getByText('10', { exact: true }).first().waitFor();
    await keepScreenshot(page, 'loop-completed');
  });

  it('can be read by everyone, in light and in dark', async () => {
    const { page } = here;
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
    await keepScreenshot(page, 'loop-completed-dark');
    await page.getByRole('button', { name: 'Light theme' }).click();
  });

  it('threw no error on the way', () => {
    expect(here.faults).toEqual([]);
  });
});

function step(page: Page, id: string) {
  return page.locator(`[data-step="${id}"]`);
}

function code(page: Page, field: string) {
  return page.locator(`[data-field="${field}"] .cm-content`);
}

/** Clicks a step by its icon: the middle of a frame belongs to what stands in it. */
async function choose(page: Page, id: string): Promise<void> {
  await step(page, id).click({ position: { x: 20, y: 20 } });
}

/** Whether a step is drawn within a frame. */
/** Steps move to their places, and frames grow and shrink with them. */
async function untilStandsIn(page: Page, id: string, frame: string, expected: boolean): Promise<void> {
  for (let tries = 0; (await standsIn(page, id, frame)) !== expected; tries += 1) {
    if (tries === 50)
      throw new Error(`"${id}" ${expected ? 'does not stand' : 'still stands'} in "${frame}".`);
    await page.waitForTimeout(100);
  }
}

async function standsIn(page: Page, id: string, frame: string): Promise<boolean> {
  const [inner, outer] = [await step(page, id).boundingBox(), await step(page, frame).boundingBox()];
  if (!inner || !outer) throw new Error('Not on the page.');
  return (
    inner.x > outer.x &&
    inner.y > outer.y &&
    inner.x + inner.width < outer.x + outer.width &&
    inner.y + inner.height < outer.y + outer.height
  );
}

async function deselect(page: Page): Promise<void> {
  await page.locator('.react-flow__pane').click({ position: { x: 30, y: 20 } });
  await page.waitForTimeout(250);
}

async function fit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fit View' }).click();
  await page.waitForTimeout(400);
}

import { FAILURE_CODES } from '#definition';
import type { Scenarios } from './scenario.js';
import { documentScenarios } from './scenarios/documents.js';
import { languageScenarios } from './scenarios/language.js';
import { loopScenarios } from './scenarios/loops.js';
import { modelScenarios } from './scenarios/models.js';
import { runningScenarios } from './scenarios/running.js';
import { subWorkflowScenarios } from './scenarios/sub-workflows.js';
import { webScenarios } from './scenarios/web.js';
import { Stage } from './stage.js';

const SCENARIOS: Scenarios = {
  ...languageScenarios,
  ...loopScenarios,
  ...runningScenarios,
  ...subWorkflowScenarios,
  ...webScenarios,
  ...documentScenarios,
  ...modelScenarios,
};

/** Every code that an error can have, raised by what raises it in the product. */
describe('the list of failure codes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.start();
  }, 60_000);
  afterAll(() => stage.stop(), 60_000);

  it('holds what is shown to happen, and nothing else', () => {
    expect(Object.keys(SCENARIOS).sort()).toEqual(Object.keys(FAILURE_CODES).sort());
  });

  it.each(Object.entries(SCENARIOS))(
    '%s ends a step or an execution, in the tables and on the page',
    async (code, { begin, disturb, path, status = 'failed' }) => {
      const run = await begin(stage);
      await disturb?.(run, stage);
      await run.closed();

      const execution = await run.execution();
      expect(execution.status).toBe(status);
      const page = await stage.page(run.id);
      expect(page.status).toBe(status.toUpperCase());
      if (status === 'failed') {
        expect(execution.error).toMatchObject({ code, path });
        expect(page.error).toEqual({ code, path });
      }
      if (path !== null) {
        expect((await run.steps()).findLast((step) => step.path === path)?.error).toMatchObject({
          code,
          path,
        });
        expect(page.steps.findLast((step) => step.path === path)?.error).toEqual({ code });
      }
    },
    30_000,
  );
});

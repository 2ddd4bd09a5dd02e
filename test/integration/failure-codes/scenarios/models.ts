import { ONCE, definition } from '../scenario.js';
import type { Scenario, Scenarios } from '../scenario.js';

/** A model provider that does not do what it is asked. */
export const modelScenarios: Scenarios = {
  PROVIDER_NOT_CONFIGURED: embedding('any', 'embed_without_provider'),
  PROVIDER_RATE_LIMITED: embedding('busy'),
  PROVIDER_UNAVAILABLE: embedding('down'),
  PROVIDER_REFUSED: embedding('unknown'),
  PROVIDER_INVALID_RESPONSE: embedding('confused'),
};

/** A document is read and cut, and its pieces are given to the model. */
function embedding(model: string, id = 'embed'): Scenario {
  const text = definition({
    steps: [
      { id: 'read', type: 'document_ingestion' },
      { id: 'cut', type: 'chunking' },
      { id, type: 'embedding', configuration: { provider: 'openai', model }, ...ONCE },
    ],
    connections: [
      { sourceStep: 'read', targetStep: 'cut' },
      { sourceStep: 'cut', targetStep: id },
    ],
  });
  return {
    begin: async (stage) =>
      stage.rig.run(text, {
        documents: await stage.document('leave.md', `# Leave\n\n25 days, says ${model}.`),
      }),
    path: id,
  };
}

import { ONCE, definition } from '../scenario.js';
import type { Scenario, Scenarios } from '../scenario.js';

/** A model provider that does not do what it is asked. */
export const modelScenarios: Scenarios = {
  PROVIDER_NOT_CONFIGURED: embedding('any', 'embed_without_provider'),
  PROVIDER_RATE_LIMITED: embedding('busy'),
  PROVIDER_UNAVAILABLE: embedding('down'),
  PROVIDER_REFUSED: embedding('unknown'),
  PROVIDER_INVALID_RESPONSE: embedding('confused'),
  ANSWER_SCHEMA_MISMATCH: answer({ outputSchema: { type: 'object' } }),
  TOKEN_LIMIT_REACHED: answer({ tokenLimit: 100 }),
  PROVIDER_WRONG_DIMENSIONS: embedding('one-length', 'embed', { dimensions: 8 }),
};

/** A document is read, cut and searched, and a model answers from it. */
function answer(configuration: object): Scenario {
  const writing = { mode: 'model', model: 'any', minimumConfidence: 0, ...configuration };
  const text = definition({
    steps: [
      { id: 'read', type: 'document_ingestion' },
      { id: 'cut', type: 'chunking' },
      { id: 'find', type: 'search', configuration: { query: 'leave', mode: 'lexical' } },
      { id: 'answer', type: 'synthesis', configuration: writing, ...ONCE },
    ],
    connections: [
      { sourceStep: 'read', targetStep: 'cut' },
      { sourceStep: 'cut', targetStep: 'find' },
      { sourceStep: 'find', targetStep: 'answer' },
    ],
  });
  return {
    begin: async (stage) =>
      stage.rig.run(text, {
        documents: await stage.document('leave.md', '# Leave\n\nThe leave is 25 days.'),
      }),
    path: 'answer',
  };
}

/** A document is read and cut, and its pieces are given to the model. */
function embedding(model: string, id = 'embed', more: object = {}): Scenario {
  const text = definition({
    steps: [
      { id: 'read', type: 'document_ingestion' },
      { id: 'cut', type: 'chunking' },
      { id, type: 'embedding', configuration: { provider: 'openai', model, ...more }, ...ONCE },
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

import { StepFailure } from '#documents';
import { gives, untilAborted } from '../../integration/worker/support/scripted-steps.js';
import type { Recorded } from './recorded.js';

/** What a flow without scopes is made of, with a retry, a routed error and a pause. */
export const constructs: Recorded = {
  yaml: `
schemaVersion: 1
name: Constructs
inputs: { question: { type: string, default: why } }
variables: { rounds: { type: number, default: 1 } }
steps:
  - { id: ingest, type: document_ingestion }
  - { id: chunk, type: chunking, retry: { maximumAttempts: 3, initialInterval: 50ms } }
  - { id: enough, type: condition, configuration: { cases: [{ port: many, when: chunk_count > 10 }] } }
  - { id: few, type: transform, configuration: { values: { note: "'too few'" } } }
  - { id: both, type: parallel, outputs: [left, right] }
  - { id: embed, type: embedding, onError: route }
  - { id: repair, type: search }
  - { id: search, type: search, assign: { rounds: "variables.rounds + 1" } }
  - { id: check, type: validation, configuration: { rules: [{ name: found, expression: "steps.search.result_count > 0", message: nothing }] } }
  - { id: together, type: merge, join: any }
  - { id: answer, type: synthesis, conditions: ["variables.rounds > 1"] }
connections:
  - { id: a, sourceStep: ingest, targetStep: chunk }
  - { id: b, sourceStep: chunk, targetStep: enough }
  - { id: c, sourceStep: enough, sourceOutput: many, targetStep: both }
  - { id: d, sourceStep: enough, sourceOutput: else, targetStep: few }
  - { id: e, sourceStep: both, sourceOutput: left, targetStep: embed }
  - { id: f, sourceStep: both, sourceOutput: right, targetStep: search }
  - { id: g, sourceStep: embed, sourceOutput: error, targetStep: repair }
  - { id: h, sourceStep: search, targetStep: check }
  - { id: i, sourceStep: check, targetStep: together }
  - { id: j, sourceStep: repair, targetStep: together }
  - { id: k, sourceStep: few, targetStep: together }
  - { id: l, sourceStep: together, targetStep: answer }
`,
  scripts: {
    ingest: async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return gives({ document_count: 2 });
    },
    chunk: ({ attempt }) => {
      if (attempt === 1) throw new StepFailure('PROVIDER_UNAVAILABLE', 'Try later', true);
      return gives({ chunk_count: 20 });
    },
    embed: () => {
      throw new StepFailure('PROVIDER_REFUSED', 'No', false);
    },
    search: () => gives({ result_count: 3, confidence: 0.9 }),
    answer: () => gives({ answer: 'Because.', confidence: 0.9 }),
  },
  actions: ['pause', 'resume'],
};

export const cancelled: Recorded = {
  yaml: `
schemaVersion: 1
name: Cancelled
inputs: { question: { type: string, default: why } }
steps:
  - { id: chunk, type: chunking }
  - { id: search, type: search }
connections:
  - { id: a, sourceStep: chunk, targetStep: search }
`,
  scripts: { chunk: ({ context }) => untilAborted(context.signal) },
  actions: ['cancel'],
};

/** Its history is that of the second run. */
export const continued: Recorded = {
  yaml: `
schemaVersion: 1
name: Continued
inputs: { question: { type: string, default: why } }
steps:
  - { id: one, type: search }
  - { id: two, type: search }
  - { id: three, type: search }
  - { id: four, type: search }
connections:
  - { id: a, sourceStep: one, targetStep: two }
  - { id: b, sourceStep: two, targetStep: three }
  - { id: c, sourceStep: three, targetStep: four }
`,
  scripts: {},
  actions: [],
  continueAfterEvents: 12,
};

/** Its history ends where the next run begins. */
export const continuedFirst: Recorded = { ...continued, keep: 'first-run' };

export const cancelledBySomebody: Recorded = {
  ...cancelled,
  actions: [{ cancelAs: { id: 'user-1', name: 'anna@example.com' } }],
};

export const race: Recorded = {
  yaml: `
schemaVersion: 1
name: Race
steps:
  - { id: near, type: search, configuration: { query: q } }
  - { id: far, type: search, configuration: { query: q } }
  - { id: answer, type: synthesis, join: race }
connections:
  - { id: a, sourceStep: near, targetStep: answer }
  - { id: b, sourceStep: far, targetStep: answer }
`,
  scripts: { far: ({ context }) => untilAborted(context.signal) },
  actions: [],
};

import { gives, untilAborted } from '../../integration/worker/support/scripted-steps.js';
import type { Recorded } from './recorded.js';
import { refuses } from './refuses.js';

/** A body that fails and is tidied up after, a routed error, and what is undone in the end. */
export const scopes: Recorded = {
  yaml: `
schemaVersion: 1
name: Scopes
steps:
  - { id: book, type: search, configuration: { query: q }, compensateWith: cancel_booking }
  - { id: cancel_booking, type: search, configuration: { query: "{{ steps.book.result_count }}" } }
  - { id: guard, type: try, configuration: { compensate: true } }
  - { id: first, type: search, parent: guard, configuration: { query: q }, compensateWith: undo_first }
  - { id: undo_first, type: search, parent: guard, configuration: { query: q } }
  - { id: second, type: search, parent: guard, configuration: { query: q } }
  - { id: beside, type: chunking, parent: guard }
  - { id: tidy, type: search, parent: guard, region: finally, configuration: { query: "{{ error.code }}" } }
  - { id: mend, type: search, configuration: { query: "{{ error.step }}" } }
  - { id: last, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: book, targetStep: guard }
  - { id: b, sourceStep: first, targetStep: second }
  - { id: c, sourceStep: guard, sourceOutput: error, targetStep: mend }
  - { id: d, sourceStep: mend, targetStep: last }
`,
  scripts: {
    book: () => gives({ result_count: 4 }),
    second: refuses,
    beside: ({ context }) => untilAborted(context.signal),
    last: refuses,
  },
  actions: [],
};

/** A failure beside which the rest comes to its end, and one that is passed over with a default. */
export const settled: Recorded = {
  yaml: `
schemaVersion: 1
name: Settled
steps:
  - { id: guard, type: try, configuration: { siblings: settle } }
  - { id: wrong, type: search, parent: guard, configuration: { query: q } }
  - { id: beside, type: chunking, parent: guard }
  - { id: anyway, type: search, configuration: { query: q }, onError: continue, defaultOutput: { result_count: 7 } }
  - { id: last, type: search, configuration: { query: q }, conditions: ["steps.anyway.result_count == 7"] }
connections:
  - { id: a, sourceStep: guard, sourceOutput: error, targetStep: anyway }
  - { id: b, sourceStep: anyway, targetStep: last }
`,
  scripts: {
    wrong: refuses,
    beside: async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return gives({ chunk_count: 1 });
    },
    anyway: refuses,
  },
  actions: [],
};

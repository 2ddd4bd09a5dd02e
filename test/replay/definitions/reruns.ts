import type { Script } from '../../integration/worker/support/scripted-steps.js';
import { gives } from '../../integration/worker/support/scripted-steps.js';
import { long } from './long.js';
import type { Recorded } from './recorded.js';
import { refuses } from './refuses.js';

const failsAtFirst: Script = (call) => (call.attempt === 1 ? refuses(call) : gives({}));

/** After a failure: work, a decision and rounds are taken over, the step that failed and the one after it run. */
export const rerun: Recorded = {
  yaml: `
schemaVersion: 1
name: Rerun
steps:
  - { id: find, type: search, configuration: { query: q } }
  - { id: ask, type: approval, configuration: { message: Go on? } }
  - { id: each, type: loop, configuration: { mode: forEach, items: '[1, 2, 3]', result: steps.read.result_count } }
  - { id: read, type: search, parent: each, configuration: { query: "{{ loop.item }}" } }
  - { id: answer, type: synthesis, configuration: { question: "{{ steps.each.results }}" } }
  - { id: last, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: find, targetStep: ask }
  - { id: b, sourceStep: ask, sourceOutput: approved, targetStep: each }
  - { id: c, sourceStep: each, sourceOutput: done, targetStep: answer }
  - { id: d, sourceStep: answer, targetStep: last }
`,
  scripts: { answer: failsAtFirst },
  rerunAfter: [
    {
      ask: {
        kind: 'approve',
        path: 'ask',
        approved: true,
        comment: null,
        actor: { id: 'user-1', name: 'anna@example.com' },
      },
    },
  ],
  actions: [],
};

const muchText: Script = () => gives({ text: 'x'.repeat(23_000) });

/** A plan, a state and what is taken over, all too big to travel by value; its history is that of the second run. */
export const byReference: Recorded = {
  yaml: `
schemaVersion: 1
name: By reference
steps:
  - { id: count, type: transform, configuration: { values: { ${long((text) => `size('${text}')`, 20)} } } }
  - { id: one, type: search, configuration: { query: q } }
  - { id: two, type: search, configuration: { query: q } }
  - { id: three, type: search, configuration: { query: q } }
  - { id: four, type: search, configuration: { query: q } }
  - { id: five, type: search, configuration: { query: q } }
  - { id: six, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: count, targetStep: one }
  - { id: b, sourceStep: one, targetStep: two }
  - { id: c, sourceStep: two, targetStep: three }
  - { id: d, sourceStep: three, targetStep: four }
  - { id: e, sourceStep: four, targetStep: five }
  - { id: f, sourceStep: five, targetStep: six }
`,
  scripts: { one: muchText, two: muchText, three: muchText, four: failsAtFirst },
  rerunAfter: [],
  actions: [],
  continueAfterEvents: 10,
};

export const byReferenceFirst: Recorded = { ...byReference, keep: 'first-run' };

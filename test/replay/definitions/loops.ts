import { gives } from '../../integration/worker/support/scripted-steps.js';
import type { Recorded } from './recorded.js';
import { refuses } from './refuses.js';

/** Loops of every mode, within each other, left early, and over a list that stands outside. */
export const loops: Recorded = {
  yaml: `
schemaVersion: 1
name: Loops
inputs: { papers: { type: documents } }
variables: { n: { type: number, default: 0 } }
steps:
  - { id: counting, type: loop, configuration: { mode: while, condition: variables.n < 3, maximumRounds: 9 } }
  - { id: count, type: transform, parent: counting, configuration: { values: { next: variables.n + 1 } }, assign: { n: next } }
  - { id: trying, type: loop, configuration: { mode: until, condition: steps.find.confidence > 0.5, maximumRounds: 9 } }
  - { id: find, type: search, parent: trying, configuration: { query: q } }
  - { id: outer, type: loop, configuration: { mode: times, times: '2', result: steps.inner.results } }
  - id: inner
    type: loop
    parent: outer
    configuration: { mode: forEach, items: '[1, 2, 3, 4, 5]', concurrency: 2, result: loop.item, itemErrors: ignore }
  - id: choose
    type: condition
    parent: inner
    configuration: { cases: [{ port: continue, when: loop.item == 2 }, { port: break, when: loop.item == 5 }] }
  - { id: read, type: search, parent: inner, configuration: { query: "{{ loop.item }}" } }
  - { id: listed, type: loop, configuration: { mode: forEach, items: input.papers, concurrency: 50, result: "'${'x'.repeat(200)}' + loop.item.id" } }
  - { id: note, type: transform, parent: listed, configuration: { values: { text: loop.item.id } } }
connections:
  - { id: a, sourceStep: counting, sourceOutput: done, targetStep: trying }
  - { id: b, sourceStep: trying, sourceOutput: done, targetStep: outer }
  - { id: c, sourceStep: outer, sourceOutput: done, targetStep: listed }
  - { id: d, sourceStep: choose, sourceOutput: else, targetStep: read }
`,
  documents: Array.from({ length: 250 }, (_, index) => `document-${index}`),
  scripts: {
    find: ({ context }) => gives({ confidence: context.path === 'trying[2]/find' ? 0.9 : 0.1 }),
    'outer[1]/inner[2]/read': refuses,
  },
  actions: [],
};

/** More rounds than one activation works through. */
export const manyRounds: Recorded = {
  yaml: `
schemaVersion: 1
name: Many rounds
steps:
  - { id: again, type: loop, configuration: { mode: times, times: '5500' } }
  - { id: note, type: transform, parent: again, configuration: { values: { number: loop.index } } }
connections: []
`,
  scripts: {},
  actions: [],
};

import { gives, untilAborted } from '../../integration/worker/support/scripted-steps.js';
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
  - { id: again, type: loop, configuration: { mode: times, times: '10000' } }
  - { id: note, type: transform, parent: again, configuration: { values: { number: loop.index } } }
connections: []
`,
  scripts: {},
  actions: [],
};

/** Rounds that fail, in all ways to deal with that, and a loop that comes to its cap. */
export const loopFailures: Recorded = {
  yaml: `
schemaVersion: 1
name: Loop failures
steps:
  - { id: fast, type: loop, configuration: { mode: forEach, items: '[1, 2, 3, 4]', concurrency: 2, itemErrors: failFast } }
  - { id: first, type: search, parent: fast, configuration: { query: q } }
  - { id: collecting, type: loop, configuration: { mode: forEach, items: '[1, 2, 3]', itemErrors: collect } }
  - { id: second, type: search, parent: collecting, configuration: { query: q } }
  - { id: tolerant, type: loop, configuration: { mode: forEach, items: '[1, 2, 3]', itemErrors: { tolerate: { count: 1 } } } }
  - { id: third, type: search, parent: tolerant, configuration: { query: q } }
  - { id: capped, type: loop, configuration: { mode: until, condition: "false", maximumRounds: 2, onExhausted: continue } }
  - { id: fourth, type: search, parent: capped, configuration: { query: q } }
  - { id: last, type: search, configuration: { query: q }, conditions: [steps.capped.exhausted] }
connections:
  - { id: a, sourceStep: fast, sourceOutput: error, targetStep: collecting }
  - { id: b, sourceStep: collecting, sourceOutput: error, targetStep: tolerant }
  - { id: c, sourceStep: tolerant, sourceOutput: done, targetStep: capped }
  - { id: d, sourceStep: capped, sourceOutput: done, targetStep: last }
`,
  scripts: {
    'fast[0]/first': ({ context }) => untilAborted(context.signal),
    'fast[1]/first': refuses,
    'collecting[1]/second': refuses,
    'tolerant[1]/third': refuses,
  },
  actions: [],
};

/** Every row is a run of its own, with its own input and variable; the second one fails. */
export const bulk: Recorded = {
  yaml: `
schemaVersion: 1
name: Bulk
inputs: { topic: { type: string } }
variables: { seen: { type: number, default: 0 } }
steps:
  - { id: find, type: search, configuration: { query: "{{ input.topic }}" }, assign: { seen: "variables.seen + 1" } }
  - { id: last, type: search, configuration: { query: q }, conditions: ["variables.seen == 1 && input.topic != 'c'"] }
connections:
  - { id: a, sourceStep: find, targetStep: last }
`,
  rows: ['a', 'b', 'c', 'd'].map((topic) => ({ topic })),
  scripts: { '@rows[1]/find': refuses },
  actions: [],
};

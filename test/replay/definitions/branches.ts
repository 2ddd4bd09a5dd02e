import { gives } from '../../integration/worker/support/scripted-steps.js';
import type { Recorded } from './recorded.js';

/** Joins and merges of every kind, each followed by a step that runs if the merge gave what it should. */
export const branches: Recorded = {
  yaml: `
schemaVersion: 1
name: Branches
steps:
  - { id: send, type: http_request, configuration: { method: POST, url: "https://example.org/orders", body: { n: 1 } } }
  - id: which
    type: condition
    configuration:
      mode: all
      cases:
        - { port: good, when: steps.send.status < 300 }
        - { port: json, when: steps.send.content_type == 'application/json' }
        - { port: bad, when: steps.send.status >= 300 }
  - { id: one, type: search, configuration: { query: q } }
  - { id: two, type: search, configuration: { query: q } }
  - { id: three, type: search, configuration: { query: q } }
  - { id: listed, type: merge, join: { atLeast: 2 }, configuration: { mode: concat } }
  - { id: use_listed, type: search, configuration: { query: q }, conditions: ["size(steps.listed.value) == 2"] }
  - { id: deep, type: merge, join: every, configuration: { mode: deepMerge } }
  - { id: use_deep, type: search, configuration: { query: q }, conditions: ["steps.deep.value.result_count == 2"] }
  - { id: first, type: merge, configuration: { mode: first } }
  - { id: use_first, type: search, configuration: { query: q }, conditions: ["steps.first.value.result_count == 1"] }
  - { id: reckoned, type: merge, configuration: { mode: expression, expression: "size(values) + 5" } }
  - { id: use_reckoned, type: search, configuration: { query: q }, conditions: ["steps.reckoned.value == 7"] }
  - { id: not_every, type: search, join: every, configuration: { query: q } }
  - { id: too_few, type: search, join: { atLeast: 2 }, configuration: { query: q }, onError: route }
  - { id: mend, type: search, configuration: { query: "{{ error.code }}" } }
connections:
  - { id: a, sourceStep: send, targetStep: which }
  - { id: b, sourceStep: which, sourceOutput: good, targetStep: one }
  - { id: c, sourceStep: which, sourceOutput: json, targetStep: two }
  - { id: d, sourceStep: which, sourceOutput: bad, targetStep: three }
  - { id: e, sourceStep: three, targetStep: listed }
  - { id: f, sourceStep: one, targetStep: listed }
  - { id: g, sourceStep: two, targetStep: listed }
  - { id: h, sourceStep: listed, targetStep: use_listed }
  - { id: i, sourceStep: one, targetStep: deep }
  - { id: j, sourceStep: two, targetStep: deep }
  - { id: k, sourceStep: deep, targetStep: use_deep }
  - { id: l, sourceStep: three, targetStep: first }
  - { id: m, sourceStep: one, targetStep: first }
  - { id: n, sourceStep: two, targetStep: first }
  - { id: o, sourceStep: first, targetStep: use_first }
  - { id: p, sourceStep: one, targetStep: reckoned }
  - { id: q, sourceStep: two, targetStep: reckoned }
  - { id: r, sourceStep: reckoned, targetStep: use_reckoned }
  - { id: s, sourceStep: two, targetStep: not_every }
  - { id: t, sourceStep: three, targetStep: not_every }
  - { id: u, sourceStep: two, targetStep: too_few }
  - { id: v, sourceStep: three, targetStep: too_few }
  - { id: w, sourceStep: too_few, sourceOutput: error, targetStep: mend }
`,
  scripts: {
    send: () => gives({ status: 201, content_type: 'application/json', body: { order: 7 } }),
    one: () => gives({ result_count: 1 }),
    two: () => gives({ result_count: 2 }),
  },
  actions: [],
};

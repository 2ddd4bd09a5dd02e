import type { Recorded } from './recorded.js';
import { refuses } from './refuses.js';

/** A step that is helped twice: tried again with other settings, then passed over. */
export const blocked: Recorded = {
  yaml: `
schemaVersion: 1
name: Blocked
steps:
  - { id: search, type: search, configuration: { query: bad }, onError: block }
  - { id: answer, type: synthesis, configuration: { question: why } }
connections:
  - { id: a, sourceStep: search, targetStep: answer }
`,
  scripts: { search: refuses },
  actions: [
    { ask: { kind: 'retry-step', path: 'search', configuration: { query: 'worse' }, actor: null } },
    { ask: { kind: 'skip-step', path: 'search', output: { result_count: 1 }, actor: null } },
  ],
};

/** A delay, a person, an event that comes and one that does not. */
export const waiting: Recorded = {
  yaml: `
schemaVersion: 1
name: Waiting
steps:
  - { id: pause, type: delay, configuration: { duration: 1s } }
  - { id: ask, type: approval, configuration: { message: Go on?, timeout: 1h } }
  - { id: hear, type: wait_for_event, configuration: { event: paid, timeout: 1h } }
  - { id: hear_more, type: wait_for_event, configuration: { event: sent, timeout: 1s } }
  - { id: answer, type: synthesis, configuration: { question: "{{ steps.hear.payload }}" } }
connections:
  - { id: a, sourceStep: pause, targetStep: ask }
  - { id: b, sourceStep: ask, sourceOutput: approved, targetStep: hear }
  - { id: c, sourceStep: hear, sourceOutput: received, targetStep: hear_more }
  - { id: d, sourceStep: hear_more, sourceOutput: timeout, targetStep: answer }
`,
  scripts: {},
  actions: [
    { ask: { kind: 'approve', path: 'ask', approved: true, comment: null, actor: null } },
    { ask: { kind: 'send-event', name: 'paid', path: null, payload: 'thanks', actor: null } },
  ],
};

/** Its history is that of the second run, which was handed a timer and a person to wait for. */
export const waitingContinued: Recorded = {
  yaml: waiting.yaml.replace('duration: 1s', 'duration: 3s'),
  scripts: {},
  actions: [{ when: 'waiting', then: 'continue' }, ...waiting.actions],
  continueAfterEvents: 16,
};

/** A variable that somebody changes, a blocked step that somebody gives up, and one that nobody cares for in time. */
export const givenUp: Recorded = {
  yaml: `
schemaVersion: 1
name: Given up
variables: { n: { type: number, default: 0 } }
steps:
  - { id: hear, type: wait_for_event, configuration: { event: go } }
  - { id: changed, type: search, configuration: { query: q }, conditions: ["variables.n == 2"] }
  - { id: person, type: try }
  - { id: given_up, type: search, parent: person, configuration: { query: q }, onError: block }
  - { id: clock, type: try }
  - { id: left, type: search, parent: clock, configuration: { query: q }, onError: block, blockDeadline: 1s }
  - { id: last, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: hear, sourceOutput: received, targetStep: changed }
  - { id: b, sourceStep: changed, targetStep: person }
  - { id: c, sourceStep: person, sourceOutput: error, targetStep: clock }
  - { id: d, sourceStep: clock, sourceOutput: error, targetStep: last }
`,
  scripts: { given_up: refuses, left: refuses },
  actions: [
    { ask: { kind: 'set-variable', scopePath: '', name: 'n', value: 2, actor: null } },
    { ask: { kind: 'send-event', name: 'go', path: 'hear', payload: null, actor: null } },
    { ask: { kind: 'give-up-step', path: 'person/given_up', actor: null } },
  ],
};

/** A person who says no, and one who says nothing. */
export const decisions: Recorded = {
  yaml: `
schemaVersion: 1
name: Decisions
steps:
  - { id: refused, type: approval, configuration: { message: Go on? } }
  - { id: silent, type: approval, configuration: { message: Really?, timeout: 1s } }
  - { id: last, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: refused, sourceOutput: rejected, targetStep: silent }
  - { id: b, sourceStep: silent, sourceOutput: timeout, targetStep: last }
`,
  scripts: {},
  actions: [{ ask: { kind: 'approve', path: 'refused', approved: false, comment: null, actor: null } }],
};

/** Of two steps that become ready together one is held back. */
export const pausedAtOnePlace: Recorded = {
  yaml: `
schemaVersion: 1
name: Paused at one place
steps:
  - { id: hear, type: wait_for_event, configuration: { event: go } }
  - { id: held, type: search, configuration: { query: q } }
  - { id: free, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: hear, sourceOutput: received, targetStep: held }
  - { id: b, sourceStep: hear, sourceOutput: received, targetStep: free }
`,
  scripts: {},
  actions: [
    { when: 'waiting', then: { pause: 'held' } },
    { ask: { kind: 'send-event', name: 'go', path: null, payload: null, actor: null } },
    { when: 'paused', then: { resume: 'held' } },
  ],
};

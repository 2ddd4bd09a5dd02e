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

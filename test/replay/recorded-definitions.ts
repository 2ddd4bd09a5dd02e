import { StepFailure } from '#documents';
import type { Control, ExecutionStatus } from '#interpreter';
import { gives, untilAborted } from '../integration/worker/support/scripted-steps.js';
import type { Script } from '../integration/worker/support/scripted-steps.js';

/**
 * What is done to an execution while it runs. Signals wait until a step has run, and for what they do to show; what
 * is asked is asked until it is not refused.
 */
export type Action =
  | 'pause'
  | 'resume'
  | 'cancel'
  | { readonly ask: Control }
  | { readonly when: ExecutionStatus; readonly then: 'continue' };

/** An execution whose history is kept, with what its steps did when it was recorded. */
export interface Recorded {
  /** `CHILD` stands for the id of the workflow that is published for it. */
  readonly yaml: string;
  readonly child?: string;
  readonly documents?: readonly string[];
  readonly scripts: Readonly<Record<string, Script>>;
  readonly actions: readonly Action[];
  readonly continueAfterEvents?: number;
}

/** What a flow without scopes is made of, with a retry, a routed error and a pause. */
const constructs: Recorded = {
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

const cancelled: Recorded = {
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
const continued: Recorded = {
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

const refuses: Script = () => {
  throw new StepFailure('PROVIDER_REFUSED', 'No', false);
};

/** Loops of every mode, within each other, left early, and over a list that stands outside. */
const loops: Recorded = {
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
const manyRounds: Recorded = {
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

/** A body that fails and is tidied up after, a routed error, and what is undone in the end. */
const scopes: Recorded = {
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

const race: Recorded = {
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

/** A step that is helped twice: tried again with other settings, then passed over. */
const blocked: Recorded = {
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
const waiting: Recorded = {
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
const waitingContinued: Recorded = {
  yaml: waiting.yaml.replace('duration: 1s', 'duration: 3s'),
  scripts: {},
  actions: [{ when: 'waiting', then: 'continue' }, ...waiting.actions],
  continueAfterEvents: 16,
};

const CHILD = `
schemaVersion: 1
name: Child
inputs: { topic: { type: string } }
steps:
  - { id: find, type: search, configuration: { query: "{{ input.topic }}" } }
connections: []
`;

const subWorkflow: Recorded = {
  yaml: `
schemaVersion: 1
name: Parent
steps:
  - { id: each, type: loop, configuration: { mode: forEach, items: "['a', 'b', 'c']", concurrency: 2, result: steps.call.find.result_count } }
  - { id: call, type: sub_workflow, parent: each, configuration: { workflowId: CHILD, input: { topic: loop.item } } }
  - { id: refused, type: sub_workflow, configuration: { workflowId: CHILD, input: { subject: "'d'" } }, onError: continue }
  - { id: answer, type: synthesis, configuration: { question: "{{ steps.each.results }}" } }
connections:
  - { id: a, sourceStep: each, sourceOutput: done, targetStep: refused }
  - { id: b, sourceStep: refused, targetStep: answer }
`,
  child: CHILD,
  scripts: { find: () => gives({ result_count: 2 }) },
  actions: [],
};

/** A parent that is cancelled in the run after the one that started its child. */
const subWorkflowCancelled: Recorded = {
  yaml: `
schemaVersion: 1
name: Parent
steps:
  - { id: call, type: sub_workflow, configuration: { workflowId: CHILD, input: { topic: "'a'" } } }
connections: []
`,
  child: CHILD,
  scripts: { find: ({ context }) => untilAborted(context.signal) },
  actions: [{ when: 'running', then: 'continue' }, 'cancel'],
  continueAfterEvents: 16,
};

export const recorded: Readonly<Record<string, Recorded>> = {
  constructs,
  cancelled,
  continued,
  loops,
  'many-rounds': manyRounds,
  scopes,
  race,
  blocked,
  waiting,
  'waiting-continued': waitingContinued,
  'sub-workflow': subWorkflow,
  'sub-workflow-cancelled': subWorkflowCancelled,
};

import { aPlan } from '../../spec/a-plan.js';
import { literal, loop } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';
import { aReference } from '../../spec/reference.js';
import { workKey } from './work-key.js';

const plan = aPlan({
  steps: {
    read: { body: { kind: 'work', configuration: literal({ size: 1 }) }, gives: ['documents'] },
    use: {},
  },
  edges: ['read -> use'],
});
const documents = aReference('documents', 'd');
const output = { facts: { n: 1 }, references: { documents } };
const readKey = workKey({ stepType: 'search', configuration: { size: 1 }, incoming: {}, documents: null });

function rerun(key: string, more: object = {}) {
  return new Play(plan, { reuse: { executionId: 'old', outputs: { read: { key, output }, ...more } } });
}

describe('a rerun', () => {
  test('takes over what was done, when the work is the same', () => {
    const play = rerun(readKey);
    expect(play.started).toEqual(['use']);
    expect(play.step('read')).toMatchObject({
      status: 'completed',
      output,
      reason: 'Taken over from execution old.',
    });
    expect(play.work('use').incoming).toEqual({ documents: [documents] });
  });

  test('does again what has other settings, and what follows from it', () => {
    const useKey = workKey({
      stepType: 'search',
      configuration: {},
      incoming: { documents: [documents] },
      documents: null,
    });
    const play = rerun('another', { use: { key: useKey, output: { facts: {}, references: {} } } });
    expect(play.started).toEqual(['read']);
    play.succeed('read', { n: 1 }, { documents: { ...documents, sha256: 'changed' } });
    expect(play.started).toEqual(['read', 'use']);
  });

  test('with nothing changed runs nothing', () => {
    const useKey = workKey({
      stepType: 'search',
      configuration: {},
      incoming: { documents: [documents] },
      documents: null,
    });
    const play = rerun(readKey, { use: { key: useKey, output: { facts: { m: 2 }, references: {} } } });
    expect(play.started).toEqual([]);
    expect(play.finish).toMatchObject({ status: 'completed', output: { use: { m: 2 } } });
  });

  test('of a loop does only the rounds again that were not done', () => {
    const each = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2, 3]', concurrency: 3 }) }),
        item: { in: 'each' },
      },
    });
    const key = workKey({ stepType: 'search', configuration: {}, incoming: {}, documents: null });
    const done = { key, output: { facts: {}, references: {} } };
    const outputs = { 'each[0]/item': done, 'each[2]/item': done };
    const play = new Play(each, { reuse: { executionId: 'old', outputs } });
    expect(play.started).toEqual(['each[1]/item']);
  });

  test('a decision that was taken stands; a deadline that passed does not', () => {
    const ask = aPlan({
      steps: {
        ask: { body: { kind: 'approval', configuration: literal({}) } },
        yes: { body: { kind: 'parallel' } },
        no: { body: { kind: 'parallel' } },
      },
      edges: ['ask.approved -> yes', 'ask.rejected -> no'],
    });
    const key = workKey({ stepType: 'approval', configuration: {}, incoming: {}, documents: null });
    const again = (facts: Record<string, boolean | string | null>) =>
      new Play(ask, {
        reuse: { executionId: 'old', outputs: { ask: { key, output: { facts, references: {} } } } },
      });
    expect(again({ approved: true, comment: null, actor: 'anna' }).status('yes')).toBe('completed');
    expect(again({ approved: false, comment: null, actor: 'anna' }).status('no')).toBe('completed');
    expect(again({ approved: false, comment: null, actor: null }).status('ask')).toBe('waiting');
  });

  test('an event that came is not waited for again; one that did not come is', () => {
    const hear = aPlan({
      steps: {
        hear: { body: { kind: 'wait_for_event', configuration: literal({ event: 'paid' }) } },
        use: { body: { kind: 'parallel' } },
      },
      edges: ['hear.received -> use'],
    });
    const configuration = { event: 'paid' };
    const key = workKey({ stepType: 'wait_for_event', configuration, incoming: {}, documents: null });
    const again = (facts: Record<string, null>) =>
      new Play(hear, {
        reuse: { executionId: 'old', outputs: { hear: { key, output: { facts, references: {} } } } },
      });
    expect(again({ payload: null }).status('use')).toBe('completed');
    expect(again({}).status('hear')).toBe('waiting');
  });
});

describe('the key of work', () => {
  const identity = { stepType: 'search', configuration: { a: 1, b: 2 }, incoming: {}, documents: null };

  test('does not depend on the order of names', () => {
    expect(workKey({ ...identity, configuration: { b: 2, a: 1 } })).toBe(workKey(identity));
  });

  test.each([
    ['type', { ...identity, stepType: 'chunking' }],
    ['setting', { ...identity, configuration: { a: 1, b: 3 } }],
    ['reference', { ...identity, incoming: { chunks: [aReference('chunks', 'c')] } }],
    ['choice of documents', { ...identity, documents }],
  ])('is another for another %s', (_, other) => {
    expect(workKey(other)).not.toBe(workKey(identity));
  });
});

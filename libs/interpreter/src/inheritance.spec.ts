import { aPlan } from '../spec/a-plan.js';
import { Play } from '../spec/play.js';
import { aReference } from '../spec/reference.js';

const documents = aReference('documents', 'd1');
const chunks = aReference('chunks', 'k1');

/** What a step was given, by kind, as the names of the references. */
function given(play: Play, path: string) {
  const { incoming } = play.work(path);
  return Object.fromEntries(Object.entries(incoming).map(([kind, list]) => [kind, list.map((r) => r.$ref)]));
}

describe('references along live connections', () => {
  test('a step hands on what it got, except the kinds it gives itself', () => {
    //   ingest ─▶ check ─▶ chunk ─▶ embed
    const plan = aPlan({
      steps: {
        ingest: { gives: ['documents'] },
        check: { body: { kind: 'validation', rules: [], failWhenInvalid: false } },
        chunk: { gives: ['chunks'] },
        again: { gives: ['documents'] },
        embed: {},
      },
      edges: ['ingest -> check', 'check -> chunk', 'chunk -> again', 'again -> embed'],
    });
    const play = new Play(plan).succeed('ingest', {}, { documents });
    expect(given(play, 'chunk')).toEqual({ documents: ['d1'] });
    play.succeed('chunk', {}, { chunks });
    expect(given(play, 'again')).toEqual({ chunks: ['k1'], documents: ['d1'] });
    play.succeed('again', {}, { documents: aReference('documents', 'd2') });
    expect(given(play, 'embed')).toEqual({ documents: ['d2'], chunks: ['k1'] });
  });

  test('lists are in definition order, whoever ends first, and the same reference counts once', () => {
    //   ┌▶ a ─┐
    //   s     ├─▶ end        b ─▶ end comes first in the definition
    //   └▶ b ─┘
    const plan = aPlan({
      steps: { s: { gives: ['documents'] }, a: { gives: ['chunks'] }, b: { gives: ['chunks'] }, end: {} },
      edges: ['s -> a', 's -> b', 'b -> end', 'a -> end'],
    });
    const play = new Play(plan).succeed('s', {}, { documents });
    play.succeed('a', {}, { chunks: aReference('chunks', 'from a') });
    play.succeed('b', {}, { chunks: aReference('chunks', 'from b') });
    expect(given(play, 'end')).toEqual({ chunks: ['from b', 'from a'], documents: ['d1'] });
  });

  test('equal references made by different steps count once', () => {
    const plan = aPlan({ steps: { a: {}, b: {}, end: {} }, edges: ['a -> end', 'b -> end'] });
    const play = new Play(plan).succeed('a', {}, { documents }).succeed('b', {}, { documents });
    expect(given(play, 'end')).toEqual({ documents: ['d1'] });
  });

  test('dead connections carry nothing', () => {
    const plan = aPlan({ steps: { a: {}, b: {}, end: {} }, edges: ['a -> end if false', 'b -> end'] });
    const play = new Play(plan).succeed('a', {}, { documents }).succeed('b');
    expect(given(play, 'end')).toEqual({});
  });

  test('a failed step hands on what it got', () => {
    const plan = aPlan({
      steps: { a: {}, b: { onError: 'route', gives: ['chunks'] }, c: {} },
      edges: ['a -> b', 'b.error -> c'],
    });
    const play = new Play(plan).succeed('a', {}, { documents, chunks }).fail('b');
    expect(given(play, 'c')).toEqual({ documents: ['d1'] });
  });

  test('several made by one step stand in the order of their names', () => {
    const plan = aPlan({ steps: { a: {}, b: {} }, edges: ['a -> b'] });
    const play = new Play(plan);
    play.succeed('a', {}, { z: aReference('documents', 'z'), m: aReference('documents', 'm') });
    expect(given(play, 'b')).toEqual({ documents: ['m', 'z'] });
  });

  test('an expression can name one', () => {
    const plan = aPlan({
      steps: {
        a: {},
        b: (e) => ({
          body: { kind: 'transform', values: [{ name: 'ref', expression: e('steps.a.documents') }] },
        }),
      },
      edges: ['a -> b'],
    });
    expect(new Play(plan).succeed('a', {}, { documents }).step('b')?.output?.facts).toEqual({
      ref: documents,
    });
  });
});

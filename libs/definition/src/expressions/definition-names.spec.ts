import { checkDraft, pass, problemsOf, wire } from '../../test/drafts.js';

describe('what names mean', () => {
  const from = (id: string, value: string): object => pass(id, { configuration: { values: { x: value } } });

  it('a bare name found in two steps before is a problem that says what to write', () => {
    const { problems } = checkDraft({
      steps: [from('a', '1'), from('b', '2'), pass('c', { conditions: ['x > 1'] })],
      connections: ['a -> c', 'b -> c'].map(wire),
    });
    expect(problems.map(({ message }) => message)).toEqual([
      '"x" could mean several things; write steps.a.x or steps.b.x.',
    ]);
  });

  it('a bare name of a step further back is a problem that says what to write', () => {
    const { problems } = checkDraft({
      steps: [from('a', '1'), pass('b'), pass('c', { conditions: ['x > 1'] })],
      connections: ['a -> b', 'b -> c'].map(wire),
    });
    expect(problems[0]?.message).toBe('"x" is not given by a step right before this; write steps.a.x.');
  });

  it('on a connection, the facts of its source come first, then those right before it', () => {
    const steps = [
      from('a', '1'),
      { id: 'd', type: 'condition', configuration: { cases: [{ port: 'p', when: 'x > 0' }] } },
      pass('e'),
      pass('f'),
    ];
    const connections = [
      wire('a -> d'),
      { ...wire('d.p -> e'), condition: 'chosen = "p"' },
      { ...wire('d.else -> f'), condition: 'x < 0' },
    ];
    expect(problemsOf({ steps, connections })).toEqual([]);
  });

  it('error.* is known everywhere behind an error port', () => {
    const steps = [
      pass('a', { onError: 'route' }),
      pass('b'),
      pass('c', { conditions: ['error.code = "X"'] }),
    ];
    const connections = [
      { ...wire('a.error -> b'), condition: 'error.message <> ""' },
      { ...wire('b -> c'), condition: 'error.step = "a"' },
    ];
    expect(problemsOf({ steps, connections })).toEqual([]);
  });

  it('an assignment sees the facts of its own step', () => {
    expect(
      problemsOf({
        variables: { v: 'number' },
        steps: [pass('a', { configuration: { values: { x: '1' } }, assign: { v: 'x + steps.a.x' } })],
      }),
    ).toEqual([]);
  });

  it('a step id with a hyphen may follow "steps."', () => {
    expect(
      problemsOf({
        steps: [from('a-1', '1'), pass('b', { conditions: ['steps.a-1.x > 0 AND steps["a-1"].x < 2'] })],
        connections: [wire('a-1 -> b')],
      }),
    ).toEqual([]);
  });

  it('a big output can be named in full', () => {
    expect(
      problemsOf({
        steps: [
          { id: 'r', type: 'document_ingestion' },
          { id: 's', type: 'document_ingestion', configuration: { documents: '{{ steps.r.documents }}' } },
        ],
        connections: [wire('r -> s')],
      }),
    ).toEqual([]);
  });

  it('the place of a mistake is that in the text of the user, words and templates included', () => {
    const { problems } = checkDraft({
      steps: [
        pass('a', { conditions: ['NOT question = "x" AND nope > 1'] }),
        { id: 's', type: 'search', configuration: { query: 'About {{ question }} and {{ nope }}' } },
      ],
      connections: [wire('a -> s')],
    });
    expect(problems.map(({ span }) => span)).toEqual([
      { start: 23, end: 27 },
      { start: 28, end: 32 },
    ]);
  });

  it('problems name step, connection and field', () => {
    const { problems } = checkDraft({
      steps: [{ id: 's', type: 'search', configuration: { limit: 0 } }, pass('b')],
      connections: [{ ...wire('s -> b'), id: 'c', condition: '1' }],
    });
    expect(problems.map(({ stepId, connectionId, field }) => ({ stepId, connectionId, field }))).toEqual([
      { stepId: 's', field: 'limit' },
      { connectionId: 'c' },
    ]);
  });

  it('a long circle is told in short', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `s${index}`);
    const { problems } = checkDraft({
      steps: ids.map((id) => pass(id)),
      connections: ids.map((id, index) => wire(`${id} -> ${ids[(index + 1) % 20] ?? ''}`)),
    });
    expect(problems[0]?.message).toContain('s0 → s1 → s2');
    expect(problems[0]?.message).toContain('… → s0');
  });
});

import { checkDraft, pass, problemsOf, wire } from '../../test/drafts.js';

const gives = (id: string, more: object = {}): object =>
  pass(id, { configuration: { values: { x: '1' } }, ...more });
const loop = (id: string, configuration: object, more: object = {}): object => ({
  id,
  type: 'loop',
  configuration,
  ...more,
});
const asks = (id: string, source: string, more: object = {}): object =>
  pass(id, { configuration: { values: { y: source } }, ...more });

function says(draft: Parameters<typeof checkDraft>[0]): readonly string[] {
  return checkDraft(draft).problems.map(({ code, message }) => `${code}: ${message}`);
}

describe('a step inside a container', () => {
  const around = [gives('far'), gives('before'), loop('l', { items: '[1, 2]' })];
  const connections = ['far -> before', 'before -> l'].map(wire);

  it('sees what comes before its container, by bare name at the beginning', () => {
    const steps = [
      ...around,
      asks('a', 'x + steps.far.x', { parent: 'l' }),
      { id: 't', type: 'try', parent: 'l' },
      asks('deep', 'y + steps.before.x', { parent: 't' }),
    ];
    expect(problemsOf({ steps, connections: [...connections, wire('a -> t')] })).toEqual([]);
  });

  it('on a connection sees the same', () => {
    const steps = [...around, gives('a', { parent: 'l' }), pass('b', { parent: 'l' })];
    const condition = 'x = loop.index AND steps.before.x = steps.far.x';
    expect(problemsOf({ steps, connections: [...connections, { ...wire('a -> b'), condition }] })).toEqual(
      [],
    );
  });

  it('does not see what stands beside or behind its container, nor a container it stands in', () => {
    const steps = [
      ...around,
      asks('a', 'steps.after.x', { parent: 'l' }),
      asks('b', 'steps.l.iteration_count', { parent: 'l' }),
      gives('after'),
    ];
    expect(
      problemsOf({ steps, connections: [...connections, wire('l.done -> after'), wire('a -> b')] }),
    ).toEqual([
      'REFERENCE_NOT_UPSTREAM /steps/3/configuration/values/y',
      'REFERENCE_NOT_UPSTREAM /steps/4/configuration/values/y',
    ]);
  });

  it('is not seen from outside', () => {
    const steps = [...around, gives('a', { parent: 'l' }), asks('after', 'steps.a.x + x')];
    expect(says({ steps, connections: [...connections, wire('l.done -> after')] })).toEqual([
      'REFERENCE_NOT_UPSTREAM: The step "a" does not come before this, so its results cannot be read here.',
      'EXPRESSION_NAME_UNKNOWN: "x" is not given by a step right before this; write steps.far.x.',
    ]);
  });

  it('of a finally does not see the body', () => {
    const steps = [
      { id: 't', type: 'try' },
      gives('a', { parent: 't' }),
      asks('b', 'steps.a.x', { parent: 't', region: 'finally' }),
    ];
    expect(problemsOf({ steps })).toEqual(['REFERENCE_NOT_UPSTREAM /steps/2/configuration/values/y']);
  });
});

describe('loop.item and loop.index', () => {
  it('are those of the innermost loop', () => {
    const steps = [
      loop('outer', { items: '[[1], [2]]' }),
      loop('inner', { items: 'loop.item', result: 'loop.item + loop.index + y' }, { parent: 'outer' }),
      asks('a', 'loop.item + loop.index', { parent: 'inner' }),
    ];
    expect(problemsOf({ steps })).toEqual([]);
  });

  it('are not known outside, and there is no item where nothing is gone over', () => {
    const steps = [
      loop('l', { mode: 'times', times: 'loop.index' }),
      asks('a', 'loop.item', { parent: 'l' }),
      asks('b', 'loop.round', { parent: 'l' }),
      asks('c', 'size([loop])', { parent: 'l' }),
    ];
    expect(says({ steps, connections: ['a -> b', 'b -> c'].map(wire) })).toEqual([
      'EXPRESSION_NAME_UNKNOWN: "loop.index" is known only inside a loop.',
      'EXPRESSION_NAME_UNKNOWN: The loop "l" goes over no items, so there is no "loop.item"; "loop.index" is the number of the round.',
      'EXPRESSION_NAME_UNKNOWN: A loop has no "round".',
      'EXPRESSION_NAME_UNKNOWN: Write loop.item or loop.index.',
    ]);
  });
});

describe('the settings of a loop', () => {
  const body = [gives('a', { parent: 'l' }), gives('b', { parent: 'l' })];
  const inBody = [wire('a -> b')];

  it('until and result are seen from inside the round that has ended', () => {
    const steps = [
      gives('before'),
      loop('l', {
        mode: 'until',
        condition: 'x > loop.index AND steps.a.x > steps.before.x AND NOT was_skipped(b)',
        maximumRounds: 3,
        result: 'x + steps.a.x',
      }),
      ...body,
    ];
    expect(problemsOf({ steps, connections: [wire('before -> l'), ...inBody] })).toEqual([]);
  });

  it('while is seen from outside, with the number of the round', () => {
    const steps = [
      gives('before'),
      loop('l', { mode: 'while', condition: 'x > loop.index', maximumRounds: 3, result: 'steps.a.x' }),
      ...body,
    ];
    const connections = [wire('before -> l'), ...inBody];
    expect(problemsOf({ steps, connections })).toEqual([]);
    const wrong = loop('l', { mode: 'while', condition: 'steps.b.x > loop.item', maximumRounds: 3 });
    expect(problemsOf({ steps: [steps[0] ?? {}, wrong, ...body], connections })).toEqual([
      'REFERENCE_NOT_UPSTREAM /steps/1/configuration/condition',
      'EXPRESSION_NAME_UNKNOWN /steps/1/configuration/condition',
    ]);
  });
});

describe('error.*', () => {
  it('is known in a finally at any depth, and inside what stands behind an error port', () => {
    const steps = [
      { id: 't', type: 'try' },
      pass('a', { parent: 't' }),
      loop('l', { items: '[1]' }, { parent: 't', region: 'finally' }),
      asks('b', 'coalesce(error.code, "")', { parent: 'l' }),
      loop('after', { items: '[1]', result: 'error.step' }),
      asks('c', 'error.message', { parent: 'after' }),
    ];
    expect(problemsOf({ steps, connections: [wire('t.error -> after')] })).toEqual([]);
  });

  it('is not known in a body', () => {
    const steps = [{ id: 't', type: 'try' }, asks('a', 'error.code', { parent: 't' })];
    expect(problemsOf({ steps })).toEqual(['ERROR_NAME_MISPLACED /steps/1/configuration/values/y']);
  });
});

it('a sub-workflow may give any fact, also by bare name', () => {
  const steps = [
    { id: 'run', type: 'sub_workflow', configuration: { workflowId: 'w' } },
    asks('a', 'summary.text + steps.run.other.text'),
  ];
  expect(problemsOf({ steps, connections: [wire('run -> a')] })).toEqual([]);
});

it('names are looked for even where something does not fit: behind a circle, and on a connection from nowhere', () => {
  const steps = [gives('a'), gives('b'), asks('c', 'steps.a.x + steps.d.x'), gives('d')];
  const connections = [
    ...['a -> b', 'b -> a', 'b -> c'].map(wire),
    { ...wire('nowhere -> d'), condition: 'error.code = "x" OR loop.index = 1' },
  ];
  expect(problemsOf({ steps, connections })).toEqual([
    'CYCLE /steps/0',
    'STEP_UNREACHABLE /steps/2',
    'REFERENCE_NOT_UPSTREAM /steps/2/configuration/values/y',
    'STEP_UNCONNECTED /steps/3',
    'CONNECTION_STEP_UNKNOWN /connections/3/sourceStep',
    'ERROR_NAME_MISPLACED /connections/3/condition',
    'EXPRESSION_NAME_UNKNOWN /connections/3/condition',
  ]);
});

import { checkDraft, pass, problemsOf, wire } from '../../test/drafts.js';
import { startCpu } from '../../test/cpu-time.js';

const CHAIN = [
  { id: 'read', type: 'document_ingestion' },
  { id: 'cut', type: 'chunking' },
  { id: 'index', type: 'embedding' },
  { id: 'search', type: 'search' },
  { id: 'answer', type: 'synthesis' },
];
const CHAINED = ['read -> cut', 'cut -> index', 'index -> search', 'search -> answer'].map(wire);

describe('a good definition', () => {
  it('of bare steps has no problems', () => {
    expect(checkDraft({ steps: CHAIN, connections: CHAINED })).toMatchObject({ valid: true, problems: [] });
  });

  it('with warnings is still valid', () => {
    expect(checkDraft({ steps: [{ id: 'a', type: 'chunking' }] })).toMatchObject({ valid: true });
  });
});

describe('the biggest definition', () => {
  const steps = Array.from({ length: 2000 }, (_, index) =>
    index % 5 === 0 && index > 0
      ? {
          id: `s${index}`,
          type: 'condition',
          configuration: { cases: [{ port: 'p', when: `steps.s${index - 1}.x > 1 AND question <> ""` }] },
        }
      : pass(`s${index}`, index % 5 === 4 ? { configuration: { values: { x: '1' } } } : {}),
  );
  const connections = Array.from({ length: 4000 }, (_, index) => {
    const from = index % 1999;
    const to = index < 1999 ? from + 1 : Math.min(1999, from + 2 + (index % 7));
    return {
      id: `c${index}`,
      sourceStep: `s${from}`,
      sourceOutput: from % 5 === 0 && from > 0 ? 'else' : 'out',
      targetStep: `s${to}`,
    };
  });

  it('is validated in well under a second', () => {
    const draft = {
      steps: steps.map((step, index) => (index > 400 ? { ...step, configuration: {} } : step)),
      connections,
    };
    checkDraft(draft);
    const cpu = startCpu();
    const { problems } = checkDraft(draft);
    expect(cpu()).toBeLessThan(1000);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('with as many mistakes is told them all as quickly', () => {
    const cpu = startCpu();
    const { problems } = checkDraft({
      steps: steps.map((step) => ({ ...step, type: 'nope' })),
      connections: connections.map((connection) => ({ ...connection, targetStep: 'nowhere' })),
    });
    expect(cpu()).toBeLessThan(1000);
    expect(problems.length).toBeGreaterThan(6000);
  });

  it('one step more, or one connection more, is refused', () => {
    expect(problemsOf({ steps: [...steps, pass('more')] })).toEqual(['TOO_MANY_STEPS /steps']);
    expect(problemsOf({ steps, connections: [...connections, wire('s0 -> s1')] })).toEqual([
      'TOO_MANY_CONNECTIONS /connections',
    ]);
  });
});

import { aDefinition } from '../canvas/a-definition.js';
import { listVariables } from './list-variables.js';

describe('the variables of an execution', () => {
  const definition = {
    ...aDefinition([]),
    variables: {
      total: { type: 'number', default: 0 },
      note: { type: 'string' },
      own: { type: 'string', scope: 'temporary' },
    },
  } as const;

  it('are those that are stored, and the global ones that nothing has set yet', () => {
    const stored = [
      { scopePath: 'each[10]', name: 'own', value: 'b', setAt: '2026-01-01T00:00:00Z' },
      { scopePath: 'each[2]', name: 'own', value: 'a', setAt: '2026-01-01T00:00:00Z' },
      { scopePath: '', name: 'total', value: 3, setAt: '2026-01-01T00:00:00Z' },
    ];
    expect(
      listVariables(definition, stored).map(({ name, scopePath, value, type }) => [
        scopePath,
        name,
        value,
        type,
      ]),
    ).toEqual([
      ['', 'note', undefined, 'string'],
      ['', 'total', 3, 'number'],
      ['each[2]', 'own', 'a', 'string'],
      ['each[10]', 'own', 'b', 'string'],
    ]);
  });
});

import { aDefinition } from '../../canvas/a-definition.js';
import { fittingHandlers } from './fitting-handlers.js';

const call = { type: 'http_request', configuration: {} };

describe('steps that could undo another', () => {
  const book = { id: 'book', ...call, parent: 'guard' };
  const definition = aDefinition(
    [
      { id: 'guard', type: 'try', configuration: {} },
      book,
      { id: 'free', ...call, parent: 'guard' },
      { id: 'pure', type: 'transform', configuration: {}, parent: 'guard' },
      { id: 'tied', ...call, parent: 'guard' },
      { id: 'other', ...call, parent: 'guard', compensateWith: 'taken' },
      { id: 'taken', ...call, parent: 'guard' },
      { id: 'elsewhere', ...call },
    ],
    ['book tied'],
  );

  it('stand beside it, do work, are tied to nothing and undo no other', () => {
    expect(fittingHandlers(definition, book).map(({ id }) => id)).toEqual(['free']);
  });
});

import type { WorkflowDefinition } from '#definition';
import { differsFromPublished } from './differs-from-published.js';

const PUBLISHED: WorkflowDefinition = {
  schemaVersion: 1,
  name: 'Ask',
  description: 'As it stands in the file.',
  inputs: {},
  variables: {},
  steps: [{ id: 'find', type: 'search', configuration: { limit: 3 } }],
  connections: [],
  metadata: {},
};

describe('what is drawn beside what is published', () => {
  it('is the same under another name and description', () => {
    expect(differsFromPublished(PUBLISHED, { ...PUBLISHED, name: 'Ask us', description: '' })).toBe(false);
  });

  it('differs in a setting', () => {
    const drawn = { ...PUBLISHED, steps: [{ id: 'find', type: 'search', configuration: { limit: 4 } }] };

    expect(differsFromPublished(PUBLISHED, drawn)).toBe(true);
  });
});

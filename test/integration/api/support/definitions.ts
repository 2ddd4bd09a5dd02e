/** A workflow that no worker step is needed for: it greets. */
export const greeting = {
  schemaVersion: 1,
  inputs: { name: { type: 'string', required: true }, times: { type: 'number', default: 2 } },
  variables: {},
  steps: [
    {
      id: 'greet',
      type: 'transform',
      configuration: { values: { text: 'input.name' } },
    },
  ],
  connections: [],
  metadata: {},
};

/** Can be read, and so kept as a draft, but has an error: a connection to nowhere. */
export const broken = {
  ...greeting,
  connections: [{ id: 'c', sourceStep: 'greet', targetStep: 'nowhere' }],
};

import type { WorkflowDefinition } from '#definition';

/** A workflow to begin with. */
export interface Starter {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly definition: WorkflowDefinition;
}

const blank: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: {},
  variables: {},
  steps: [],
  connections: [],
  metadata: {},
};

const askDocuments: WorkflowDefinition = {
  ...blank,
  name: 'Ask my documents',
  description: 'Reads the documents, finds the passages that fit a question, and answers with citations.',
  inputs: {
    question: { type: 'string', required: true, description: 'What do you want to know?' },
    documents: { type: 'documents', required: false, description: 'Which documents to read.' },
  },
  steps: [
    at(0, 'read', 'document_ingestion', 'Read the documents'),
    at(1, 'cut', 'chunking', 'Cut into passages'),
    at(2, 'index', 'embedding', 'Index the passages'),
    at(3, 'find', 'search', 'Find what fits'),
    at(4, 'answer', 'synthesis', 'Answer with citations'),
  ],
  connections: [
    connect('read', 'cut'),
    connect('cut', 'index'),
    connect('index', 'find'),
    connect('find', 'answer'),
  ],
};

export const starters: readonly Starter[] = [
  {
    key: 'ask',
    title: 'Ask my documents',
    summary: 'Five steps from files to an answer with citations. Ready to run.',
    definition: askDocuments,
  },
  { key: 'blank', title: 'Blank', summary: 'An empty canvas.', definition: blank },
];

function at(column: number, id: string, type: string, name: string): WorkflowDefinition['steps'][number] {
  return { id, type, name, configuration: {}, position: { x: 60 + column * 280, y: 160 } };
}

function connect(sourceStep: string, targetStep: string): WorkflowDefinition['connections'][number] {
  return {
    id: `${sourceStep}-${targetStep}`,
    sourceStep,
    sourceOutput: 'out',
    targetStep,
    targetInput: 'in',
  };
}

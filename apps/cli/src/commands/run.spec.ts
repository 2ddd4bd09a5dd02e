import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answers } from '../../spec/pretended-product.js';
import { PretendedProduct } from '../../spec/pretended-product.js';
import { runCommandLine } from '../command-line.js';
import { EXIT } from '../exit-code.js';
import { runCommand } from './run.js';

const WORKFLOW = `
schemaVersion: 1
name: Ask
inputs: { question: { type: string, required: true } }
steps: [{ id: answer, type: transform, configuration: { values: { answer: input.question } } }]
connections: []
`;
const CITATION = { number: 1, documentName: 'handbook.md', page: 3, headingPath: ['Leave'] };
const ENDED = {
  id: 'e1',
  status: 'COMPLETED',
  progressPercentage: 100,
  output: { answer: { answer: '25 days [1].', citations: [CITATION] } },
  error: null,
  stepsOmitted: 0,
  steps: [
    {
      path: 'answer',
      stepId: 'answer',
      type: 'transform',
      name: 'Answer',
      status: 'COMPLETED',
      attempt: 1,
      durationMs: 12,
      reason: null,
      error: null,
      progress: null,
    },
  ],
};
const NO_WORKFLOWS = { workflows: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } };
const FRESH: Answers = {
  WorkflowsByName: () => NO_WORKFLOWS,
  Create: () => ({ createWorkflow: { workflow: { id: 'w1', status: 'DRAFT' }, problems: [] } }),
  Publish: () => ({ publishWorkflow: { workflow: { id: 'w1', status: 'PUBLISHED' }, problems: [] } }),
  Start: () => ({ startExecution: { execution: { id: 'e1', status: 'PENDING' }, problems: [] } }),
  Execution: () => ({ execution: ENDED }),
};

describe('sluice run', () => {
  let folder = '';
  let product: PretendedProduct | null = null;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-run-'));
    await writeFile(join(folder, 'ask.yaml'), WORKFLOW);
    await writeFile(join(folder, 'b.txt'), 'b');
    await writeFile(join(folder, 'a.txt'), 'a');
  });
  afterEach(async () => {
    await product?.stop();
    await rm(folder, { recursive: true });
  });

  async function run(answers: Answers, args: readonly string[], interruption = new AbortController()) {
    product = new PretendedProduct(answers);
    const url = await product.start();
    const printed = { out: '', err: '' };
    const exitCode = await runCommandLine(['run', ...args], {
      commands: [runCommand],
      config: { url, token: 'token', email: null, password: null, localFile: join(folder, 'none.json') },
      terminal: {
        out: (text) => void (printed.out += text),
        err: (text) => void (printed.err += text),
        interactive: false,
      },
      signal: interruption.signal,
    });
    return { exitCode, ...printed };
  }

  const operations = () => product?.operations.map(({ name }) => name);

  it('prints every step and round with --json, page by page when there are many', async () => {
    const step = (n: number) => ({ ...ENDED.steps[0], path: `each[${n}]`, type: 'loop' });
    const page = (nodes: object[], endCursor: string | null) => ({
      executionSteps: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } },
    });
    const answers: Answers = {
      ...FRESH,
      Execution: () => ({ execution: { ...ENDED, stepsOmitted: 2 } }),
      Steps: ({ after }) => (after === null ? page([step(0), step(1)], 'c') : page([step(2)], null)),
    };
    const { out } = await run(answers, [join(folder, 'ask.yaml'), '--input', 'question=Why?', '--json']);
    const { steps } = JSON.parse(out) as { steps: { path: string }[] };
    expect(steps.map(({ path }) => path)).toEqual(['each[0]', 'each[1]', 'each[2]']);
  });

  it('stores and publishes the file, uploads in order, runs, and prints the answer with its sources', async () => {
    const { exitCode, out, err } = await run(FRESH, [
      join(folder, 'ask.yaml'),
      '--documents',
      join(folder, 'b.txt'),
      join(folder, 'a.txt'),
      '--input',
      'question=How long?',
    ]);

    expect(exitCode).toBe(EXIT.done);
    expect(operations()).toEqual(['WorkflowsByName', 'Create', 'Publish', 'Start', 'Execution']);
    expect(product?.uploads).toEqual(['b.txt', 'a.txt']);
    expect(product?.operations[3]?.variables).toMatchObject({
      input: {
        workflowId: 'w1',
        input: { question: 'How long?' },
        documentIds: ['id of b.txt', 'id of a.txt'],
      },
    });
    expect(out).toBe('\n25 days [1].\n\n  [1] handbook.md, page 3, Leave\n');
    expect(err).toContain('Answer: completed');
  });

  it('goes on with the files that were taken, and says which was not', async () => {
    await writeFile(join(folder, 'huge.bin'), 'pretend');
    const documents = ['huge.bin', 'a.txt'].map((name) => join(folder, name));
    const { exitCode, err } = await run(FRESH, [
      join(folder, 'ask.yaml'),
      '--documents',
      ...documents,
      '--input',
      'question=How long?',
    ]);

    expect(exitCode).toBe(EXIT.done);
    expect(err).toContain('huge.bin: The file is too large.');
    expect(product?.operations[3]?.variables).toMatchObject({ input: { documentIds: ['id of a.txt'] } });
  });

  it('does not run when no file was taken', async () => {
    await writeFile(join(folder, 'huge.bin'), 'pretend');
    const { exitCode } = await run(FRESH, [
      join(folder, 'ask.yaml'),
      '--documents',
      join(folder, 'huge.bin'),
    ]);

    expect(exitCode).toBe(EXIT.usage);
    expect(operations()).not.toContain('Start');
  });

  it('prints exactly one document with --json', async () => {
    const { out } = await run(FRESH, [join(folder, 'ask.yaml'), '--json']);

    expect(JSON.parse(out)).toEqual({
      executionId: 'e1',
      status: 'completed',
      output: ENDED.output,
      error: null,
      steps: [
        {
          path: 'answer',
          stepId: 'answer',
          type: 'transform',
          status: 'completed',
          attempt: 1,
          durationMs: 12,
          reason: null,
        },
      ],
    });
  });

  it('updates a workflow of the same name whose definition differs', async () => {
    const stored = { id: 'w9', name: 'Ask', definition: {}, publishedVersion: null };
    const { exitCode } = await run(
      {
        ...FRESH,
        WorkflowsByName: () => ({ workflows: { ...NO_WORKFLOWS.workflows, nodes: [stored] } }),
        Update: () => ({ updateWorkflow: { workflow: { id: 'w9', status: 'PUBLISHED' }, problems: [] } }),
        Publish: () => ({ publishWorkflow: { workflow: { id: 'w9', status: 'PUBLISHED' }, problems: [] } }),
      },
      [join(folder, 'ask.yaml'), '--detach'],
    );

    expect(exitCode).toBe(EXIT.done);
    expect(operations()).toEqual(['WorkflowsByName', 'Update', 'Publish', 'Start']);
  });

  it('runs a stored workflow by its id', async () => {
    const id = '8c6f2a52-6a0e-4c7e-9d5e-0a4f0d1e2b3c';
    const workflow = { id, name: 'Ask', definition: { inputs: {} }, publishedVersion: null };
    const { exitCode } = await run({ ...FRESH, Workflow: () => ({ workflow }) }, [id]);

    expect(exitCode).toBe(EXIT.done);
    expect(operations()).toEqual(['Workflow', 'Start', 'Execution']);
  });

  it('with --detach it gives the id and does not wait', async () => {
    const { exitCode, out } = await run(FRESH, [join(folder, 'ask.yaml'), '--detach', '--json']);

    expect(exitCode).toBe(EXIT.done);
    expect(JSON.parse(out)).toMatchObject({ executionId: 'e1', status: 'running', steps: [] });
    expect(operations()).not.toContain('Execution');
  });

  it('when interrupted it says that the run goes on, and where to cancel it', async () => {
    const interruption = new AbortController();
    const running = () => {
      setTimeout(() => interruption.abort(), 20);
      return { execution: { ...ENDED, status: 'RUNNING' } };
    };
    const { exitCode, err, out } = await run(
      { ...FRESH, Execution: running },
      [join(folder, 'ask.yaml')],
      interruption,
    );

    expect(exitCode).toBe(EXIT.interrupted);
    expect(err).toMatch(/execution e1 goes on: .*executions\/e1 or \"sluice cancel e1\"/);
    expect(out).toBe('');
  });

  it.each([
    [
      'an execution that failed',
      { Execution: () => ({ execution: { ...ENDED, status: 'FAILED' } }) },
      EXIT.no,
    ],
    [
      'an input that is missing',
      {
        Start: () => ({
          startExecution: {
            execution: null,
            problems: [{ code: 'MISSING_INPUT', severity: 'ERROR', message: '', path: '' }],
          },
        }),
      },
      EXIT.no,
    ],
    ['a token that does not count', { WorkflowsByName: () => 'UNAUTHENTICATED' }, EXIT.notAllowed],
    ['a product that is not ready', { WorkflowsByName: () => 'UNAVAILABLE' }, EXIT.unreachable],
  ] satisfies [string, Answers, number][])('tells the shell of %s', async (_case, answers, expected) => {
    const { exitCode } = await run({ ...FRESH, ...answers }, [join(folder, 'ask.yaml')]);

    expect(exitCode).toBe(expected);
  });

  it('refuses a file with problems before anything is stored', async () => {
    await writeFile(join(folder, 'broken.yaml'), WORKFLOW.replace('transform', 'teleport'));
    const { exitCode, err } = await run(FRESH, [join(folder, 'broken.yaml')]);

    expect(exitCode).toBe(EXIT.no);
    expect(err).toContain('teleport');
    expect(operations()).toEqual([]);
  });

  it('refuses a name that is neither a file nor a workflow, and documents that are not there', async () => {
    expect((await run(FRESH, ['Nothing'])).exitCode).toBe(EXIT.usage);
    await product?.stop();
    expect(
      (await run(FRESH, [join(folder, 'ask.yaml'), '--documents', join(folder, 'c.txt')])).exitCode,
    ).toBe(EXIT.usage);
  });
});

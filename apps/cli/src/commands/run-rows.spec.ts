import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answers } from '../../spec/pretended-product.js';
import { PretendedProduct } from '../../spec/pretended-product.js';
import { runCommandLine } from '../command-line.js';
import { EXIT } from '../exit-code.js';
import { runCommand } from './run.js';

const WORKFLOW = '00000000-0000-4000-8000-000000000001';
const definition = { inputs: { name: { type: 'string' } } };
const progress = (status: string, completed: number, failed: number) => ({
  execution: { id: 'e1', status, error: null, bulk: { rows: 3 } },
  completed: { totalCount: completed },
  failed: { totalCount: failed },
});

function answers(...states: readonly object[]): Answers {
  const left = [...states];
  return {
    Workflow: () => ({
      workflow: {
        id: WORKFLOW,
        name: 'Greet',
        definition,
        publishedVersion: { definition, definitionHash: 'h' },
      },
    }),
    StartRows: () => ({ startBulkExecution: { execution: { id: 'e1', status: 'PENDING' }, problems: [] } }),
    Rows: () => (left.length > 1 ? left.shift() : left[0]) ?? {},
  };
}

describe('sluice run --rows', () => {
  let folder = '';
  let product: PretendedProduct | null = null;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-rows-'));
    await writeFile(join(folder, 'names.csv'), 'name\nAnn\nBo\nCy\n');
    await writeFile(join(folder, 'many.jsonl'), '{"name":"Ann"}\n'.repeat(10_000));
    await writeFile(join(folder, 'names.txt'), 'Ann');
  });
  afterEach(async () => {
    await product?.stop();
    await rm(folder, { recursive: true });
  });

  async function run(given: Answers, args: readonly string[]) {
    product = new PretendedProduct(given);
    const url = await product.start();
    const printed = { out: '', err: '' };
    const exitCode = await runCommandLine(['run', WORKFLOW, ...args], {
      commands: [runCommand],
      config: { url, token: 'token', email: null, password: null, localFile: join(folder, 'none.json') },
      terminal: {
        out: (text) => void (printed.out += text),
        err: (text) => void (printed.err += text),
        interactive: false,
      },
      signal: new AbortController().signal,
    });
    return { exitCode, url, ...printed };
  }
  const started = () => product?.operations.find(({ name }) => name === 'StartRows')?.variables;

  it('sends the table, shows how far it is, and says where the results are', async () => {
    const states = [progress('RUNNING', 0, 0), progress('RUNNING', 2, 0), progress('COMPLETED', 3, 0)];
    const file = join(folder, 'names.csv');
    const { exitCode, out, err, url } = await run(answers(...states), ['--rows', file, '--concurrency', '5']);

    expect(exitCode).toBe(EXIT.done);
    expect(started()).toMatchObject({
      input: {
        ...{ workflowId: WORKFLOW, rowsFormat: 'CSV', rowsText: 'name\nAnn\nBo\nCy\n', concurrency: 5 },
      },
    });
    expect(err).toBe('0 of 3 rows done\n2 of 3 rows done\n3 of 3 rows done\n');
    expect(out).toContain(`completed\n3 of 3 rows done\nresults: ${url}/api/v1/executions/e1/results`);
  });

  it('uploads a long table first, and tells the shell that rows failed', async () => {
    const file = join(folder, 'many.jsonl');
    const { exitCode, out } = await run(answers(progress('FAILED', 2, 1)), ['--rows', file, '--json']);

    expect(exitCode).toBe(EXIT.no);
    expect(product?.uploads).toEqual(['many.jsonl']);
    expect(started()).toMatchObject({
      input: { rowsDocumentId: 'id of many.jsonl', rowsFormat: 'JSON_LINES' },
    });
    expect(JSON.parse(out)).toMatchObject({
      ...{ executionId: 'e1', status: 'failed', rows: { total: 3, completed: 2, failed: 1 } },
    });
  });

  it.each([
    ['another kind of file', ['--rows', 'names.txt']],
    ['a file that is not there', ['--rows', 'nothing.csv']],
    ['inputs beside the table', ['--rows', 'names.csv', '--input', 'name=Ann']],
    ['too many at once', ['--rows', 'names.csv', '--concurrency', '101']],
    ['a number of rows at once without rows', ['--concurrency', '5']],
  ])('refuses %s before anything is sent', async (_case, args) => {
    const { exitCode } = await run(
      answers(),
      args.map((arg) => (arg.includes('.') ? join(folder, arg) : arg)),
    );
    expect(exitCode).toBe(EXIT.usage);
    expect(product?.operations).toEqual([]);
  });
});

import { findProduct, type Product } from '../api/product.js';
import { isSet, JSON_FLAG, listFlag, textFlag, type Command, type Invocation } from '../command.js';
import { CommandError, EXIT, usageError, type ExitCode } from '../exit-code.js';
import { readInputs } from '../input-values.js';
import { answerLines } from '../print/answer.js';
import { problemLines } from '../print/problems.js';
import { concurrencyOf } from '../rows/concurrency.js';
import { followRows } from '../rows/follow-rows.js';
import { checkRowsFile, sendRows } from '../rows/rows-file.js';
import { startRows } from '../rows/start-rows.js';
import { withAllSteps } from '../run/all-steps.js';
import { runDocument } from '../run/run-document.js';
import { startExecution } from '../run/start-execution.js';
import { uploadDocuments } from '../run/upload-documents.js';
import { watchExecution } from '../run/watch-execution.js';
import { findWorkflow } from '../run/find-workflow.js';

/** Runs a workflow over documents and waits for its answer. */
export const runCommand: Command = {
  name: 'run',
  summary: 'Run a workflow (a file, or the name or id of a stored one) over documents and print its answer.',
  arguments: ['file or workflow'],
  flags: {
    documents: { type: 'string', multiple: true, value: '<path>…', help: 'files or folders to run over' },
    input: { type: 'string', multiple: true, value: '<name=value>…', help: 'values of the declared inputs' },
    rows: { type: 'string', value: '<file>', help: 'run once for each row of a .csv or .jsonl file' },
    concurrency: { type: 'string', value: '<number>', help: 'rows at the same time, 1 to 100 (default 10)' },
    name: { type: 'string', value: '<text>', help: 'a name for this execution' },
    detach: { type: 'boolean', help: 'start it, print its id and do not wait' },
    json: JSON_FLAG,
  },
  async run(invocation) {
    const rows = textFlag(invocation, 'rows');
    const concurrency = concurrencyOf(invocation);
    if (rows !== null) await checkRowsFile(rows);
    if (rows !== null && listFlag(invocation, 'input').length > 0)
      throw usageError('--rows gives the inputs; leave --input out.');
    if (rows === null && concurrency !== null) throw usageError('--concurrency is for --rows.');
    const product = await findProduct(invocation.config, invocation.signal);
    const [source = ''] = invocation.positionals;
    const workflow = await findWorkflow(product, source);
    if (workflow.kind === 'refused') return refuse(invocation, workflow.problems);
    const input = readInputs(listFlag(invocation, 'input'), workflow.inputs);
    const documentIds = await uploadDocuments(
      product,
      invocation.terminal,
      listFlag(invocation, 'documents'),
    );
    const request = {
      workflowId: workflow.id,
      name: textFlag(invocation, 'name'),
      ...(documentIds.length > 0 ? { documentIds } : {}),
    };
    const started =
      rows === null
        ? await startExecution(product, { ...request, input })
        : await startRows(product, {
            ...request,
            ...(await sendRows(product, rows)),
            ...(concurrency !== null && { concurrency }),
          });
    if (started.kind === 'refused') return refuse(invocation, started.problems);
    if (isSet(invocation, 'detach')) return detach(invocation, started.executionId);
    const follows = rows === null ? followSteps : followRows;
    return whileWatched(invocation, product, started.executionId, follows);
  },
};

type Problems = Parameters<typeof problemLines>[0];

function refuse(invocation: Invocation, problems: Problems): ExitCode {
  if (isSet(invocation, 'json')) {
    const [first] = problems;
    const error = { code: first?.code ?? 'BAD_INPUT', message: first?.message ?? 'The call was refused.' };
    const answer = { executionId: null, status: 'refused', output: null, error, problems, steps: [] };
    invocation.terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    invocation.terminal.err(problemLines(problems));
  }
  return EXIT.no;
}

function detach(invocation: Invocation, executionId: string): ExitCode {
  const answer = { executionId, status: 'running', output: null, error: null, steps: [] };
  invocation.terminal.out(
    isSet(invocation, 'json')
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `Execution ${executionId} started.\n`,
  );
  return EXIT.done;
}

async function followSteps(invocation: Invocation, product: Product, executionId: string): Promise<ExitCode> {
  const { terminal } = invocation;
  const execution = await watchExecution(product, terminal, executionId);
  if (isSet(invocation, 'json')) {
    const whole = await withAllSteps(product, execution);
    terminal.out(`${JSON.stringify(runDocument(whole), null, 2)}\n`);
  } else terminal.out(answerLines(execution));
  return execution.status === 'COMPLETED' ? EXIT.done : EXIT.no;
}

/** Ctrl-C ends the watching, not the execution. */
async function whileWatched(
  invocation: Invocation,
  product: Product,
  executionId: string,
  follows: typeof followSteps,
): Promise<ExitCode> {
  try {
    return await follows(invocation, product, executionId);
  } catch (error) {
    if (!invocation.signal.aborted) throw error;
    throw new CommandError(
      EXIT.interrupted,
      `stopped watching; execution ${executionId} goes on: ${product.url}/executions/${executionId} or "sluice cancel ${executionId}".`,
    );
  }
}

import { findProduct, type Product } from '../api/product.js';
import { isSet, JSON_FLAG, listFlag, textFlag, type Command, type Invocation } from '../command.js';
import { CommandError, EXIT, type ExitCode } from '../exit-code.js';
import { readInputs } from '../input-values.js';
import { answerLines } from '../print/answer.js';
import { problemLines } from '../print/problems.js';
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
    name: { type: 'string', value: '<text>', help: 'a name for this execution' },
    detach: { type: 'boolean', help: 'start it, print its id and do not wait' },
    json: JSON_FLAG,
  },
  async run(invocation) {
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
    const started = await startExecution(product, {
      workflowId: workflow.id,
      input,
      name: textFlag(invocation, 'name'),
      ...(documentIds.length > 0 ? { documentIds } : {}),
    });
    if (started.kind === 'refused') return refuse(invocation, started.problems);
    if (isSet(invocation, 'detach')) return detach(invocation, started.executionId);
    return follow(invocation, product, started.executionId);
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

async function follow(invocation: Invocation, product: Product, executionId: string): Promise<ExitCode> {
  const { terminal } = invocation;
  try {
    const execution = await watchExecution(product, terminal, executionId);
    if (isSet(invocation, 'json')) {
      const whole = await withAllSteps(product, execution);
      terminal.out(`${JSON.stringify(runDocument(whole), null, 2)}\n`);
    } else terminal.out(answerLines(execution));
    return execution.status === 'COMPLETED' ? EXIT.done : EXIT.no;
  } catch (error) {
    if (!invocation.signal.aborted) throw error;
    throw new CommandError(
      EXIT.interrupted,
      `stopped watching; execution ${executionId} goes on: ${product.url}/executions/${executionId} or "sluice cancel ${executionId}".`,
    );
  }
}

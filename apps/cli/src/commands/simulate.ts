import {
  checkDefinition,
  compilePlan,
  findStepType,
  type Json,
  type Problem,
  type WorkflowDefinition,
} from '#definition';
import { simulate, type SimulationResult, type StartInput, type ZeroFacts } from '#interpreter';
import { isSet, JSON_FLAG, listFlag, textFlag, type Command, type Invocation } from '../command.js';
import { EXIT, usageError, type ExitCode } from '../exit-code.js';
import { readInputDocument } from '../input-file.js';
import { readInputs } from '../input-values.js';
import { readOutcomes } from '../outcomes-file.js';
import { problemLines } from '../print/problems.js';

/** The interpreter over made-up outcomes: what would run, what would be skipped, and why. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'Run a definition over made-up outcomes and show which steps run, with nothing outside touched.',
  arguments: ['file'],
  flags: {
    outcomes: { type: 'string', value: '<file>', help: 'what to pretend of steps, by id or instance path' },
    input: { type: 'string', multiple: true, value: '<name=value>…', help: 'values of the declared inputs' },
    json: JSON_FLAG,
  },
  async run(invocation) {
    const [file = ''] = invocation.positionals;
    const { valid, definition, problems } = checkDefinition(await readInputDocument(file));
    const plan = valid && definition !== null ? compilePlan(definition).plan : null;
    if (definition === null || plan === null) return refuse(invocation, problems);
    const outcomesFile = textFlag(invocation, 'outcomes');
    const outcomes = outcomesFile === null ? {} : readOutcomes(await readInputDocument(outcomesFile));
    const result = simulate(
      plan,
      startInput(definition, listFlag(invocation, 'input')),
      outcomes,
      zeroFacts(definition),
    );
    if (result.unknown.length > 0) {
      throw usageError(`the outcomes speak of what is not there: ${result.unknown.join(', ')}.`);
    }
    print(invocation, result);
    return result.status === 'completed' ? EXIT.done : EXIT.no;
  },
};

function refuse(invocation: Invocation, problems: readonly Problem[]): ExitCode {
  if (isSet(invocation, 'json')) {
    const answer = { status: 'invalid', output: null, variables: {}, steps: [], problems };
    invocation.terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    invocation.terminal.err(problemLines(problems));
  }
  return EXIT.no;
}

/** Inputs that are not given have their default, or a value of their type that stands for nothing. */
function startInput(definition: WorkflowDefinition, pairs: readonly string[]): StartInput {
  const given = readInputs(pairs, definition.inputs);
  const missing = Object.entries(definition.inputs).filter(
    ([name, input]) =>
      !Object.hasOwn(given, name) && input.default === undefined && input.type !== 'documents',
  );
  const zeros = Object.fromEntries(missing.map(([name, input]) => [name, ZERO_INPUT[input.type] ?? null]));
  const documents = { $ref: 'simulation:documents', kind: 'documents', count: 0, bytes: 0, sha256: '' };
  return { at: 0, executionId: 'simulation', input: { ...zeros, ...given }, documents };
}

const ZERO_INPUT: Readonly<Record<string, Json>> = {
  string: '',
  number: 0,
  boolean: false,
  object: {},
  array: [],
};

function zeroFacts(definition: WorkflowDefinition): ZeroFacts {
  const steps = new Map(definition.steps.map((step) => [step.id, step]));
  return ({ id, type }) => {
    const step = steps.get(id);
    return step === undefined ? {} : (findStepType(type)?.zeroOutput(step) ?? {});
  };
}

function print(invocation: Invocation, result: SimulationResult): void {
  const { status, output, error, variables, steps } = result;
  if (isSet(invocation, 'json')) {
    invocation.terminal.out(`${JSON.stringify({ status, output, variables, steps, error }, null, 2)}\n`);
    return;
  }
  for (const step of steps) {
    const attempt = step.attempt > 1 ? ` (attempt ${step.attempt})` : '';
    invocation.terminal.out(
      `${step.status.padEnd(9)}  ${step.path}${attempt}  ${step.reason ?? ''}`.trimEnd() + '\n',
    );
  }
  const failure = error === null ? '' : `: ${error.message} [${error.code}]`;
  invocation.terminal.out(`\n${status}${failure}\n${JSON.stringify(output, null, 2)}\n`);
}

import type { Json } from '#definition';
import { findProduct } from '../api/product.js';
import { isSet, JSON_FLAG, type Command, type Flag, type Invocation } from '../command.js';
import { EXIT } from '../exit-code.js';
import { problemLines } from '../print/problems.js';
import { askExecution } from './ask-execution.js';

/** What is asked of an execution: the mutation's name, and its arguments with their types. */
interface Question {
  readonly mutation: string;
  readonly types: Readonly<Record<string, string>>;
  readonly read: (invocation: Invocation) => Readonly<Record<string, Json>>;
}

interface Description {
  readonly name: string;
  readonly summary: string;
  /** Beside the execution's id, which comes first. */
  readonly arguments: readonly string[];
  readonly flags?: Readonly<Record<string, Flag>>;
}

/** A command that asks one thing of an open execution and says what its status is then, or why it was refused. */
export function controlCommand({ flags, ...description }: Description, question: Question): Command {
  return {
    ...description,
    arguments: ['execution', ...description.arguments],
    flags: { ...flags, json: JSON_FLAG },
    async run(invocation) {
      const [executionId = ''] = invocation.positionals;
      const variables = { id: executionId, ...question.read(invocation) };
      const product = await findProduct(invocation.config, invocation.signal);
      const { status, problems } = await askExecution(product, question.mutation, question.types, variables);
      const { terminal } = invocation;
      if (isSet(invocation, 'json')) {
        terminal.out(`${JSON.stringify({ executionId, status, problems }, null, 2)}\n`);
      } else if (problems.length > 0) terminal.err(problemLines(problems));
      else terminal.out(`Execution ${executionId} is ${status ?? 'gone'}.\n`);
      if (problems.length === 0) return EXIT.done;
      return problems.some(({ code }) => code === 'UNAVAILABLE') ? EXIT.unreachable : EXIT.no;
    },
  };
}

/** The instance path of a step, which comes second. */
export function readPath({ positionals }: Invocation): { readonly path: string } {
  return { path: positionals[1] ?? '' };
}

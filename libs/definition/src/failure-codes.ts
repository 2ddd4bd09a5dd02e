/** What a failure means and what to do about it. */
export interface FailureCode {
  readonly means: string;
  readonly advice: string;
}

/**
 * Every code that the error of a step or an execution can have, beside those that a provider gives. Codes are never
 * renamed; nothing may match on messages.
 */
export const FAILURE_CODES = {
  // The workflow itself.
  EXPRESSION_FAILED: {
    means: 'An expression could not be evaluated, or gave neither true nor false where a decision is needed.',
    advice: 'Open the step in the designer and check its expressions against the values in the log.',
  },
  VALIDATION_FAILED: {
    means: 'Rules of a validation did not hold, and the step was told to fail then.',
    advice: 'Look at which rules did not hold, and correct the data or the rules.',
  },
  JOIN_IMPOSSIBLE: {
    means: 'A step waits for more live connections than it can still get.',
    advice: 'Fewer ways led here than the step waits for. Lower its number, or change its join.',
  },
  BAD_INPUT: {
    means: 'A setting gave a value that the step cannot use.',
    advice: 'Check what the setting gives in the log, and correct it.',
  },
  DURATION_INVALID: {
    means: 'A setting gave no duration such as "30s", or no time.',
    advice: 'Write a duration such as 30s, 5m, 2h or 7d, or a date and time.',
  },
  LOOP_INPUT_INVALID: {
    means: 'What a loop goes over is no list, no whole number, or longer than a million.',
    advice: 'Check what the loop goes through: a list, or a whole number of times.',
  },
  LOOP_EXHAUSTED: {
    means: 'A loop had its maximum of rounds and was not done.',
    advice: 'Raise the loop’s most rounds, or let it go on when they are used up.',
  },
  ITEMS_FAILED: {
    means: 'More rounds of a loop failed than it tolerates.',
    advice: 'Open the failed rounds in the graph; the loop can also tolerate some failures.',
  },
  // Sizes.
  INPUT_TOO_LARGE: {
    means: 'The settings or inputs of a step come out too big to be handed on.',
    advice: 'Give smaller inputs, or upload them as documents.',
  },
  INPUT_MISSING: {
    means: 'The step got nothing to work on.',
    advice: 'Run again and fill in the missing input.',
  },
  OUTPUT_TOO_LARGE: {
    means: 'A step gave more than can be kept.',
    advice: 'Give less: fewer documents, a lower limit, or shorter values.',
  },
  // Running.
  STEP_TIMEOUT: {
    means: 'An attempt took longer than the timeout of the step.',
    advice: 'Raise the step’s timeout, or give it less to do.',
  },
  WORKER_LOST: {
    means: 'The worker stopped answering, or was stopped, while it ran the step.',
    advice: 'A worker stopped meanwhile. Run again; finished steps are not at fault.',
  },
  CANCELLED: {
    means: 'The step was cancelled from outside.',
    advice: 'Start a new execution when you want to go on.',
  },
  TERMINATED: {
    means: 'Somebody ended the execution in Temporal itself.',
    advice: 'Start a new execution, or rerun this one.',
  },
  TIMED_OUT: {
    means: 'Temporal ended the execution because its time was over.',
    advice: 'Start a new execution, or rerun this one.',
  },
  ENGINE_FAULT: {
    means: 'A fault of Sluice itself.',
    advice: 'This is a fault of the engine, not of your workflow. Run it again, and report it with the log.',
  },
  // Other workflows.
  SUB_WORKFLOW_NOT_FOUND: {
    means: 'The workflow that a step calls does not exist, is not published, or has no such version.',
    advice: 'Choose another workflow, or publish the one that is meant.',
  },
  SUB_WORKFLOW_RECURSION: {
    means: 'A workflow calls itself, or workflows call each other more than eight deep.',
    advice: 'A workflow may not run itself, nor be nested deeper than eight times.',
  },
  SUB_WORKFLOW_INPUT: {
    means: 'The inputs given to a workflow do not fit what it declares.',
    advice: 'Compare what is given with the inputs that the other workflow declares.',
  },
  // The web.
  HTTP_STATUS: {
    means: 'A server answered with a status that does not count as success.',
    advice:
      'Look at the answer: the other system refused. Correct the request, or count that status as success.',
  },
  HTTP_REFUSED: {
    means: 'The address must not be called: it is private, or no http address.',
    advice: 'This address is not allowed. Ask whoever runs the installation.',
  },
  HTTP_UNREACHABLE: {
    means: 'The server could not be reached or did not answer in time.',
    advice: 'Check the address, and whether the other system is up.',
  },
  HTTP_TOO_LARGE: {
    means: 'The answer is bigger than is taken.',
    advice: 'Ask the other system for less.',
  },
  SECRET_NOT_FOUND: {
    means: 'There is no secret of that name for that host.',
    advice: 'Store the secret under that name, or choose another.',
  },
  SECRET_UNREADABLE: {
    means: 'The secret is there and cannot be decrypted with the key of this installation.',
    advice: 'Store its value again under Secrets: the key of the installation has changed.',
  },
  // Documents.
  NO_READABLE_DOCUMENT: {
    means: 'None of the documents could be read.',
    advice: 'Choose at least one document that can be read; Documents shows the reason for each failure.',
  },
  DOCUMENT_ENCRYPTED: {
    means: 'The document is protected by a password.',
    advice: 'Remove the password from the document and upload it again.',
  },
  DOCUMENT_BROKEN: {
    means: 'The document is damaged.',
    advice: 'Open the document in its own program, save it anew and upload it again.',
  },
  DOCUMENT_EMPTY: {
    means: 'The document holds no text.',
    advice: 'The document holds no text. A scan needs text recognition first.',
  },
  DOCUMENT_UNSUPPORTED: {
    means: 'Documents of this kind cannot be read.',
    advice: 'Convert it to PDF, Word, Excel, PowerPoint, Markdown, HTML, text or CSV.',
  },
  DOCUMENT_TOO_LARGE: {
    means: 'The document is bigger than the step takes.',
    advice: 'Split the document, or raise the step’s largest size.',
  },
  DOCUMENT_LIMIT: {
    means: 'The document unpacks to too much.',
    advice: 'The document unpacks to too much. Split it.',
  },
  DOCUMENT_TIMEOUT: {
    means: 'The document took too long to read.',
    advice: 'The document takes too long to read. Split it.',
  },
  // Models.
  PROVIDER_NOT_CONFIGURED: {
    means: 'The step needs a model, and none is set up.',
    advice: 'Set up a model provider, or choose the mode that needs none.',
  },
  PROVIDER_RATE_LIMITED: {
    means: 'The provider asks to slow down.',
    advice: 'The provider asks to slow down. Run again later, or lower the load.',
  },
  PROVIDER_UNAVAILABLE: {
    means: 'The provider does not answer.',
    advice: 'The provider does not answer. Run again later.',
  },
  PROVIDER_REFUSED: {
    means: 'The provider refused the request.',
    advice: 'The provider refused the request. Check its key, the model’s name and the settings.',
  },
  PROVIDER_INVALID_RESPONSE: {
    means: 'The provider gave an answer that cannot be used.',
    advice: 'The provider gave an answer that cannot be used. Run again, or choose another model.',
  },
  ANSWER_SCHEMA_MISMATCH: {
    means: 'The answer of a model does not fit the output schema, also after it was told why.',
    advice: 'Make the schema simpler, say in the instructions what belongs where, or choose another model.',
  },
  TOKEN_LIMIT_REACHED: {
    means: 'An answer could take more tokens than the step may use.',
    advice: 'Raise the token limit of the step, or search for fewer passages.',
  },
  PROVIDER_WRONG_DIMENSIONS: {
    means: 'The model gives vectors of another length than was asked for, or than before.',
    advice:
      'Another model answers under the same name, or the model knows one length only. Name the model you mean, or leave the dimensions empty.',
  },
} as const satisfies Readonly<Record<string, FailureCode>>;

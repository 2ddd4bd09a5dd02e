/** What to try when an execution or step failed, by code of the closed list. */
const advice: Readonly<Record<string, string>> = {
  ENGINE_FAULT:
    'This is a fault of the engine, not of your workflow. Run it again, and report it with the log.',
  OUTPUT_TOO_LARGE: 'Give less: fewer documents, a lower limit, or shorter values.',
  INPUT_TOO_LARGE: 'Give smaller inputs, or upload them as documents.',
  STEP_TIMEOUT: 'Raise the step’s timeout, or give it less to do.',
  WORKER_LOST: 'A worker stopped meanwhile. Run again; finished steps are not at fault.',
  EXPRESSION_FAILED: 'Open the step in the designer and check its expressions against the values in the log.',
  JOIN_IMPOSSIBLE: 'Fewer ways led here than the step waits for. Lower its number, or change its join.',
  VALIDATION_FAILED: 'Look at which rules did not hold, and correct the data or the rules.',
  DOCUMENT_ENCRYPTED: 'Remove the password from the document and upload it again.',
  DOCUMENT_BROKEN: 'Open the document in its own program, save it anew and upload it again.',
  DOCUMENT_EMPTY: 'The document holds no text. A scan needs text recognition first.',
  DOCUMENT_UNSUPPORTED: 'Convert it to PDF, Word, Markdown, HTML, text or CSV.',
  DOCUMENT_TOO_LARGE: 'Split the document, or raise the step’s largest size.',
  DOCUMENT_LIMIT: 'The document unpacks to too much. Split it.',
  DOCUMENT_TIMEOUT: 'The document takes too long to read. Split it.',
  NO_READABLE_DOCUMENT:
    'Choose at least one document that can be read; Documents shows the reason for each failure.',
  INPUT_MISSING: 'Run again and fill in the missing input.',
  PROVIDER_RATE_LIMITED: 'The provider asks to slow down. Run again later, or lower the load.',
  PROVIDER_UNAVAILABLE: 'The provider does not answer. Run again later.',
  PROVIDER_REFUSED: 'The provider refused the request. Check its key, the model’s name and the settings.',
  PROVIDER_NOT_CONFIGURED: 'Set up a model provider, or choose the mode that needs none.',
  PROVIDER_INVALID_RESPONSE:
    'The provider gave an answer that cannot be used. Run again, or choose another model.',
  LOOP_EXHAUSTED: 'Raise the loop’s most rounds, or let it go on when they are used up.',
  ITEMS_FAILED: 'Open the failed rounds in the graph; the loop can also tolerate some failures.',
  LOOP_INPUT_INVALID: 'Check what the loop goes through: a list, or a whole number of times.',
  DURATION_INVALID: 'Write a duration such as 30s, 5m, 2h or 7d, or a date and time.',
  SUB_WORKFLOW_NOT_FOUND: 'Choose another workflow, or publish the one that is meant.',
  SUB_WORKFLOW_RECURSION: 'A workflow may not run itself, nor be nested deeper than eight times.',
  SUB_WORKFLOW_INPUT: 'Compare what is given with the inputs that the other workflow declares.',
  SUB_WORKFLOW_FAILED: 'Open the other execution to see what went wrong there.',
  HTTP_STATUS:
    'Look at the answer: the other system refused. Correct the request, or count that status as success.',
  HTTP_REFUSED: 'This address is not allowed. Ask whoever runs the installation.',
  HTTP_UNREACHABLE: 'Check the address, and whether the other system is up.',
  HTTP_TOO_LARGE: 'Ask the other system for less.',
  SECRET_NOT_FOUND: 'Store the secret under that name, or choose another.',
  CANCELLED: 'Start a new execution when you want to go on.',
};

export function adviceFor(code: string): string {
  return advice[code] ?? 'Look at the log and at the step’s settings, then run again.';
}

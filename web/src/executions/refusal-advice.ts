/** What to do when the execution refused what somebody asked of it, by code of the closed list. */
const advice: Readonly<Record<string, string>> = {
  EXECUTION_CLOSED: 'Run it again if it should go on.',
  STEP_NOT_FOUND: 'It has moved on meanwhile; the page shows how it stands now.',
  STEP_NOT_BLOCKED: 'Somebody may have decided already; the page shows how it stands now.',
  STEP_NOT_WAITING: 'Somebody may have decided already, or its time was over.',
  EVENT_NOT_AWAITED: 'Check the name: it has to be written as the step waits for it.',
  NOT_ASSIGNED: 'Ask one of those named to decide.',
  VARIABLE_NOT_FOUND: 'It may have ended with its round; the list shows those there are now.',
  VALUE_TYPE: 'Give a value of the type the variable was declared with.',
  VALUE_TOO_LARGE: 'Give a smaller value.',
  CONFIGURATION_INVALID: 'Correct the setting and try again.',
  UNAVAILABLE: 'Try again in a moment.',
};

interface Refused {
  readonly code: string;
  readonly message: string;
}

/** The execution's own words, each with what can be done about it. */
export function withAdvice(problems: readonly Refused[]): readonly { readonly message: string }[] {
  return problems.map(({ code, message }) => ({
    message: [sentence(message), advice[code]].filter(Boolean).join(' '),
  }));
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

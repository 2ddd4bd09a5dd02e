/** What the shell learns: 0 and 1 are answers, the rest say why there is none. */
export const EXIT = {
  done: 0,
  /** The answer is no: invalid, failed. */
  no: 1,
  /** An unusable call: unknown flag, missing file. */
  usage: 2,
  /** Nothing to talk to. */
  unreachable: 3,
  notAllowed: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a message for people on stderr. */
export class CommandError extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

export function usageError(message: string): CommandError {
  return new CommandError(EXIT.usage, message);
}

/** Numbers that an attempt of work needs for the records it writes itself: of its start, and of its end. */
const EACH = 2;

/** How many numbers a command of work has to reserve for so many attempts. */
export function numbersFor(attempts: number): number {
  return EACH * attempts;
}

/** The numbers of an attempt's records: from the first number of the command, after so many retries. */
export function attemptNumbers(
  first: number,
  retries: number,
): { readonly started: number; readonly ended: number } {
  const started = first + numbersFor(retries);
  return { started, ended: started + 1 };
}

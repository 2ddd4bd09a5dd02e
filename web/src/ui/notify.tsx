import { notifications } from '@mantine/notifications';
import { describeError } from './describe-error.js';

export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 3_500 });
}

/** Says what failed, why, and what to try. */
export function notifyFailure(what: string, error: unknown): void {
  const { message, advice } = describeError(error);
  notifications.show({ title: what, message: `${message} ${advice}`.trim(), color: 'red', autoClose: 9_000 });
}

/** Says what was refused, in the API's own words. */
export function notifyRefusal(what: string, problems: readonly { readonly message: string }[]): void {
  const message = problems.map((problem) => problem.message).join(' ') || 'The API gave no reason.';
  notifications.show({ title: what, message, color: 'red', autoClose: 6_000 });
}

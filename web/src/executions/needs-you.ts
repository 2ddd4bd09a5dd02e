import type { StepRowFragment } from '../graphql/generated/graphql.js';
import type { StepRows } from './step-rows.js';

/** Something in an execution that waits for a person. */
export interface Need {
  readonly row: StepRowFragment;
  readonly kind: 'decide' | 'repair' | 'send';
  /** Whether this person may do it. */
  readonly yours: boolean;
}

export interface Person {
  readonly id: string;
  readonly email: string;
}

const kinds: Readonly<Record<string, Need['kind']>> = { approval: 'decide', wait_for_event: 'send' };

/** What waits for a person, this one's own things first, then by when it began to wait. */
export function needsIn({ all, at }: StepRows, person: Person | null): readonly Need[] {
  return all
    .flatMap((row): readonly Need[] => {
      if (at(row.path) !== row) return [];
      const kind =
        row.status === 'BLOCKED' ? 'repair' : row.status === 'WAITING' ? kinds[row.type] : undefined;
      return kind === undefined ? [] : [{ row, kind, yours: mayDecide(row, person) }];
    })
    .sort((left, right) => Number(right.yours) - Number(left.yours) || startOf(left) - startOf(right));
}

/** Whether a person may decide an approval: all may when nobody is named. */
export function mayDecide({ approval }: Pick<StepRowFragment, 'approval'>, person: Person | null): boolean {
  const assignees = approval?.assignees ?? [];
  if (assignees.length === 0) return true;
  return (
    person !== null &&
    assignees.some((one) => one === person.id || one.toLowerCase() === person.email.toLowerCase())
  );
}

function startOf({ row }: Need): number {
  return row.startedAt ? Date.parse(row.startedAt) : 0;
}

/** What is to be done, for the notice: `“Approve the expense” waits for your decision`. */
export function needSentence({ row, kind, yours }: Need): string {
  const name = `“${row.name}”`;
  switch (kind) {
    case 'decide':
      return yours
        ? `${name} waits for your decision.`
        : `${name} waits for a decision by ${(row.approval?.assignees ?? []).join(' or ')}.`;
    case 'repair':
      return `${name} failed and is blocked until somebody decides how to go on.`;
    case 'send':
      return `${name} waits for an event.`;
  }
}

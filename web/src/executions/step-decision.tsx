import type { StepDefinition } from '#definition';
import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { ApprovalCard } from './approval-card.js';
import { BlockedCard } from './blocked-card.js';
import { EventCard } from './event-card.js';

interface Properties {
  readonly executionId: string;
  readonly row: StepRowFragment;
  readonly step: StepDefinition;
}

/** What a person can decide at a step as it stands; nothing for most. */
export function StepDecision({ executionId, row, step }: Properties) {
  // A new attempt is a new question: what was typed for the last one does not belong to it.
  const key = `${row.path} ${row.attempt}`;
  if (row.status === 'BLOCKED')
    return <BlockedCard key={key} executionId={executionId} row={row} step={step} />;
  if (row.status !== 'WAITING') return null;
  if (row.type === 'approval') return <ApprovalCard key={key} executionId={executionId} row={row} />;
  if (row.type === 'wait_for_event') return <EventCard key={key} executionId={executionId} row={row} />;
  return null;
}

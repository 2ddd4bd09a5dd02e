import type { Plan } from '#definition/plan';
import type { Command } from '../src/command.js';

/** Every sequence number that the commands give out, those reserved for attempts included, in their order. */
export function numbersOf(plan: Plan, commands: readonly Command[]): readonly number[] {
  return commands.flatMap((command) => {
    if (command.kind === 'record') return [command.record.sequence];
    if (command.kind !== 'work') return [];
    const attempts = plan.steps[command.step]?.retry.maximumAttempts ?? 0;
    return Array.from({ length: 2 * attempts }, (_, offset) => command.sequence + offset);
  });
}

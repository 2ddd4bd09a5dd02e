import type { Workload } from './workload.js';
import { seenStep } from './workload.js';

/**
 *   order -> ask -> rest -> booking [ reserve -> charge -> confirm | undone: refund, release ] -> refused
 *
 * A person approves; the confirmation is refused, so that what was booked is undone.
 */
export function waits(origin: string, executions: number): Workload {
  const step = `${origin}/step`;
  const inBooking = { parent: 'booking' };
  return {
    executions,
    input: (start) => ({ start }),
    definition: {
      schemaVersion: 1,
      name: 'Approval, delay and compensation',
      inputs: { start: { type: 'number', required: true } },
      steps: [
        seenStep('order', step, 'input.start'),
        { id: 'ask', type: 'approval', configuration: { message: 'Go on?', timeout: '1d' } },
        { id: 'rest', type: 'delay', configuration: { duration: '3s' } },
        { id: 'booking', type: 'try', configuration: { compensate: true } },
        seenStep('reserve', step, 'steps.order.body.value', { ...inBooking, compensateWith: 'release' }),
        seenStep('charge', step, 'steps.reserve.body.value', { ...inBooking, compensateWith: 'refund' }),
        seenStep('confirm', `${origin}/refuse`, 'steps.charge.body.value', inBooking),
        seenStep('release', step, 'steps.reserve.body.value', inBooking),
        seenStep('refund', step, 'steps.charge.body.value', inBooking),
        { id: 'refused', type: 'transform', configuration: { values: { why: 'error.message' } } },
      ],
      connections: [
        { sourceStep: 'order', targetStep: 'ask' },
        { sourceStep: 'ask', sourceOutput: 'approved', targetStep: 'rest' },
        { sourceStep: 'rest', targetStep: 'booking' },
        { sourceStep: 'reserve', targetStep: 'charge' },
        { sourceStep: 'charge', targetStep: 'confirm' },
        { sourceStep: 'booking', sourceOutput: 'error', targetStep: 'refused' },
      ],
    },
  };
}

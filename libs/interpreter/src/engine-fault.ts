/** The interpreter or the plan is broken: ends the execution as failed, never as success. */
export class EngineFault extends Error {
  override readonly name = 'EngineFault';
}

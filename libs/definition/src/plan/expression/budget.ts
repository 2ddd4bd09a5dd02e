import { ExpressionFault } from './expression-fault.js';

/** Ends any evaluation in well under a tenth of a second: about what 200,000 small operations take. */
const STEPS = 200_000;
/** Characters and list elements one evaluation may make in all. */
const PRODUCED = 1_000_000;

/** What an evaluation may still spend; goes below zero by throwing. */
export class Budget {
  private steps = STEPS;
  private produced = PRODUCED;

  /** Work that grows with data pays for the data it looks at. */
  spend(steps: number): void {
    this.steps -= steps;
    if (!(this.steps >= 0)) throw new ExpressionFault('The expression takes too many steps.');
  }

  /** Paid before the text or list is made, so that it is never made when too big. */
  produce(size: number): void {
    this.produced -= size;
    if (!(this.produced >= 0)) throw new ExpressionFault('The expression makes too much data.');
  }
}

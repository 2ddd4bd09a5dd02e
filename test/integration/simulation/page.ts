import { advance, simulate, start } from '#interpreter';
import type { Outcomes, SimulationResult, StartInput, Surroundings } from '#interpreter';
import type { Plan } from '#definition/plan';
import { retrace } from './retrace.js';
import type { Trace } from './retrace.js';

type Simulated = readonly [Plan, StartInput, Outcomes, Surroundings];

/** What the tests ask of the page; it is built as the designer is. */
const page = {
  retrace: (trace: Trace): readonly string[] => retrace({ start, advance }, trace),
  simulate: (...[plan, input, outcomes, surroundings]: Simulated): SimulationResult =>
    simulate(plan, input, outcomes, () => ({}), surroundings),
};

export type Page = typeof page;

Object.assign(globalThis, { page });

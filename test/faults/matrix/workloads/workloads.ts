import type { Size } from '../size.js';
import { fanOut } from './fan-out.js';
import { sequence } from './sequence.js';
import { waits } from './waits.js';
import type { Workload } from './workload.js';

/** All that runs at the same time; what takes longest begins first. */
export function workloads(origin: string, size: Size): readonly Workload[] {
  return [
    fanOut(origin, size.fanOuts, size.fanOutItems),
    waits(origin, size.waits),
    sequence(origin, size.sequences),
  ];
}

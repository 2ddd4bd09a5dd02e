import { DivergedTables1764450000000 } from './diverged-tables.js';
import { DueTimes1764400000000 } from './due-times.js';
import { Initial1764000000000 } from './initial.js';
import { RerunsAndBulkRuns1764300000000 } from './reruns-and-bulk-runs.js';
import { ScopesAndChildren1764200000000 } from './scopes-and-children.js';
import { Secrets1764500000000 } from './secrets.js';
import { StepCounts1764550000000 } from './step-counts.js';
import { VectorInputs1764550000004 } from './vector-inputs.js';

/** In the order they run. A migration that was released is never changed; a new one follows it. */
export const migrations = [
  Initial1764000000000,
  ScopesAndChildren1764200000000,
  RerunsAndBulkRuns1764300000000,
  DueTimes1764400000000,
  DivergedTables1764450000000,
  Secrets1764500000000,
  StepCounts1764550000000,
  VectorInputs1764550000004,
] as const;

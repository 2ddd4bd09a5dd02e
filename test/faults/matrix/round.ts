import { setTimeout as sleep } from 'node:timers/promises';
import { differenceFromHistory } from '../support/tables-equal-history.js';
import { approveAll } from './approver.js';
import { disagreementOf } from './effects-of.js';
import type { Kind } from './kinds.js';
import { kill } from './kill.js';
import type { Kill } from './kill.js';
import { runOne } from './launch.js';
import type { Launched } from './launch.js';
import { outcomeOf } from './outcome.js';
import type { Random } from './random.js';
import type { Size } from './size.js';
import type { Surroundings } from './surroundings.js';

/** All workloads run once, while one kind of kill came down on them. */
export interface Round {
  readonly kind: string;
  readonly seconds: number;
  readonly kills: readonly KillSeen[];
  readonly ended: readonly Ended[];
}

/** One execution. */
export interface Ended {
  readonly name: string;
  readonly id: string;
  /** Null when it has not ended. */
  readonly outcome: string | null;
  readonly repeated: readonly string[];
  readonly miscounted: readonly string[];
  /** What of the tables is not as the history says. */
  readonly difference: string | null;
}

/** Seconds. */
export interface KillSeen {
  readonly untilReady: number;
  /** From the restart to the first step that started after it; null when none was left to start. */
  readonly untilFirstStep: number | null;
}

export async function runRound(
  surroundings: Surroundings,
  size: Size,
  kind: Kind,
  random: Random,
): Promise<Round> {
  const began = Date.now();
  const over = new AbortController();
  const approving = approveAll(surroundings.api, over.signal);
  const killing = killNowAndThen(surroundings, size, kind, random, over.signal);
  try {
    const launched = await runAll(surroundings, size, kind.name);
    over.abort();
    const kills = await killing;
    const ended = [];
    for (const one of launched) ended.push(await look(surroundings, one));
    const seconds = (Date.now() - began) / 1_000;
    return { kind: kind.name, seconds, kills: kills.map((one) => seenOf(one, surroundings)), ended };
  } finally {
    over.abort();
    await Promise.all([approving, killing]);
  }
}

/** As many at a time as the size says. */
async function runAll(
  { api, tables, workloads }: Surroundings,
  { inFlight }: Size,
  round: string,
): Promise<readonly Launched[]> {
  const waiting = workloads.flatMap((workload) =>
    Array.from({ length: workload.executions }, (_, index) => ({ workload, index })),
  );
  const launched: Launched[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      launched.push(await runOne(api, tables, round, next.workload, next.index));
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return launched;
}

/** As often as the size says, or until everything has ended. */
async function killNowAndThen(
  { product, dataDir }: Surroundings,
  { kills, pause: [shortest, longest] }: Size,
  { services }: Kind,
  random: Random,
  over: AbortSignal,
): Promise<readonly Kill[]> {
  const done: Kill[] = [];
  if (services.length === 0) return done;
  while (done.length < kills) {
    await sleep(random.between(shortest, longest) * 1_000);
    if (over.aborted) break;
    done.push(await kill(product, dataDir, services));
  }
  return done;
}

async function look(
  { tables, client, dataSource, effects }: Surroundings,
  { id, name }: Launched,
): Promise<Ended> {
  const rows = await tables.steps(id);
  const execution = await tables.ended(id);
  return {
    ...{ id, name },
    outcome: execution && outcomeOf(execution, rows),
    ...disagreementOf(id, rows, effects.seen),
    difference: execution && (await differenceFromHistory(client, dataSource, id)),
  };
}

function seenOf({ at, restartedAt, readyAt }: Kill, { effects }: Surroundings): KillSeen {
  const first = effects.seen.find((effect) => effect.at >= restartedAt);
  return {
    untilReady: (readyAt - at) / 1_000,
    untilFirstStep: first === undefined ? null : (first.at - restartedAt) / 1_000,
  };
}

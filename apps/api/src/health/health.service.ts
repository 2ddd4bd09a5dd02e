import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import { ExecutionEngine } from '../temporal/execution-engine.js';

type Word = 'ok' | 'unavailable';

export interface Readiness {
  readonly status: Word;
  readonly checks: Readonly<
    Record<'database' | 'temporal', { readonly status: Word; readonly milliseconds: number }>
  >;
}

/** A check that hangs counts as failed. Milliseconds. */
const PATIENCE_MS = 3_000;

@Injectable()
export class HealthService {
  constructor(
    private readonly database: Database,
    private readonly engine: ExecutionEngine,
  ) {}

  async readiness(): Promise<Readiness> {
    const [database, temporal] = await Promise.all([
      check(() => this.database.ping()),
      check(() => this.engine.ping()),
    ]);
    const isReady = database.status === 'ok' && temporal.status === 'ok';
    return { status: isReady ? 'ok' : 'unavailable', checks: { database, temporal } };
  }
}

async function check(action: () => Promise<void>): Promise<Readiness['checks']['database']> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<Word>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'unavailable');
  });
  const outcome = action().then(
    (): Word => 'ok',
    (): Word => 'unavailable',
  );
  const status = await Promise.race([outcome, patience]);
  clearTimeout(timer);
  return { status, milliseconds: Math.round(performance.now() - start) };
}

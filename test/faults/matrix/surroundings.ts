import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#persistence';
import type { Product } from '../../../apps/local/src/product.mjs';
import { createProgress } from '../../../apps/local/src/progress.mjs';
import type { Progress } from '../../../apps/local/src/progress.mjs';
import { keepLogs } from '../../support/keep-logs.mjs';
import { startOnScratch } from '../../support/product.mjs';
import { removeScratch } from '../../support/scratch.mjs';
import { PatientClient } from './api.js';
import { startEffects } from './effects.js';
import type { Effects } from './effects.js';
import { publish } from './launch.js';
import type { Published } from './launch.js';
import type { Size } from './size.js';
import { Tables } from './tables.js';
import { workloads } from './workloads/workloads.js';

/** A product of its own with the workloads in it, and what stands outside of what is killed. */
export interface Surroundings {
  readonly product: Product;
  readonly dataDir: string;
  readonly effects: Effects;
  readonly api: PatientClient;
  readonly tables: Tables;
  readonly dataSource: DataSource;
  readonly client: Client;
  readonly workloads: readonly Published[];
  readonly close: () => Promise<void>;
}

/** Brings up the product as it was built, on new data, on database files that outlive its servers. `name` is that of its logs. */
export async function surround(size: Size, name: string): Promise<Surroundings> {
  const effects = await startEffects();
  const settings = {
    SLUICE_HTTP_ORIGINS: effects.origin,
    SLUICE_REQUESTS_PER_MINUTE: '1000000',
    SLUICE_RECONCILE_SECONDS: '2',
  };
  const { dataDir, start } = startOnScratch('faults', settings, withoutLogs(createProgress()));
  const closers: (() => Promise<void> | void)[] = [() => removeScratch(dataDir), effects.close];
  const close = async (): Promise<void> => {
    for (const step of closers.splice(0).reverse()) await step();
  };
  try {
    const product = await start();
    closers.push(() => keepLogs(dataDir, `faults/${name}`), product.stop);
    const dataSource = await createDataSource(product.databaseUrl).initialize();
    closers.push(() => dataSource.destroy());
    const connection = await Connection.connect({ address: product.temporalAddress });
    closers.push(() => connection.close());
    const api = new PatientClient(product);
    return {
      ...{ product, dataDir, effects, api, close },
      dataSource,
      tables: new Tables(dataSource),
      client: new Client({ connection }),
      workloads: await Promise.all(workloads(effects.origin, size).map((one) => publish(api, one))),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Of what is killed on purpose, the end of its log says nothing. */
function withoutLogs({ say, begin }: Progress): Progress {
  return { say: (text) => say(text.split('\n')[0] ?? ''), begin };
}

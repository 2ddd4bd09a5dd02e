import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { byHand, byHandAlike } from './by-hand.js';
import { bulkAlone } from './bulk-alone.js';
import type { Contender } from './contender.js';
import { engineAlone } from './engine-alone.js';
import { throughApi } from './through-api.js';
import { withoutApi } from './without-api.js';
import {
  FAN_OUT_DEFINITION,
  IN_FLIGHT,
  LOOP_DEFINITION,
  PURE_DEFINITION,
  WORK_DEFINITION,
} from './workload.js';

/** What is measured: ways to do the same, the first being what the others are compared with. */
export interface Workload {
  /** What chooses it on the command line. */
  readonly key: string;
  readonly name: string;
  /** Executions a round, of the number asked for. */
  readonly share: number;
  readonly inFlight: number;
  readonly contenders: () => Promise<readonly Contender[]>;
}

export interface Surroundings {
  readonly client: Client;
  readonly dataSource: DataSource;
  readonly api: { readonly url: string; readonly email: string; readonly password: string };
}

export function workloads({ client, dataSource, api }: Surroundings): readonly Workload[] {
  return [
    {
      key: 'W1-pure',
      name: 'W1 pure: 10 computed steps',
      share: 2,
      inFlight: IN_FLIGHT,
      contenders: async () => [
        byHand(client, 'pureByHand'),
        byHandAlike(client, PURE_DEFINITION),
        engineAlone(client, PURE_DEFINITION),
        await withoutApi(client, dataSource, PURE_DEFINITION),
        await throughApi(client, api, PURE_DEFINITION),
      ],
    },
    {
      key: 'W1-work',
      name: 'W1 work: 10 activities in sequence',
      share: 1,
      inFlight: IN_FLIGHT,
      contenders: async () => [
        byHand(client, 'workByHand'),
        engineAlone(client, WORK_DEFINITION),
        await withoutApi(client, dataSource, WORK_DEFINITION),
        await throughApi(client, api, WORK_DEFINITION),
      ],
    },
    {
      key: 'W2',
      name: 'W2: 100 activities at once',
      share: 0.2,
      inFlight: 5,
      contenders: async () => [byHand(client, 'fanOutByHand'), engineAlone(client, FAN_OUT_DEFINITION)],
    },
    {
      key: 'W3',
      name: 'W3: 1,000 rounds of a pure loop',
      share: 0.2,
      inFlight: 1,
      contenders: async () => [byHand(client, 'loopByHand'), engineAlone(client, LOOP_DEFINITION)],
    },
    {
      key: 'W4',
      name: 'W4: starts, 50 connections',
      share: 3,
      inFlight: 50,
      contenders: async () => [
        byHand(client, 'pureByHand'),
        engineAlone(client, PURE_DEFINITION),
        await throughApi(client, api, PURE_DEFINITION),
      ],
    },
    {
      key: 'bulk',
      name: 'Bulk run: 10,000 rows of 10 computed steps',
      share: 0.01,
      inFlight: 1,
      contenders: async () => [bulkAlone(client, PURE_DEFINITION)],
    },
  ];
}

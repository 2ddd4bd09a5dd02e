import { ApplicationFailure } from '@temporalio/activity';
import type { Json } from '#definition';
import type { ArtifactStore } from '#documents';
import { UnknownExecutionError } from '#persistence';
import type { ExecutionRecorder } from '#persistence';
import type { EngineActivities } from '#temporal/contract';
import { isRefusedForGood, isTransient } from './keep-trying.js';

/** The activities the driver itself needs: writing records, and plans or states too big for an argument. */
export function engineActivities(
  recorder: Pick<ExecutionRecorder, 'apply'>,
  artifacts: ArtifactStore,
): EngineActivities {
  return {
    record: async ({ identity, records }) => {
      try {
        await recorder.apply(identity.executionId, records);
      } catch (error) {
        // A deleted execution has no tables to be late for, and bad data does not mend.
        const final = error instanceof UnknownExecutionError || isRefusedForGood(error);
        throw final ? engineFault(error) : error;
      }
    },
    loadCarried: async (reference) => {
      try {
        return await artifacts.get(reference);
      } catch (error) {
        throw isTransient(error) ? error : engineFault(error);
      }
    },
    storeCarried: async (value) => {
      if (!isJson(value)) throw engineFault('Only JSON can be carried');
      return artifacts.put('json', 1, value);
    },
  };
}

/** Trying again would not help. */
function engineFault(reason: unknown): ApplicationFailure {
  const message = reason instanceof Error ? reason.message : String(reason);
  return ApplicationFailure.nonRetryable(message, 'ENGINE_FAULT');
}

/** What arrives has been through JSON; only `undefined` stands for nothing at all. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}

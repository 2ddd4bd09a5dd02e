import { ApplicationFailure } from '@temporalio/activity';
import type { ArtifactStore, Json } from '#documents';
import type { ExecutionRecorder } from '#persistence';
import type { EngineActivities } from '#temporal/contract';

/** The activities the driver itself needs: writing records, and plans or states too big for an argument. */
export function engineActivities(
  recorder: Pick<ExecutionRecorder, 'apply'>,
  artifacts: ArtifactStore,
): EngineActivities {
  return {
    record: async ({ identity, records }) => recorder.apply(identity.executionId, records),
    loadCarried: async (reference) => artifacts.get(reference),
    storeCarried: async (value) => {
      if (!isJson(value)) throw ApplicationFailure.nonRetryable('Only JSON can be carried', 'ENGINE_FAULT');
      return artifacts.put('json', 1, value);
    },
  };
}

/** What arrives has been through JSON; only `undefined` stands for nothing at all. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}

import { ApplicationFailure } from '@temporalio/activity';
import type { Json } from '#definition';
import { StepFailure, listItems } from '#documents';
import type { Stores } from '#documents';
import { UnknownExecutionError } from '#persistence';
import type { ExecutionRecorder } from '#persistence';
import type { EngineActivities } from '#temporal/contract';
import type { SubWorkflows } from '../sub-workflows/sub-workflows.js';
import { boundedOutput } from './bounded-output.js';
import { recentArtifacts } from './recent-artifacts.js';
import { isRefusedForGood, isTransient } from './keep-trying.js';

/**
 * The activities the driver itself needs: writing records, what is too big for an argument or a history, pages of
 * lists, and executions within executions. What they refuse for good is a failure that is not retried.
 */
export function engineActivities(
  recorder: Pick<ExecutionRecorder, 'apply'>,
  stores: Stores,
  subWorkflows: SubWorkflows,
): EngineActivities {
  const { artifacts } = stores;
  // A loop asks for one page of a long list after the other.
  const listed = { ...stores, artifacts: recentArtifacts(artifacts) };
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
    loadItems: ({ ownerId, reference, offset, limit }) =>
      settled(() => listItems(listed, ownerId, reference, offset, limit)),
    storeResults: (results) => settled(() => artifacts.put('json', results.length, results)),
    boundOutput: (output) => settled(() => boundedOutput(output, artifacts)),
    turn: async () => undefined,
    prepareChild: (request) => settled(() => subWorkflows.prepare(request)),
    readOutcome: (request) => settled(() => subWorkflows.outcome(request)),
  };
}

/** Failures keep their code; others are tried again only while the database is away. */
async function settled<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StepFailure) throw ApplicationFailure.nonRetryable(error.message, error.code);
    throw isTransient(error) ? error : engineFault(error);
  }
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

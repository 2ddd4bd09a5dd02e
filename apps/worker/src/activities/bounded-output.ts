import type { StepOutput } from '#definition';
import type { ArtifactStore } from '#documents';
import { StepFailure } from '#documents';
import { RESULT_BYTES, jsonBytes } from '#temporal/contract';

/** What the artifact store takes of one fact; more is a mistake in the step. Bytes of JSON. */
const FACT_BYTES = 32 * 1024 * 1024;

/**
 * A step's result small enough for history: its biggest facts move to the artifact store, and a
 * reference of the same name stands for each. Throws StepFailure OUTPUT_TOO_LARGE when that is not enough.
 */
export async function boundedOutput(
  output: StepOutput,
  artifacts: Pick<ArtifactStore, 'put'>,
): Promise<StepOutput> {
  const facts = { ...output.facts };
  const references = { ...output.references };
  const biggestFirst = Object.entries(facts)
    .map(([name, value]) => ({ name, value, bytes: jsonBytes(value) }))
    .sort((one, other) => other.bytes - one.bytes);
  for (const { name, value, bytes } of biggestFirst) {
    if (jsonBytes({ facts, references }) <= RESULT_BYTES) break;
    if (bytes > FACT_BYTES) throw tooLarge(`The fact ${name} takes ${bytes} bytes.`);
    if (name in references) throw tooLarge(`The fact ${name} is too big and a reference has its name.`);
    references[name] = await artifacts.put('json', Array.isArray(value) ? value.length : 1, value);
    delete facts[name];
  }
  if (jsonBytes({ facts, references }) > RESULT_BYTES) throw tooLarge('The step gives too many references.');
  return { facts, references };
}

function tooLarge(message: string): StepFailure {
  return new StepFailure('OUTPUT_TOO_LARGE', message, false);
}

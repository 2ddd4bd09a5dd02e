import { Injectable } from '@nestjs/common';
import { checkDefinition, checkInputs, definitionHash } from '#definition';
import type { JsonObject, Problem, WorkflowDefinition } from '#definition';
import { VersionsRepository } from '#persistence';
import type { WorkflowExecution } from '#persistence';

/** What a rerun runs, and over which input. */
export interface RerunVersion {
  readonly definition: WorkflowDefinition;
  readonly definitionHash: string;
  /** Null when it was never published. */
  readonly versionId: string | null;
  /** Of one that was never published, that of the version the execution ran. */
  readonly version: number;
  readonly input: JsonObject;
}

/** Finds what a rerun is to run: what the execution ran, or another definition that takes the same input. */
@Injectable()
export class RerunVersions {
  constructor(private readonly versions: VersionsRepository) {}

  async choose(
    earlier: WorkflowExecution,
    given: unknown,
  ): Promise<
    | { readonly version: RerunVersion; readonly problems: readonly [] }
    | { readonly version: null; readonly problems: readonly Problem[] }
  > {
    const { versionId, version, definitionHash: hash } = earlier;
    const ran = earlier.executionGraph as WorkflowDefinition;
    const input = earlier.inputData as JsonObject;
    const same = { definition: ran, definitionHash: hash, versionId, version, input };
    if (given == null) return { version: same, problems: [] };
    const { valid, definition, problems } = checkDefinition(given);
    if (!valid || definition === null) return { version: null, problems };
    const wanted = definitionHash(definition);
    if (wanted === hash) return { version: same, problems: [] };
    // Of a table, each row is looked at when it runs.
    const checked =
      earlier.bulk === null
        ? checkInputs(definition.inputs, known(definition, input), earlier.documents !== null)
        : { values: input, problems: [] };
    if (checked.problems.length > 0) return { version: null, problems: checked.problems };
    const { workflowId } = earlier;
    const published = workflowId === null ? null : await this.versions.findByHash(workflowId, wanted);
    return {
      version: {
        definition,
        definitionHash: wanted,
        versionId: published?.id ?? null,
        version: published?.number ?? version,
        input: checked.values,
      },
      problems: [],
    };
  }
}

/** Values of inputs that are gone mean nothing any more. */
function known({ inputs }: WorkflowDefinition, input: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(inputs, name)));
}

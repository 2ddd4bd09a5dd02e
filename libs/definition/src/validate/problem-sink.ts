import { jsonPointer } from '../json-pointer.js';
import type { ProblemCode } from '../problem-codes.js';
import type { Problem } from '../problem.js';
import type { ConnectionDefinition, StepDefinition } from '../workflow-definition.js';

export interface Found {
  readonly code: ProblemCode;
  readonly message: string;
  readonly severity?: Problem['severity'];
  /** Within the step or connection. */
  readonly at?: readonly (string | number)[];
  readonly span?: Problem['span'];
}

/** Gathers problems with their places; afterwards they stand in the order of the document. */
export class ProblemSink {
  private readonly found: { readonly problem: Problem; readonly rank: number }[] = [];

  document(problem: Found, path: readonly (string | number)[] = []): void {
    this.add(problem, [...path, ...(problem.at ?? [])], path[0] === undefined ? -1 : 0, {});
  }

  step(index: number, step: StepDefinition, problem: Found): void {
    const [top, name] = problem.at ?? [];
    const field = top === 'configuration' ? name : top;
    this.add(problem, ['steps', index, ...(problem.at ?? [])], 1 + index, {
      stepId: step.id,
      ...(field === undefined ? {} : { field: String(field) }),
    });
  }

  connection(index: number, connection: ConnectionDefinition, problem: Found): void {
    this.add(problem, ['connections', index, ...(problem.at ?? [])], 1e6 + index, {
      connectionId: connection.id,
    });
  }

  /** In definition order: the document, its declarations, steps, connections. */
  problems(): readonly Problem[] {
    return this.found.sort((left, right) => left.rank - right.rank).map(({ problem }) => problem);
  }

  private add(
    { code, message, severity = 'error', span }: Found,
    path: readonly (string | number)[],
    rank: number,
    about: Partial<Problem>,
  ): void {
    const problem = { code, severity, message, path: jsonPointer(path), ...about, ...(span ? { span } : {}) };
    this.found.push({ problem, rank });
  }
}

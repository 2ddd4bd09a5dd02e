import { inDefinitionOrder } from '../definition-order.js';
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
  readonly example?: Problem['example'];
}

/** Gathers problems with their places, in definition order at the end. */
export class ProblemSink {
  private readonly found: Problem[] = [];

  document(problem: Found, path: readonly (string | number)[] = []): void {
    this.add(problem, [...path, ...(problem.at ?? [])], {});
  }

  step(index: number, step: StepDefinition, problem: Found): void {
    const [top, name] = problem.at ?? [];
    const field = top === 'configuration' ? name : top;
    this.add(problem, ['steps', index, ...(problem.at ?? [])], {
      stepId: step.id,
      ...(field === undefined ? {} : { field: String(field) }),
    });
  }

  connection(index: number, connection: ConnectionDefinition, problem: Found): void {
    this.add(problem, ['connections', index, ...(problem.at ?? [])], {
      connectionId: connection.id,
    });
  }

  hasErrors(): boolean {
    return this.found.some(({ severity }) => severity === 'error');
  }

  problems(): readonly Problem[] {
    return inDefinitionOrder(this.found);
  }

  private add(
    { code, message, severity = 'error', span, example }: Found,
    path: readonly (string | number)[],
    about: Partial<Problem>,
  ): void {
    const problem = { code, severity, message, path: jsonPointer(path), ...about };
    this.found.push({ ...problem, ...(span && { span }), ...(example && { example }) });
  }
}

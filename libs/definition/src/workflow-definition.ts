import type { Json, JsonObject } from './json.js';

/** The document of one version: what a user draws, stores, imports and exports. */
export interface WorkflowDefinition {
  readonly schemaVersion: 1;
  readonly name?: string;
  readonly description?: string;
  readonly inputs: Readonly<Record<string, InputDeclaration>>;
  readonly variables: Readonly<Record<string, VariableDeclaration>>;
  readonly steps: readonly StepDefinition[];
  readonly connections: readonly ConnectionDefinition[];
  readonly metadata: JsonObject;
}

export type InputType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'documents';

export interface InputDeclaration {
  readonly type: InputType;
  readonly required?: boolean;
  readonly default?: Json;
  readonly description?: string;
}

export interface VariableDeclaration {
  readonly type: Exclude<InputType, 'documents'>;
  readonly default?: Json;
  readonly scope?: 'global' | 'step' | 'temporary';
}

export interface StepDefinition {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly description?: string;
  readonly configuration: JsonObject;
  readonly position?: Position;
  /** The container step this step stands in; absent or null in the root scope. */
  readonly parent?: string | null;
  /** Which region of a `try` parent. */
  readonly region?: 'body' | 'finally';
  readonly inputs?: readonly PortDefinition[];
  readonly outputs?: readonly PortDefinition[];
  /** Expressions that must all hold, else the step is skipped. */
  readonly conditions?: readonly string[];
  readonly join?: Join;
  readonly retry?: RetryPolicy;
  /** A duration such as `30s`: the longest one attempt may take. */
  readonly timeout?: string;
  readonly onError?: OnError;
  readonly defaultOutput?: JsonObject;
  readonly blockDeadline?: string;
  /** Variable name to expression, applied when the step succeeds. */
  readonly assign?: Readonly<Record<string, string>>;
  readonly compensateWith?: string;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** A port; in a document a plain string is short for `{ name }`. */
export interface PortDefinition {
  readonly name: string;
  readonly type?: string;
  readonly description?: string;
}

export type Join = 'all' | 'every' | 'any' | 'race' | { readonly atLeast: number };
export type OnError = 'fail' | 'continue' | 'route' | 'block';

export interface RetryPolicy {
  readonly maximumAttempts?: number;
  readonly initialInterval?: string;
  readonly backoffCoefficient?: number;
  readonly maximumInterval?: string;
  readonly nonRetryable?: readonly string[];
}

export interface ConnectionDefinition {
  readonly id: string;
  readonly sourceStep: string;
  /** Defaults to `out`. */
  readonly sourceOutput: string;
  readonly targetStep: string;
  /** Defaults to `in`. */
  readonly targetInput: string;
  /** An expression evaluated once, after the source succeeds; false kills the connection. */
  readonly condition?: string;
}

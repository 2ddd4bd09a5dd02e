import type { Json, JsonObject } from '../json.js';
import type { InputDeclaration, OnError, VariableDeclaration } from '../workflow-definition.js';

/**
 * The compiled definition: arrays with integer indices, nothing else; plain JSON; frozen for the
 * life of an execution. Order is definition order everywhere; nothing is ever taken from object keys.
 */
export interface Plan {
  readonly planVersion: 1;
  readonly definitionHash: string;
  readonly name: string;
  readonly inputs: readonly PlanInput[];
  readonly variables: readonly PlanVariable[];
  /** Index 0 is the root scope; each container region is one more. */
  readonly scopes: readonly PlanScope[];
  readonly steps: readonly PlanStep[];
  readonly edges: readonly PlanEdge[];
}

export interface PlanInput extends InputDeclaration {
  readonly name: string;
}

export interface PlanVariable extends VariableDeclaration {
  readonly name: string;
}

export interface PlanScope {
  /** The container step that owns the scope; null for the root. */
  readonly owner: number | null;
  readonly region: 'root' | 'body' | 'finally';
  /** In definition order; without the steps that only compensate others, which the flow never reaches. */
  readonly steps: readonly number[];
  readonly edges: readonly number[];
}

export type StepClass = 'work' | 'pure' | 'control';

export interface PlanStep {
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly class: StepClass;
  readonly scope: number;
  /** Edges that arrive, in definition order. */
  readonly incoming: readonly number[];
  readonly outputs: readonly PlanPort[];
  readonly join: PlanJoin;
  readonly conditions: readonly PlanExpression[];
  readonly body: PlanBody;
  readonly retry: PlanRetry;
  readonly timeoutMs: number;
  readonly onError: OnError;
  readonly defaultOutput: JsonObject | null;
  readonly assign: readonly { readonly variable: number; readonly expression: PlanExpression }[];
  /** Kinds of reference the step makes itself; it does not hand on those it got of the same kind. */
  readonly gives: readonly string[];
  /** How long `onError: block` waits for a person. */
  readonly blockDeadlineMs: number;
  /** The step that undoes this one: work, in the same scope, outside of the flow. */
  readonly compensateWith: number | null;
}

export interface PlanPort {
  readonly name: string;
  readonly edges: readonly number[];
}

/** When a step starts, by its incoming edges; `count` is how many of them have to be live. */
export type PlanJoin =
  | { readonly kind: 'all' }
  | { readonly kind: 'every' }
  | { readonly kind: 'any' }
  | { readonly kind: 'race' }
  | { readonly kind: 'atLeast'; readonly count: number };

export interface PlanEdge {
  readonly index: number;
  readonly id: string;
  readonly source: number;
  readonly port: string;
  readonly target: number;
  readonly targetPort: string;
  readonly condition: PlanExpression | null;
}

export interface PlanRetry {
  readonly maximumAttempts: number;
  readonly initialIntervalMs: number;
  readonly backoffCoefficient: number;
  readonly maximumIntervalMs: number;
  readonly nonRetryable: readonly string[];
}

/** What a loop does about rounds that fail. `tolerate` gives up above a count or above a share of all rounds. */
export type PlanItemErrors =
  | { readonly kind: 'failFast' | 'collect' | 'ignore' }
  | { readonly kind: 'tolerate'; readonly count: number | null; readonly share: number | null };

/** What the interpreter does for a step; one member for each way of running. */
export type PlanBody =
  | { readonly kind: 'work'; readonly configuration: PlanTemplate }
  | {
      readonly kind: 'condition';
      readonly mode: 'first' | 'all';
      readonly cases: readonly { readonly port: string; readonly when: PlanExpression }[];
    }
  | { readonly kind: 'parallel' }
  | {
      readonly kind: 'merge';
      readonly mode: 'named' | 'first' | 'concat' | 'deepMerge' | 'expression';
      readonly expression: PlanExpression | null;
    }
  | {
      readonly kind: 'transform';
      readonly values: readonly { readonly name: string; readonly expression: PlanExpression }[];
    }
  | {
      readonly kind: 'validation';
      readonly rules: readonly {
        readonly name: string;
        readonly expression: PlanExpression;
        readonly message: string;
      }[];
      /** Whether a rule that does not hold fails the step with `VALIDATION_FAILED`. */
      readonly failWhenInvalid: boolean;
    }
  | {
      readonly kind: 'loop';
      readonly mode: 'while' | 'until' | 'times' | 'forEach';
      /** The condition of while and until, the number of times, the list of forEach. */
      readonly over: PlanExpression;
      /** The scope of a round, as an index in the plan. */
      readonly scope: number;
      readonly concurrency: number;
      readonly maximumRounds: number;
      readonly onExhausted: 'fail' | 'continue';
      readonly itemErrors: PlanItemErrors;
      /** One value a round, seen from inside the round when it has ended. */
      readonly result: PlanExpression | null;
      /** Each item is the input of a whole run of its own: names of inputs and global variables mean its own. */
      readonly rows?: true;
    }
  | {
      readonly kind: 'try';
      /** Scopes as indices in the plan. */
      readonly body: number;
      readonly finally: number | null;
      readonly siblings: 'cancel' | 'settle';
      readonly compensate: boolean;
    }
  /** Settings: `duration`, unless `until` is there. */
  | { readonly kind: 'delay'; readonly configuration: PlanTemplate; readonly until: PlanExpression | null }
  /** Settings: `message`, `assignees`, `timeout`. */
  | { readonly kind: 'approval'; readonly configuration: PlanTemplate }
  /** Settings: `event`, `timeout`. */
  | { readonly kind: 'wait_for_event'; readonly configuration: PlanTemplate }
  /** Settings: `workflowId`, `version`. */
  | {
      readonly kind: 'sub_workflow';
      readonly configuration: PlanTemplate;
      readonly input: readonly { readonly name: string; readonly expression: PlanExpression }[];
    };

/** A parsed, type-checked expression whose bare names are already resolved. */
export interface PlanExpression {
  /** As the user wrote it. */
  readonly source: string;
  /** The CEL text that is evaluated; bare names replaced by full ones. */
  readonly cel: string;
  /** Every name it reads, in order of first appearance. */
  readonly reads: readonly Read[];
}

/** One name that an expression reads; `key` is the name as written in full: `steps.search.confidence`. */
export type Read =
  | { readonly kind: 'input'; readonly key: string; readonly name: string }
  | { readonly kind: 'variable'; readonly key: string; readonly variable: number }
  | { readonly kind: 'fact'; readonly key: string; readonly step: number; readonly fact: string }
  | { readonly kind: 'skipped'; readonly key: string; readonly step: number }
  | { readonly kind: 'loop'; readonly key: string; readonly field: 'item' | 'index' }
  | { readonly kind: 'error'; readonly key: string; readonly field: 'code' | 'message' | 'step' }
  /** The incoming values of a merge, for its `expression` mode: `values`. */
  | { readonly kind: 'values'; readonly key: string };

/** Settings with `{{ expression }}` in them; without any, `slots` is empty and `value` is used as it stands. */
export interface PlanTemplate {
  readonly value: JsonObject;
  readonly slots: readonly TemplateSlot[];
}

export interface TemplateSlot {
  readonly path: readonly (string | number)[];
  /** A single expression keeps its value's type; more than one part is joined as text. */
  readonly parts: readonly (string | PlanExpression)[];
}

/** The operands and verdict of one evaluation, kept for every decision. */
export type Evaluation =
  | { readonly kind: 'value'; readonly value: Json; readonly operands: JsonObject }
  /** Something it needed is missing (a skipped step, an unset variable): neither true nor false. */
  | { readonly kind: 'unknown'; readonly missing: readonly string[]; readonly operands: JsonObject }
  | {
      readonly kind: 'error';
      readonly code: string;
      readonly message: string;
      readonly operands: JsonObject;
    };

/** Gives the value of a name, or undefined when it is missing. */
export type ReadValue = (read: Read) => Json | undefined;

import type { z } from 'zod';
import type { ValueType } from '../plan/expression/value.js';
import type { Json, JsonObject } from '../json.js';
import type { StepClass } from '../plan/plan.js';
import type { PortDefinition, StepDefinition } from '../workflow-definition.js';

export type StepCategory = 'documents' | 'answers' | 'flow' | 'data';

/** A small typed output that expressions can read. */
export interface Fact {
  readonly name: string;
  readonly type: ValueType;
  readonly description: string;
}

/** A big output, handed along connections by kind. */
export interface ReferenceFact {
  readonly name: string;
  readonly kind: ReferenceKind;
  readonly description: string;
}

export type ReferenceKind = 'documents' | 'chunks' | 'embeddings' | 'passages' | 'answer';

/** An expression inside a step's configuration. */
export interface ConfiguredExpression {
  readonly path: readonly (string | number)[];
  readonly source: string;
  readonly expects: ValueType;
  /** Of a loop: whether it is seen when a round begins, or from inside when one has ended. */
  readonly round?: 'begins' | 'ended';
}

/** A part of a container step that other steps stand in. */
export type Region = 'body' | 'finally';

/** What a setting lacks or does beside the others. */
export interface SettingFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What the schema of single settings cannot say. */
export interface SettingsVerdict {
  readonly faults: readonly SettingFault[];
  /** Settings that mean nothing beside the others. */
  readonly unused: readonly SettingFault[];
}

/** All that the language, the designer and the worker know of one type of step; one folder each. */
export interface StepType {
  readonly type: string;
  readonly title: string;
  /** One sentence for the palette. */
  readonly summary: string;
  readonly category: StepCategory;
  /** For validation it depends on the configuration. */
  readonly class: (configuration: JsonObject) => StepClass;
  readonly inputs: readonly PortDefinition[];
  /** Ports that follow from the step's settings; without the error port. */
  readonly outputs: (step: StepDefinition) => readonly PortDefinition[];
  /** Whether the step may fail, and so has the port `error`. */
  readonly canFail: boolean;
  readonly facts: (step: StepDefinition) => readonly Fact[];
  /** Set when it gives facts that nobody can know beforehand: any name is taken. */
  readonly openFacts?: true;
  /** What other steps can stand in; absent for a step that is no container. */
  readonly regions?: readonly Region[];
  /** Kinds of reference that have to arrive for the step to be of use. */
  readonly needs: readonly ReferenceKind[];
  readonly gives: readonly ReferenceFact[];
  readonly settings: z.ZodType<JsonObject, unknown>;
  /** Looks at all settings together, templates among them. */
  readonly judge?: (configuration: JsonObject) => SettingsVerdict;
  /** Settings that hold expressions rather than templates. */
  readonly expressions: (configuration: JsonObject) => readonly ConfiguredExpression[];
  /** Top-level settings that are taken as they are, without templates. */
  readonly verbatim: readonly string[];
  /** Longest one attempt may take when the step says nothing, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether there is another reason to run it than what it gives. */
  readonly hasEffect?: (configuration: JsonObject) => boolean;
  /** Facts as if it had run over nothing: what a simulation uses. */
  readonly zeroOutput: (step: StepDefinition) => Readonly<Record<string, Json>>;
  /** Markdown for the panel and the step reference. */
  readonly documentation: string;
}

export const IN: PortDefinition = { name: 'in', type: 'flow', description: 'What has to happen before.' };
export const OUT: PortDefinition = {
  name: 'out',
  type: 'flow',
  description: 'Goes on when the step has succeeded.',
};
export const ERROR: PortDefinition = {
  name: 'error',
  type: 'flow',
  description: 'Goes on when the step has failed and its setting onError is "route".',
};

export const DONE: PortDefinition = {
  name: 'done',
  type: 'flow',
  description: 'Goes on when all of it has succeeded.',
};
/** Of a container. */
export const FAILED: PortDefinition = {
  name: 'error',
  type: 'flow',
  description: 'Goes on when it has failed. With nothing connected, the failure goes on outward.',
};

export function noExpressions(): readonly ConfiguredExpression[] {
  return [];
}

/** The value a fact has when a step ran over nothing. */
export function zeroOf(type: ValueType): Json {
  switch (type) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'object':
      return {};
    case 'null':
    case 'any':
      return null;
  }
}

export function zeroFacts(facts: readonly Fact[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(facts.map((fact) => [fact.name, zeroOf(fact.type)]));
}

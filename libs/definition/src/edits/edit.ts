import type { JsonObject } from '../json.js';
import type {
  ConnectionDefinition,
  InputDeclaration,
  Position,
  StepDefinition,
  VariableDeclaration,
} from '../workflow-definition.js';

/** A change a person makes to a definition; plain data, so it can be undone, logged and tested. */
export type Edit = StepEdit | ConnectionEdit | DocumentEdit;

export type StepEdit =
  /** Ignored when the id is taken. */
  | { readonly kind: 'add-step'; readonly step: StepDefinition }
  /** With all its connections, and of a container with everything that stands in it. */
  | { readonly kind: 'remove-step'; readonly stepId: string }
  /** Sets fields of a step; a field set to undefined is removed. The id is changed by `rename-step` alone. */
  | { readonly kind: 'configure-step'; readonly stepId: string; readonly set: StepFields }
  /** A new id, also in connections and in every expression that reads the step. Ignored when it is taken. */
  | { readonly kind: 'rename-step'; readonly stepId: string; readonly to: string }
  /**
   * Into a region of a container, or with `parent` null out of all. What undoes a step goes along with it, and
   * connections that would cross the border of a container are removed. Ignored where there is no such
   * region, and for a container that would come to stand in itself.
   */
  | {
      readonly kind: 'move-into';
      readonly stepIds: readonly string[];
      readonly parent: string | null;
      readonly region?: 'body' | 'finally';
      /** Where they stand then, by id. */
      readonly positions?: Readonly<Record<string, Position>>;
    }
  /**
   * Copies of steps, from here or from another definition, with the connections between them and all that
   * they say of each other. They stand where their originals stand, or in the root when that container is not
   * here. Ignored when a name is taken.
   */
  | {
      readonly kind: 'paste-steps';
      readonly steps: readonly StepDefinition[];
      readonly connections: readonly ConnectionDefinition[];
      /** New ids by old; one that is not named stays. */
      readonly names: Readonly<Record<string, string>>;
      /** For those whose container is not pasted with them. */
      readonly shift?: Position;
    }
  | { readonly kind: 'move-steps'; readonly positions: Readonly<Record<string, Position>> };

export type StepFields = { readonly [K in keyof Omit<StepDefinition, 'id'>]?: StepDefinition[K] | undefined };

export type ConnectionEdit =
  /** Without an id, one is made from the ends. */
  | {
      readonly kind: 'connect';
      readonly connection: Omit<ConnectionDefinition, 'id'> & { readonly id?: string };
    }
  | { readonly kind: 'disconnect'; readonly connectionId: string }
  /** Null removes the condition. */
  | {
      readonly kind: 'set-connection-condition';
      readonly connectionId: string;
      readonly condition: string | null;
    };

export type DocumentEdit =
  | { readonly kind: 'set-inputs'; readonly inputs: Readonly<Record<string, InputDeclaration>> }
  | { readonly kind: 'set-variables'; readonly variables: Readonly<Record<string, VariableDeclaration>> }
  /** Fields that are not named stay. */
  | {
      readonly kind: 'set-details';
      readonly name?: string;
      readonly description?: string;
      readonly metadata?: JsonObject;
    };

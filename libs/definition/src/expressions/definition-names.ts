import type { Graph } from '../graph/graph.js';
import { ancestors, sourcesOf, spread, targetsOf } from '../graph/graph.js';
import type { Read } from '../plan/plan.js';
import type { ValueType } from '../plan/expression/value.js';
import { findStepType } from '../steps/catalogue.js';
import type { Fact } from '../steps/step-type.js';
import type {
  InputDeclaration,
  InputType,
  StepDefinition,
  VariableDeclaration,
  WorkflowDefinition,
} from '../workflow-definition.js';
import { nearestName } from './nearest-name.js';
import type { FoundName, Lookup, NameProblem, NameScope } from './name-scope.js';

/** Names of inputs or variables in the order of the plan: by code unit, because stores reorder keys. */
export function orderedNames(declared: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(declared).sort();
}

/** Extra names that some expressions of a step have. */
export interface OwnNames {
  /** Facts of the step itself, which win over all others. */
  readonly facts: readonly Fact[];
  /** A merge's `values`. */
  readonly values: boolean;
}

export const NO_OWN_NAMES: OwnNames = { facts: [], values: false };

/** Answers what names mean anywhere in one definition; what it works out, it remembers. */
export class DefinitionNames {
  private readonly variables: ReadonlyMap<string, number>;
  private readonly facts: (ReadonlyMap<string, Fact> | undefined)[] = [];
  private readonly upstream: (Uint8Array | undefined)[] = [];
  private behindErrors: Uint8Array | null = null;

  constructor(
    private readonly definition: WorkflowDefinition,
    private readonly graph: Graph,
  ) {
    this.variables = new Map(orderedNames(definition.variables).map((name, index) => [name, index]));
  }

  /** At a step: facts of the steps right before it, then variables, then inputs. */
  ofStep(step: number, own: OwnNames = NO_OWN_NAMES): NameScope {
    const before = this.sources(step);
    const errors = this.afterError(step);
    return this.scope({ own: own.facts.length > 0 ? step : null, ownFacts: own.facts }, [before], {
      reaches: (other) => this.isUpstream(other, step),
      errors,
      values: own.values,
    });
  }

  /** On a connection: facts of its source, else of the steps right before the source. */
  ofConnection(connection: number): NameScope {
    const { sourceStep, sourceOutput } = this.definition.connections[connection] as {
      sourceStep: string;
      sourceOutput: string;
    };
    const source = this.graph.indexOf.get(sourceStep);
    const levels = source === undefined ? [] : [[source], this.sources(source)];
    return this.scope({ own: null, ownFacts: [] }, levels, {
      reaches: (other) => other === source || (source !== undefined && this.isUpstream(other, source)),
      errors: sourceOutput === 'error' || (source !== undefined && this.afterError(source)),
      values: false,
    });
  }

  private scope(
    { own, ownFacts }: { readonly own: number | null; readonly ownFacts: readonly Fact[] },
    levels: readonly (readonly number[])[],
    place: { reaches: (step: number) => boolean; errors: boolean; values: boolean },
  ): NameScope {
    const stepFact = (stepId: string, fact: string): Lookup => {
      const step = this.graph.indexOf.get(stepId);
      if (step === undefined)
        return unknown(`There is no step "${stepId}"`, stepId, [...this.graph.indexOf.keys()]);
      if (step === own) {
        const found = ownFacts.find(({ name }) => name === fact);
        if (found) return this.fact(step, found);
      } else if (!place.reaches(step)) {
        const message = `The step "${stepId}" does not come before this, so its results cannot be read here.`;
        return { kind: 'problem', code: 'REFERENCE_NOT_UPSTREAM', message };
      }
      const facts = this.factsOf(step);
      const found = facts.get(fact);
      if (found && step !== own) return this.fact(step, found);
      const reference = this.referenceOf(step, fact);
      if (reference && step !== own) return this.fact(step, reference);
      return unknown(`The step "${stepId}" has no fact "${fact}"`, fact, [...facts.keys()]);
    };
    return {
      stepIds: this.graph.indexOf,
      full: ([root, first = '', second = '']) => {
        switch (root) {
          case 'input':
            return this.input(first);
          case 'variables':
            return this.variable(first);
          case 'steps':
            return stepFact(first, second);
          case 'error':
            return errorName(first, place.errors);
          case 'values':
            return place.values
              ? found({ kind: 'values', key: 'values' }, 'array')
              : problem('EXPRESSION_NAME_UNKNOWN', '"values" is known only in the expression of a merge.');
          default:
            return problem('EXPRESSION_NAME_UNKNOWN', `"loop.${first}" is known only inside a loop.`);
        }
      },
      bare: (name) => this.bare(name, own, ownFacts, levels),
      skipped: (stepId) => {
        const step = this.graph.indexOf.get(stepId);
        if (step === undefined)
          return unknown(`There is no step "${stepId}"`, stepId, [...this.graph.indexOf.keys()]);
        return place.reaches(step)
          ? found({ kind: 'skipped', key: `was_skipped(${stepId})`, step }, 'boolean')
          : problem('REFERENCE_NOT_UPSTREAM', `The step "${stepId}" does not come before this.`);
      },
    };
  }

  private bare(
    name: string,
    own: number | null,
    ownFacts: readonly Fact[],
    levels: readonly (readonly number[])[],
  ): Lookup {
    const mine = ownFacts.find((fact) => fact.name === name);
    if (own !== null && mine) return this.fact(own, mine);
    const candidates: FoundName[] = [];
    for (const level of levels) {
      for (const step of level) {
        const fact = this.factsOf(step).get(name);
        if (fact) candidates.push(this.factName(step, fact));
      }
      if (candidates.length > 0) break;
    }
    if (Object.hasOwn(this.definition.variables, name)) candidates.push(...asFound(this.variable(name)));
    if (Object.hasOwn(this.definition.inputs, name)) candidates.push(...asFound(this.input(name)));
    const [first, second] = candidates;
    if (first === undefined) return this.nowhere(name, ownFacts, levels);
    if (second === undefined) return { kind: 'found', found: first };
    const choices = candidates.map(({ read }) => read.key).join(' or ');
    return problem('EXPRESSION_NAME_AMBIGUOUS', `"${name}" could mean several things; write ${choices}.`);
  }

  private nowhere(name: string, ownFacts: readonly Fact[], levels: readonly (readonly number[])[]): Lookup {
    const owner = this.definition.steps.find((_, index) => this.factsOf(index).has(name));
    if (owner) {
      const message = `"${name}" is not given by a step right before this; write steps.${owner.id}.${name}.`;
      return problem('EXPRESSION_NAME_UNKNOWN', message);
    }
    const known = [
      ...ownFacts.map((fact) => fact.name),
      ...levels.flatMap((level) => level.flatMap((step) => [...this.factsOf(step).keys()])),
      ...Object.keys(this.definition.variables),
      ...Object.keys(this.definition.inputs),
    ];
    return unknown(`Nothing here is called "${name}"`, name, known);
  }

  private input(name: string): Lookup {
    if (!Object.hasOwn(this.definition.inputs, name)) {
      return unknown(`There is no input "${name}"`, name, Object.keys(this.definition.inputs));
    }
    const declared = this.definition.inputs[name] as InputDeclaration;
    return found({ kind: 'input', key: `input.${name}`, name }, typeOfInput(declared.type));
  }

  private variable(name: string): Lookup {
    const index = this.variables.get(name);
    if (index === undefined)
      return unknown(`There is no variable "${name}"`, name, [...this.variables.keys()]);
    const declared = this.definition.variables[name] as VariableDeclaration;
    return found({ kind: 'variable', key: `variables.${name}`, variable: index }, typeOfInput(declared.type));
  }

  private fact(step: number, fact: Fact): Lookup {
    return { kind: 'found', found: this.factName(step, fact) };
  }

  private factName(step: number, fact: Fact): FoundName {
    const { id } = this.step(step);
    return {
      read: { kind: 'fact', key: `steps.${id}.${fact.name}`, step, fact: fact.name },
      type: fact.type,
    };
  }

  private factsOf(step: number): ReadonlyMap<string, Fact> {
    const definition = this.step(step);
    const facts = findStepType(definition.type)?.facts(definition) ?? [];
    return (this.facts[step] ??= new Map(facts.map((fact) => [fact.name, fact])));
  }

  private step(index: number): StepDefinition {
    return this.definition.steps[index] as StepDefinition;
  }

  /** A big output can be named in full, to hand it on: `steps.read.documents`. */
  private referenceOf(step: number, name: string): Fact | null {
    const type = findStepType(this.step(step).type);
    const given = type?.gives.find((reference) => reference.name === name);
    return given ? { name, type: 'object', description: given.description } : null;
  }

  /** The steps right before a step, each once. */
  private sources(step: number): readonly number[] {
    return [...new Set(sourcesOf(this.graph, step))];
  }

  private isUpstream(other: number, step: number): boolean {
    return (this.upstream[step] ??= ancestors(this.graph, step))[other] === 1;
  }

  private afterError(step: number): boolean {
    this.behindErrors ??= spread(
      this.definition.steps.length,
      this.graph.edges
        .filter(({ connection }) => this.definition.connections[connection]?.sourceOutput === 'error')
        .map(({ target }) => target),
      (index) => targetsOf(this.graph, index),
    );
    return this.behindErrors[step] === 1;
  }
}

function errorName(field: string, allowed: boolean): Lookup {
  if (!allowed) {
    return problem(
      'ERROR_NAME_MISPLACED',
      `"error.${field}" is known only after a connection from an error port.`,
    );
  }
  if (field !== 'code' && field !== 'message' && field !== 'step') {
    return unknown(`An error has no "${field}"`, field, ['code', 'message', 'step']);
  }
  return found({ kind: 'error', key: `error.${field}`, field }, 'string');
}

function typeOfInput(type: InputType): ValueType {
  return type === 'documents' ? 'object' : type;
}

function found(read: Read, type: ValueType): Lookup {
  return { kind: 'found', found: { read, type } };
}

function asFound(lookup: Lookup): readonly FoundName[] {
  return lookup.kind === 'found' ? [lookup.found] : [];
}

function problem(code: NameProblem, message: string): Lookup {
  return { kind: 'problem', code, message };
}

function unknown(what: string, name: string, known: readonly string[]): Lookup {
  const near = nearestName(name, known);
  return problem('EXPRESSION_NAME_UNKNOWN', near === null ? `${what}.` : `${what}. Did you mean "${near}"?`);
}

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
import { listed } from './listed.js';
import { Suggestions } from './nearest-name.js';
import type { FoundName, Lookup, NameProblem, NameScope } from './name-scope.js';

/** Names of inputs or variables in the order of the plan: by code unit, because stores reorder keys. */
export function orderedNames(declared: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(declared).sort();
}

/** Extra names that some expressions of a step have. */
export interface OwnNames {
  /** Facts of the step itself, which win over all others. */
  readonly facts: readonly Fact[];
  /** The one of them that is being made, and so is not there yet. */
  readonly except: string | null;
  /** A merge's `values`. */
  readonly values: boolean;
}

export const NO_OWN_NAMES: OwnNames = { facts: [], except: null, values: false };

/** Steps whose facts a bare name may mean. */
interface Level {
  /** By name of a fact, the steps that give it. */
  readonly givers: ReadonlyMap<string, readonly number[]>;
  /** One whose type nobody knows: it may give anything. */
  readonly unsure: number | null;
}

/** A step that has names of its own. */
interface Own extends OwnNames {
  readonly step: number | null;
}

function ownFact({ facts, except }: OwnNames, name: string): Fact | undefined {
  return name === except ? undefined : facts.find((fact) => fact.name === name);
}

/** Answers what names mean anywhere in one definition; what it works out, it remembers. */
export class DefinitionNames {
  private readonly variables: ReadonlyMap<string, number>;
  private readonly facts: (ReadonlyMap<string, Fact> | undefined)[] = [];
  private readonly before: (Level | undefined)[] = [];
  private owners: ReadonlyMap<string, number> | null = null;
  private readonly suggestions = new Suggestions();
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
    return this.scope({ step: own.facts.length > 0 ? step : null, ...own }, [this.levelBefore(step)], {
      reaches: (other) => this.isUpstream(other, step),
      errors: this.afterError(step),
    });
  }

  /** On a connection: facts of its source, else of the steps right before the source. */
  ofConnection(connection: number): NameScope {
    const { sourceStep, sourceOutput } = this.definition.connections[connection] as {
      sourceStep: string;
      sourceOutput: string;
    };
    const source = this.graph.indexOf.get(sourceStep);
    const levels = source === undefined ? [] : [this.levelOf([source]), this.levelBefore(source)];
    return this.scope({ step: null, ...NO_OWN_NAMES }, levels, {
      reaches: (other) => other === source || (source !== undefined && this.isUpstream(other, source)),
      errors: sourceOutput === 'error' || (source !== undefined && this.afterError(source)),
    });
  }

  private scope(
    own: Own,
    levels: readonly Level[],
    place: { reaches: (step: number) => boolean; errors: boolean },
  ): NameScope {
    const stepFact = (stepId: string, fact: string): Lookup => {
      const step = this.graph.indexOf.get(stepId);
      if (step === undefined) return this.noStep(stepId);
      if (step === own.step) {
        const found = ownFact(own, fact);
        if (found) return this.fact(step, found);
      } else if (!place.reaches(step)) {
        const message = `The step "${stepId}" does not come before this, so its results cannot be read here.`;
        return { kind: 'problem', code: 'REFERENCE_NOT_UPSTREAM', message };
      }
      const facts = this.factsOf(step);
      const found = facts.get(fact);
      if (found && step !== own.step) return this.fact(step, found);
      if (!this.isTyped(step)) return this.fact(step, anything(fact));
      const reference = this.referenceOf(step, fact);
      if (reference && step !== own.step) return this.fact(step, reference);
      return this.unknown(`The step "${stepId}" has no fact "${fact}"`, fact, facts.keys());
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
            return this.errorName(first, place.errors);
          case 'values':
            return own.values
              ? found({ kind: 'values', key: 'values' }, 'array')
              : problem('EXPRESSION_NAME_UNKNOWN', '"values" is known only in the expression of a merge.');
          default:
            return problem('EXPRESSION_NAME_UNKNOWN', `"loop.${first}" is known only inside a loop.`);
        }
      },
      bare: (name) => this.bare(name, own, levels),
      skipped: (stepId) => {
        const step = this.graph.indexOf.get(stepId);
        if (step === undefined) return this.noStep(stepId);
        return place.reaches(step)
          ? found({ kind: 'skipped', key: `was_skipped(${stepId})`, step }, 'boolean')
          : problem('REFERENCE_NOT_UPSTREAM', `The step "${stepId}" does not come before this.`);
      },
    };
  }

  private bare(name: string, own: Own, levels: readonly Level[]): Lookup {
    const mine = ownFact(own, name);
    if (own.step !== null && mine) return this.fact(own.step, mine);
    const level = levels.find(({ givers }) => givers.has(name));
    const candidates = (level?.givers.get(name) ?? []).map((step) =>
      this.factName(step, this.factsOf(step).get(name) as Fact),
    );
    if (Object.hasOwn(this.definition.variables, name)) candidates.push(...asFound(this.variable(name)));
    if (Object.hasOwn(this.definition.inputs, name)) candidates.push(...asFound(this.input(name)));
    const [first, second] = candidates;
    if (first === undefined) return this.nowhere(name, own, levels);
    if (second === undefined) return { kind: 'found', found: first };
    const choices = listed(
      candidates.map(({ read }) => read.key),
      ' or ',
    );
    return problem('EXPRESSION_NAME_AMBIGUOUS', `"${name}" could mean several things; write ${choices}.`);
  }

  private nowhere(name: string, own: Own, levels: readonly Level[]): Lookup {
    const unsure = levels.find((level) => level.unsure !== null)?.unsure ?? null;
    if (unsure !== null) return this.fact(unsure, anything(name));
    this.owners ??= new Map(
      this.definition.steps
        .flatMap((_, step) => [...this.factsOf(step).keys()].map((fact) => [fact, step] as const))
        .reverse(),
    );
    const owner = this.owners.get(name);
    if (owner !== undefined && owner !== own.step) {
      const message = `"${name}" is not given by a step right before this; write steps.${this.step(owner).id}.${name}.`;
      return problem('EXPRESSION_NAME_UNKNOWN', message);
    }
    const { variables, inputs } = this.definition;
    return this.unknown(`Nothing here is called "${name}"`, name, names());

    function* names(): Generator<string> {
      for (const fact of own.facts) yield fact.name;
      for (const level of levels) yield* level.givers.keys();
      yield* Object.keys(variables);
      yield* Object.keys(inputs);
    }
  }

  private noStep(id: string): Lookup {
    return this.unknown(`There is no step "${id}"`, id, this.graph.indexOf.keys());
  }

  private unknown(what: string, name: string, known: Iterable<string>): Lookup {
    const near = this.suggestions.nearest(name, known);
    return problem(
      'EXPRESSION_NAME_UNKNOWN',
      near === null ? `${what}.` : `${what}. Did you mean "${near}"?`,
    );
  }

  private errorName(field: string, allowed: boolean): Lookup {
    if (!allowed) {
      return problem(
        'ERROR_NAME_MISPLACED',
        `"error.${field}" is known only after a connection from an error port.`,
      );
    }
    if (field !== 'code' && field !== 'message' && field !== 'step') {
      return this.unknown(`An error has no "${field}"`, field, ['code', 'message', 'step']);
    }
    return found({ kind: 'error', key: `error.${field}`, field }, 'string');
  }

  private input(name: string): Lookup {
    if (!Object.hasOwn(this.definition.inputs, name)) {
      return this.unknown(`There is no input "${name}"`, name, Object.keys(this.definition.inputs));
    }
    const declared = this.definition.inputs[name] as InputDeclaration;
    return found({ kind: 'input', key: `input.${name}`, name }, typeOfInput(declared.type));
  }

  private variable(name: string): Lookup {
    const index = this.variables.get(name);
    if (index === undefined)
      return this.unknown(`There is no variable "${name}"`, name, this.variables.keys());
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
    const known = this.facts[step];
    if (known !== undefined) return known;
    const definition = this.step(step);
    const facts = findStepType(definition.type)?.facts(definition) ?? [];
    return (this.facts[step] = new Map(facts.map((fact) => [fact.name, fact])));
  }

  private step(index: number): StepDefinition {
    return this.definition.steps[index] as StepDefinition;
  }

  private isTyped(step: number): boolean {
    return findStepType(this.step(step).type) !== null;
  }

  /** A big output can be named in full, to hand it on: `steps.read.documents`. */
  private referenceOf(step: number, name: string): Fact | null {
    const type = findStepType(this.step(step).type);
    const given = type?.gives.find((reference) => reference.name === name);
    return given ? { name, type: 'object', description: given.description } : null;
  }

  /** What the steps right before a step give. */
  private levelBefore(step: number): Level {
    return (this.before[step] ??= this.levelOf(new Set(sourcesOf(this.graph, step))));
  }

  private levelOf(steps: Iterable<number>): Level {
    const givers = new Map<string, number[]>();
    let unsure: number | null = null;
    for (const step of steps) {
      if (!this.isTyped(step)) unsure = step;
      for (const name of this.factsOf(step).keys()) {
        const known = givers.get(name);
        if (known === undefined) givers.set(name, [step]);
        else known.push(step);
      }
    }
    return { givers, unsure };
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

/** A fact of a step whose type is not known: the type is the mistake, not the name. */
function anything(name: string): Fact {
  return { name, type: 'any', description: '' };
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

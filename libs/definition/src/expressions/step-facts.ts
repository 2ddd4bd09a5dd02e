import { findStepType } from '../steps/catalogue.js';
import type { Fact } from '../steps/step-type.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { FoundName } from './name-scope.js';

/** Steps whose facts a bare name may mean. */
export interface Level {
  /** By name of a fact, the steps that give it. */
  readonly givers: ReadonlyMap<string, readonly number[]>;
  /** One of which nobody knows all facts: it may give anything. */
  readonly unsure: number | null;
}

/** The most steps that a message is searched for. */
const MOST_OWNERS = 20;

/** What each step gives to expressions. */
export class StepFacts {
  private readonly facts: (ReadonlyMap<string, Fact> | undefined)[] = [];
  private owners: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(private readonly definition: Pick<WorkflowDefinition, 'steps'>) {}

  step(index: number): StepDefinition {
    return this.definition.steps[index] as StepDefinition;
  }

  of(step: number): ReadonlyMap<string, Fact> {
    const known = this.facts[step];
    if (known !== undefined) return known;
    const definition = this.step(step);
    const facts = findStepType(definition.type)?.facts(definition) ?? [];
    return (this.facts[step] = new Map(facts.map((fact) => [fact.name, fact])));
  }

  /** Whether it may give more than is known: its type is not known, or leaves that open. */
  isOpen(step: number): boolean {
    const type = findStepType(this.step(step).type);
    return type === null || type.openFacts === true;
  }

  named(step: number, { name, type }: Pick<Fact, 'name' | 'type'>): FoundName {
    const { id } = this.step(step);
    return { read: { kind: 'fact', key: `steps.${id}.${name}`, step, fact: name }, type };
  }

  /** A big output can be named in full, to hand it on: `steps.read.documents`. */
  reference(step: number, name: string): Fact | null {
    const type = findStepType(this.step(step).type);
    const given = type?.gives.find((reference) => reference.name === name);
    return given ? { name, type: 'object', description: given.description } : null;
  }

  level(steps: Iterable<number>): Level {
    const givers = new Map<string, number[]>();
    let unsure: number | null = null;
    for (const step of steps) {
      if (this.isOpen(step)) unsure = step;
      for (const name of this.of(step).keys()) {
        const known = givers.get(name);
        if (known === undefined) givers.set(name, [step]);
        else known.push(step);
      }
    }
    return { givers, unsure };
  }

  /** Some steps anywhere that give a fact. */
  ownersOf(fact: string): readonly number[] {
    this.owners ??= this.level(this.definition.steps.keys()).givers;
    return (this.owners.get(fact) ?? []).slice(0, MOST_OWNERS);
  }
}

/** A fact of a step that may give anything. */
export function anything(name: string): Fact {
  return { name, type: 'any', description: '' };
}

import type { Graph } from '../graph/graph.js';
import type { WorkflowDefinition } from '../workflow-definition.js';
import { DeclaredNames } from './declared-names.js';
import { listed } from './listed.js';
import { found, problem, UnknownNames } from './lookup.js';
import type { Lookup, NameScope } from './name-scope.js';
import { NO_OWN_NAMES, ownFact } from './own-names.js';
import type { OwnNames } from './own-names.js';
import { Places } from './places.js';
import type { Place } from './places.js';
import { anything, StepFacts } from './step-facts.js';

/** Names of its own, and the step they belong to. */
interface Own extends OwnNames {
  readonly step: number | null;
}

/** Answers what names mean anywhere in one definition. */
export class DefinitionNames {
  private readonly unknown = new UnknownNames();
  private readonly declared: DeclaredNames;
  private readonly facts: StepFacts;
  private readonly places: Places;

  constructor(
    definition: WorkflowDefinition,
    private readonly graph: Graph,
  ) {
    this.declared = new DeclaredNames(definition, this.unknown);
    this.facts = new StepFacts(definition);
    this.places = new Places(definition, graph, this.facts);
  }

  /** At a step: facts of the steps right before it, then variables, then inputs. */
  ofStep(step: number, own: OwnNames = NO_OWN_NAMES): NameScope {
    return this.scope({ step: own.facts.length > 0 ? step : null, ...own }, this.placeOf(step, own));
  }

  ofConnection(connection: number): NameScope {
    return this.scope({ step: null, ...NO_OWN_NAMES }, this.places.ofConnection(connection));
  }

  private placeOf(step: number, { round }: OwnNames): Place {
    switch (round) {
      case 'begins':
        return this.places.ofRoundBeginning(step);
      case 'ended':
        return this.places.ofRoundEnded(step);
      case null:
        return this.places.ofStep(step);
    }
  }

  private scope(own: Own, place: Place): NameScope {
    return {
      stepIds: this.graph.indexOf,
      full: ([root, first = '', second = '']) => {
        switch (root) {
          case 'input':
            return this.declared.input(first);
          case 'variables':
            return this.declared.variable(first);
          case 'steps':
            return this.stepFact(first, second, own, place);
          case 'error':
            return this.errorName(first, place);
          case 'values':
            return own.values
              ? found({ kind: 'values', key: 'values' }, 'array')
              : problem('EXPRESSION_NAME_UNKNOWN', '"values" is known only in the expression of a merge.');
          default:
            return this.loopName(first, place);
        }
      },
      bare: (name) => this.bare(name, own, place),
      skipped: (stepId) => {
        const step = this.graph.indexOf.get(stepId);
        if (step === undefined) return this.noStep(stepId);
        return place.reaches(step)
          ? found({ kind: 'skipped', key: `was_skipped(${stepId})`, step }, 'boolean')
          : problem('REFERENCE_NOT_UPSTREAM', `The step "${stepId}" does not come before this.`);
      },
    };
  }

  private stepFact(stepId: string, name: string, own: Own, place: Place): Lookup {
    const step = this.graph.indexOf.get(stepId);
    if (step === undefined) return this.noStep(stepId);
    const facts = this.facts.of(step);
    if (step === own.step) {
      const mine = ownFact(own, name);
      if (mine) return this.fact(step, mine);
    } else if (place.reaches(step)) {
      const given = facts.get(name) ?? this.facts.reference(step, name);
      if (given) return this.fact(step, given);
    } else return this.notBefore(stepId);
    if (this.facts.isOpen(step)) return this.fact(step, anything(name));
    return this.unknown.say(`The step "${stepId}" has no fact "${name}"`, name, facts.keys());
  }

  private notBefore(stepId: string): Lookup {
    const message = `The step "${stepId}" does not come before this, so its results cannot be read here.`;
    return problem('REFERENCE_NOT_UPSTREAM', message);
  }

  private bare(name: string, own: Own, place: Place): Lookup {
    if (name === '__loop') return problem('EXPRESSION_NAME_UNKNOWN', 'Write loop.item or loop.index.');
    const mine = ownFact(own, name);
    if (own.step !== null && mine) return this.fact(own.step, mine);
    const level = place.levels().find(({ givers }) => givers.has(name));
    const candidates = [
      ...(level?.givers.get(name) ?? []).map((step) =>
        this.facts.named(step, this.facts.of(step).get(name) ?? anything(name)),
      ),
      ...this.declared.bare(name),
    ];
    const [first, second] = candidates;
    if (first === undefined) return this.nowhere(name, own, place);
    if (second === undefined) return { kind: 'found', found: first };
    const choices = listed(
      candidates.map(({ read }) => read.key),
      ' or ',
    );
    return problem('EXPRESSION_NAME_AMBIGUOUS', `"${name}" could mean several things; write ${choices}.`);
  }

  private nowhere(name: string, own: Own, place: Place): Lookup {
    const levels = place.levels();
    const unsure = levels.find((level) => level.unsure !== null)?.unsure ?? null;
    if (unsure !== null) return this.fact(unsure, anything(name));
    const owner = this.facts.ownersOf(name).find((step) => step !== own.step && place.reaches(step));
    if (owner !== undefined) {
      const message = `"${name}" is not given by a step right before this; write steps.${this.facts.step(owner).id}.${name}.`;
      return problem('EXPRESSION_NAME_UNKNOWN', message);
    }
    return this.unknown.say(`Nothing here is called "${name}"`, name, names(this.declared));

    function* names(declared: DeclaredNames): Generator<string> {
      for (const fact of own.facts) yield fact.name;
      for (const level of levels) yield* level.givers.keys();
      yield* declared.names();
    }
  }

  private noStep(id: string): Lookup {
    return this.unknown.say(`There is no step "${id}"`, id, this.graph.indexOf.keys());
  }

  private errorName(field: string, place: Place): Lookup {
    if (!place.errors()) {
      const message = `"error.${field}" is known only after a connection from an error port, and in a finally region.`;
      return problem('ERROR_NAME_MISPLACED', message);
    }
    if (field !== 'code' && field !== 'message' && field !== 'step') {
      return this.unknown.say(`An error has no "${field}"`, field, ['code', 'message', 'step']);
    }
    return found({ kind: 'error', key: `error.${field}`, field }, 'string');
  }

  private loopName(field: string, place: Place): Lookup {
    const loop = place.loop();
    if (loop === null) {
      return problem('EXPRESSION_NAME_UNKNOWN', `"loop.${field}" is known only inside a loop.`);
    }
    if (field === 'index') return found({ kind: 'loop', key: 'loop.index', field }, 'number');
    if (field !== 'item') return this.unknown.say(`A loop has no "${field}"`, field, ['item', 'index']);
    const { id, configuration } = this.facts.step(loop);
    if ((configuration['mode'] ?? 'forEach') === 'forEach') {
      return found({ kind: 'loop', key: 'loop.item', field }, 'any');
    }
    const message = `The loop "${id}" goes over no items, so there is no "loop.item"; "loop.index" is the number of the round.`;
    return problem('EXPRESSION_NAME_UNKNOWN', message);
  }

  private fact(step: number, fact: Parameters<StepFacts['named']>[1]): Lookup {
    return { kind: 'found', found: this.facts.named(step, fact) };
  }
}

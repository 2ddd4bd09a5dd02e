import type { ConnectionDefinition, Edit, Position, StepDefinition, WorkflowDefinition } from '#definition';
import { findStepType } from '#definition';
import { containmentOf, inside } from '../../canvas/containment.js';

/** A fresh id for a step of a type: `search`, `search_2`, ... */
export function freshStepId(base: string, taken: ReadonlySet<string>): string {
  const root = base.replace(/_\d+$/, '');
  if (!taken.has(root)) return root;
  let count = 2;
  while (taken.has(`${root}_${count}`)) count += 1;
  return `${root}_${count}`;
}

export function stepIds(definition: WorkflowDefinition): Set<string> {
  return new Set(definition.steps.map(({ id }) => id));
}

/** A new step with the settings its type begins with. */
export function newStep(definition: WorkflowDefinition, type: string, position: Position): StepDefinition {
  const title = findStepType(type)?.title ?? type;
  return { id: freshStepId(type, stepIds(definition)), type, name: title, configuration: {}, position };
}

const MARK = 'sluice/steps';

/**
 * Steps with the connections between them, as text: pastes into any workflow, in any browser. A container goes with
 * what stands in it.
 */
export function stepsToText(definition: WorkflowDefinition, chosen: ReadonlySet<string>): string {
  const containment = containmentOf(definition);
  const ids = new Set([...chosen].flatMap((id) => [id, ...inside(containment, id)]));
  return JSON.stringify({
    kind: MARK,
    steps: definition.steps.filter(({ id }) => ids.has(id)),
    connections: definition.connections.filter(
      ({ sourceStep, targetStep }) => ids.has(sourceStep) && ids.has(targetStep),
    ),
  });
}

export interface Pasted {
  readonly edits: readonly Edit[];
  /** Of the outermost ones. */
  readonly ids: readonly string[];
}

/** Edits that put copied steps in, under fresh ids and shifted; null when the text holds none. */
export function stepsFromText(text: string, definition: WorkflowDefinition, shift: Position): Pasted | null {
  const copied = readCopied(text);
  if (!copied) return null;
  const taken = stepIds(definition);
  const renamed = new Map<string, string>();
  for (const { id } of copied.steps) {
    const fresh = freshStepId(id, taken);
    taken.add(fresh);
    renamed.set(id, fresh);
  }
  const { steps, connections } = copied;
  const names = Object.fromEntries(renamed);
  const inner = new Set(
    steps.filter(({ parent }) => parent != null && renamed.has(parent)).map(({ id }) => id),
  );
  return {
    edits: [{ kind: 'paste-steps', steps, connections, names, shift }],
    ids: steps.filter(({ id }) => !inner.has(id)).map(({ id }) => renamed.get(id) ?? id),
  };
}

interface Copied {
  readonly steps: readonly StepDefinition[];
  readonly connections: readonly ConnectionDefinition[];
}

function readCopied(text: string): Copied | null {
  if (!text.includes(MARK)) return null;
  try {
    const value = JSON.parse(text) as Partial<Copied> & { readonly kind?: unknown };
    const { kind, steps, connections } = value;
    if (kind !== MARK || !Array.isArray(steps) || !Array.isArray(connections)) return null;
    const sound = steps.every(
      ({ id, type, configuration }) =>
        typeof id === 'string' &&
        typeof type === 'string' &&
        typeof configuration === 'object' &&
        configuration !== null,
    );
    return sound ? { steps, connections } : null;
  } catch {
    return null;
  }
}

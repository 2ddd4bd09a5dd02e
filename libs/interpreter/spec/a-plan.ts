import type {
  JsonObject,
  Plan,
  PlanBody,
  PlanEdge,
  PlanExpression,
  PlanInput,
  PlanJoin,
  PlanStep,
  PlanVariable,
  Read,
} from '#definition/plan';

/** What a test says of a step; everything else is usual. */
export interface StepSketch {
  readonly body?: PlanBody;
  readonly join?: PlanJoin;
  readonly conditions?: readonly string[];
  readonly onError?: PlanStep['onError'];
  readonly defaultOutput?: JsonObject;
  readonly assign?: Readonly<Record<string, string>>;
  readonly gives?: readonly string[];
  readonly retry?: Partial<PlanStep['retry']>;
  /** The container it stands in: `each`, `guard`, or `guard.finally`. */
  readonly in?: string;
  readonly compensateWith?: string;
  readonly blockDeadlineMs?: number;
}

/** Makes an expression of a text. */
export type Express = (source: string) => PlanExpression;

export type BodySketch = StepSketch | ((express: Express) => StepSketch);

export interface PlanSketch {
  /** In definition order; a function gets a way to make expressions. */
  readonly steps: Readonly<Record<string, BodySketch>>;
  /** In definition order: `a -> b`, `check.yes -> b`, `a -> b if steps.a.count > 3`. */
  readonly edges?: readonly string[];
  readonly inputs?: readonly PlanInput[];
  readonly variables?: readonly PlanVariable[];
}

export const WORK: PlanBody = { kind: 'work', configuration: { value: {}, slots: [] } };

/** A plan without the detour over a definition. */
export function aPlan(sketch: PlanSketch): Plan {
  const ids = Object.keys(sketch.steps);
  const variables = sketch.variables ?? [];
  const express = (source: string) => expressionOf(source, ids, variables);
  const edges = (sketch.edges ?? []).map((line, index) => edgeOf(line, index, ids, express));
  const sketches = ids.map((id) => {
    const given = sketch.steps[id] ?? {};
    return typeof given === 'function' ? given(express) : given;
  });
  const places = placesOf(ids, sketches);
  const steps = ids.map((id, index) => {
    const given = sketches[index] ?? {};
    const scope = places.indexOf(given.in ?? '');
    if (scope < 0) throw new Error(`Unknown container: ${given.in}`);
    const compensateWith = given.compensateWith === undefined ? null : ids.indexOf(given.compensateWith);
    const step = stepOf(id, index, given, edges, variables, express);
    return { ...step, scope, compensateWith, body: withScopes(id, step.body, places) };
  });
  const handlers = new Set(steps.map(({ compensateWith }) => compensateWith));
  return {
    planVersion: 1,
    definitionHash: 'test',
    name: 'test',
    inputs: sketch.inputs ?? [],
    variables,
    scopes: places.map((place, scope) => ({
      owner: place === '' ? null : ids.indexOf(place.split('.')[0] ?? ''),
      region: place === '' ? 'root' : place.endsWith('.finally') ? 'finally' : 'body',
      steps: steps.flatMap((s) => (s.scope === scope && !handlers.has(s.index) ? [s.index] : [])),
      edges: edges.flatMap((e) => (steps[e.source]?.scope === scope ? [e.index] : [])),
    })),
    steps,
    edges,
  };
}

/** The scopes of a plan, as steps name them: each container's in its order, a body before its `finally`. */
function placesOf(ids: readonly string[], sketches: readonly StepSketch[]): readonly string[] {
  const used = new Set(sketches.map((step) => step.in));
  const inside = ids.flatMap((id, index) => {
    const kind = sketches[index]?.body?.kind;
    if (kind !== 'loop' && kind !== 'try') return [];
    return used.has(`${id}.finally`) ? [id, `${id}.finally`] : [id];
  });
  return ['', ...inside];
}

function withScopes(id: string, body: PlanBody, places: readonly string[]): PlanBody {
  if (body.kind === 'loop') return { ...body, scope: places.indexOf(id) };
  if (body.kind !== 'try') return body;
  const after = places.indexOf(`${id}.finally`);
  return { ...body, body: places.indexOf(id), finally: after < 0 ? null : after };
}

function stepOf(
  id: string,
  index: number,
  sketch: StepSketch,
  edges: readonly PlanEdge[],
  variables: readonly PlanVariable[],
  express: Express,
): PlanStep {
  const body = sketch.body ?? WORK;
  const ports = [...new Set(edges.filter((edge) => edge.source === index).map((edge) => edge.port))];
  const isWork = body.kind === 'work';
  return {
    index,
    id,
    type: isWork ? 'search' : body.kind,
    name: id.toUpperCase(),
    class: isWork ? 'work' : 'control',
    scope: 0,
    incoming: edges.filter((edge) => edge.target === index).map((edge) => edge.index),
    outputs: ports.map((name) => ({
      name,
      edges: edges.filter((edge) => edge.source === index && edge.port === name).map((edge) => edge.index),
    })),
    join: sketch.join ?? { kind: 'all' },
    conditions: (sketch.conditions ?? []).map(express),
    body,
    retry: {
      maximumAttempts: 3,
      initialIntervalMs: 1000,
      backoffCoefficient: 2,
      maximumIntervalMs: 60_000,
      nonRetryable: [],
      ...sketch.retry,
    },
    timeoutMs: 60_000,
    onError: sketch.onError ?? 'fail',
    defaultOutput: sketch.defaultOutput ?? null,
    assign: Object.entries(sketch.assign ?? {}).map(([name, source]) => ({
      variable: variables.findIndex((variable) => variable.name === name),
      expression: express(source),
    })),
    gives: sketch.gives ?? [],
    blockDeadlineMs: sketch.blockDeadlineMs ?? 60_000,
    compensateWith: null,
  };
}

function edgeOf(line: string, index: number, ids: readonly string[], express: Express): PlanEdge {
  const parsed = /^([\w-]+)(?:\.(\w+))? -> ([\w-]+)(?: if (.+))?$/.exec(line);
  if (parsed === null) throw new Error(`Not an edge: ${line}`);
  const [, source = '', port = 'out', target = '', condition] = parsed;
  if (!ids.includes(source) || !ids.includes(target)) throw new Error(`Unknown step in: ${line}`);
  return {
    index,
    id: `c${index + 1}`,
    source: ids.indexOf(source),
    port,
    target: ids.indexOf(target),
    targetPort: 'in',
    condition: condition === undefined ? null : express(condition),
  };
}

const NAMES =
  /was_skipped\((\w+)\)|\b(?:steps\.(\w+)\.(\w+)|input\.(\w+)|variables\.(\w+)|error\.(code|message|step)|loop\.(item|index)|(values))\b/g;

function expressionOf(
  source: string,
  ids: readonly string[],
  variables: readonly PlanVariable[],
): PlanExpression {
  const reads = new Map<string, Read>();
  for (const [key, skipped, step, fact, input, variable, error, loop, values] of source.matchAll(NAMES)) {
    if (skipped !== undefined) reads.set(key, { kind: 'skipped', key, step: ids.indexOf(skipped) });
    if (step !== undefined && fact !== undefined) {
      reads.set(key, { kind: 'fact', key, step: ids.indexOf(step), fact });
    }
    if (input !== undefined) reads.set(key, { kind: 'input', key, name: input });
    if (variable !== undefined) {
      reads.set(key, {
        kind: 'variable',
        key,
        variable: variables.findIndex(({ name }) => name === variable),
      });
    }
    if (error !== undefined) reads.set(key, { kind: 'error', key, field: error as 'code' });
    if (loop !== undefined) reads.set(key, { kind: 'loop', key, field: loop as 'item' });
    if (values !== undefined) reads.set(key, { kind: 'values', key });
  }
  return { source, cel: source.replace(/\bloop\./g, '__loop.'), reads: [...reads.values()] };
}

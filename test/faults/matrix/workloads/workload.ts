/** A definition as a file would hold it. */
export interface NamedDefinition {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** What runs while something is killed. Each execution starts from a number of its own, and so ends with its own output. */
export interface Workload {
  readonly definition: NamedDefinition;
  readonly executions: number;
  readonly input: (start: number) => Readonly<Record<string, unknown>>;
}

/**
 * A step that is seen outside. It may be lost with its worker as often as kills come: with the usual three attempts a
 * third kill would rightly fail it.
 */
export function seenStep(id: string, url: string, value: string, more: object = {}): object {
  return {
    id,
    type: 'http_request',
    configuration: { method: 'POST', url, body: { value: `{{ ${value} }}` } },
    retry: { maximumAttempts: 50, initialInterval: '100ms', backoffCoefficient: 1 },
    ...more,
  };
}

/** Connects steps in the order given. */
export function inOrder(...ids: readonly string[]): readonly object[] {
  return ids.slice(1).map((id, index) => ({ sourceStep: ids[index], targetStep: id }));
}

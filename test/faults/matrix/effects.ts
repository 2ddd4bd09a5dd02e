import { json, startServer } from '../../../libs/documents/test/local-server.js';

/** How long a step takes. Milliseconds. */
const STEP_MS = 200;

/** A connection that is kept open may be closed by this side just when it is used again: that is not tested here. */
const ONCE = { connection: 'close' };

/** A work step was seen to run. */
export interface Effect {
  /** `<execution>/<path>`: the same for each attempt. */
  readonly step: string;
  readonly at: number;
}

/** The world outside, which no kill touches: every `http_request` step leaves its effect here. */
export interface Effects {
  readonly origin: string;
  readonly seen: readonly Effect[];
  readonly close: () => Promise<void>;
}

/** Answers each request after the time of a step: `/step` with the number after the one sent, `/refuse` with a refusal. */
export async function startEffects(): Promise<Effects> {
  const seen: Effect[] = [];
  const { origin, close } = await startServer(({ path, headers, body }, response) => {
    seen.push({ step: String(headers['idempotency-key']), at: Date.now() });
    const { value } = JSON.parse(body) as { value: number };
    setTimeout(() => {
      if (path === '/step') json(response, 200, { value: value + 1 }, ONCE);
      else json(response, 422, { refused: value }, ONCE);
    }, STEP_MS);
  });
  return { origin, seen, close };
}

import type { StepOutput } from '#definition';
import { createStepImplementations } from '#documents';
import type { StepContext, StepImplementation, StepRequest } from '#documents';

/** What a step does in a test. `attempt` counts the calls for its path, from 1. */
export type Script = (call: {
  readonly request: StepRequest;
  readonly context: StepContext;
  readonly attempt: number;
}) => StepOutput | Promise<StepOutput>;

const WORK_TYPES = [
  'document_ingestion',
  'chunking',
  'embedding',
  'search',
  'synthesis',
  'http_request',
] as const;

export function gives(facts: StepOutput['facts'], references: StepOutput['references'] = {}): StepOutput {
  return { facts, references };
}

/**
 * Steps of the real types that do what a test says, by path or by step id; without a script they give nothing. Only
 * `validation`, which needs nothing from outside, is what it really is.
 */
export class ScriptedSteps {
  /** Paths in the order they were run, one entry for each attempt. */
  readonly calls: string[] = [];
  private scripts: Readonly<Record<string, Script>> = {};

  /** Forgets what was called and takes new scripts. */
  use(scripts: Readonly<Record<string, Script>>): void {
    this.scripts = scripts;
    this.calls.length = 0;
  }

  get implementations(): Readonly<Record<string, StepImplementation>> {
    const run: StepImplementation = async (request, context) => {
      this.calls.push(context.path);
      const attempt = this.calls.filter((path) => path === context.path).length;
      const script = this.scripts[context.path] ?? this.scripts[context.path.split('/').at(-1) ?? ''];
      return script === undefined ? gives({}) : script({ request, context, attempt });
    };
    const { validation } = createStepImplementations(null);
    return {
      ...Object.fromEntries(WORK_TYPES.map((type) => [type, run])),
      ...(validation && { validation }),
    };
  }
}

/** A promise that a test opens, to hold a step where it is. */
export class Gate {
  private open_: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => {
    this.open_ = resolve;
  });

  open(): void {
    this.open_();
  }
}

/** Rejects as a step that listens to its signal does. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(Object.assign(new Error('Stopped'), { name: 'AbortError' }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

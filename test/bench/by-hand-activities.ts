/** The work of one step: none, so that what is measured is the engine. */
export async function step(value: number): Promise<{ readonly value: number }> {
  return { value };
}

/** Where somebody would write down what an execution did. */
export async function record(_value: number): Promise<void> {}

/** The work of one step: none, so that what is measured is the engine. */
export async function step(value: number): Promise<{ readonly value: number }> {
  return { value };
}

import { CommandError, EXIT } from '../exit-code.js';

/** The one place of the command line that makes calls; they go to the product and nowhere else. */
export async function callProduct(url: string, init: RequestInit): Promise<Response> {
  try {
    // eslint-disable-next-line no-restricted-globals -- the product's own address, given by the user
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new CommandError(
      EXIT.unreachable,
      `nothing answers at ${new URL(url).origin}; start the product with "npm start", or set SLUICE_URL.`,
    );
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Product } from '../../../apps/local/src/product.mjs';

const AGAIN_MS = 250;
const PATIENCE_MS = 120_000;

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string }[];
}

/**
 * Somebody who uses the API while it is killed: what got no answer, or an error, is sent again until it does. So
 * everything sent has to be safe to repeat.
 */
export class PatientClient {
  private token: string | null = null;

  constructor(private readonly product: Pick<Product, 'url' | 'adminEmail' | 'adminPassword'>) {}

  /** @throws Error with the last trouble, when there is no answer for very long. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await this.askOnce<T>(query, variables);
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(AGAIN_MS);
      }
    }
  }

  private async askOnce<T>(query: string, variables: object): Promise<T> {
    this.token ??= await this.signIn();
    try {
      return await this.send<T>(query, variables, { authorization: `Bearer ${this.token}` });
    } catch (error) {
      // A token lasts for less time than all kills take.
      this.token = null;
      throw error;
    }
  }

  private async signIn(): Promise<string> {
    const { adminEmail: email, adminPassword: password } = this.product;
    const { signIn } = await this.send<{ signIn: { accessToken: string } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      { input: { email, password } },
    );
    return signIn.accessToken;
  }

  private async send<T>(query: string, variables: object, headers: object = {}): Promise<T> {
    const response = await fetch(`${this.product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    const { data, errors } = (await response.json()) as Answer<T>;
    if (errors !== undefined || !data)
      throw new Error(errors?.map(({ message }) => message).join('\n') ?? 'No answer');
    return data;
  }
}

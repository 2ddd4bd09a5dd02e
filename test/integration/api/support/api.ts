import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApplication } from '../../../../apps/api/src/application.js';
import { hashPassword } from '../../../../apps/api/src/auth/passwords.js';
import { readSettings } from '../../../../apps/api/src/config.js';
import { UsersRepository } from '#persistence';
import { NAMESPACE } from '../../../support/namespace.js';
import { createTestDatabase } from '../../../support/test-database.mjs';

/** Each of these tests starts servers, signs people in with a slow hash, and waits for work to be done. */
jest.setTimeout(60_000);

export const ADMIN = { email: 'admin@sluice.local', password: 'correct horse battery' };
export const SECRET = 'k3Jd82hfPq0sLw9vXz71bTn45mRcYe6A';
export const SECRET_KEY = 'wPy0lDEmMIuOdrgJkX2HvTn3fQ7bNsZcU5hA9oYx1Ks=';

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at whatever came back
  readonly data: any;
  readonly codes: readonly unknown[];
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** The real application on a database of its own, asked over HTTP like any client does. */
export class Api {
  private constructor(
    readonly app: NestExpressApplication,
    readonly url: string,
    readonly databaseUrl: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<Api> {
    const database = environment['DATABASE_URL'] === undefined ? await createTestDatabase() : null;
    const databaseUrl = database?.url ?? environment['DATABASE_URL'] ?? '';
    const settings = readSettings({
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: process.env['SLUICE_TEST_TEMPORAL_ADDRESS'],
      TEMPORAL_NAMESPACE: NAMESPACE,
      SLUICE_SECRET: SECRET,
      SLUICE_SECRET_KEY: SECRET_KEY,
      SLUICE_ADMIN_PASSWORD: ADMIN.password,
      SLUICE_LOG_LEVEL: 'silent',
      ...environment,
    });
    const app = await createApplication(settings);
    const server = await app.listen(0, '127.0.0.1');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new Api(app, url, databaseUrl, async () => database?.drop());
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.cleanUp();
  }

  async graphql(query: string, variables: object = {}, token: string | null = null): Promise<GraphqlAnswer> {
    return this.post(JSON.stringify({ query, variables }), token);
  }

  async post(
    body: string | Uint8Array,
    token: string | null = null,
    headers: Record<string, string> = {},
  ): Promise<GraphqlAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body as string,
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<GraphqlAnswer>;
    const codes = errors.map(({ extensions }) => extensions['code']);
    return { status: response.status, headers: response.headers, data, errors, codes };
  }

  async signIn({ email, password } = ADMIN): Promise<{ accessToken: string; refreshToken: string }> {
    const answer = await this.graphql(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }',
      { input: { email, password } },
    );
    if (answer.data === null) throw new Error(JSON.stringify(answer.errors));
    return answer.data.signIn;
  }

  async token(): Promise<string> {
    return (await this.signIn()).accessToken;
  }

  /** Another person, signed in. */
  async stranger(email = 'stranger@example.org'): Promise<string> {
    const password = 'another password';
    const passwordHash = await hashPassword(password);
    await this.app
      .get(UsersRepository)
      .insert({ email, displayName: 'Stranger', passwordHash, role: 'member' });
    return (await this.signIn({ email, password })).accessToken;
  }

  async upload(
    token: string,
    files: Readonly<Record<string, string | Uint8Array>>,
    collectionId?: string,
  ): Promise<Response> {
    const form = new FormData();
    if (collectionId !== undefined) form.append('collectionId', collectionId);
    for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name);
    return fetch(`${this.url}/api/v1/uploads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
  }
}

/** The JSON of an answer, whatever it is. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at whatever came back
export async function bodyOf(response: Response | Promise<Response>): Promise<any> {
  return (await response).json();
}

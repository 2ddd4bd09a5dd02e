import { Readable } from 'node:stream';
import type { JsonObject, Reference } from '#definition';
import { createStepImplementations } from '#documents';
import type { StepImplementation } from '#documents';
import { DocumentIntake, SecretsRepository, User } from '#persistence';
import { hashPassword } from '../../../apps/api/src/auth/passwords.js';
import { secretStore } from '../../../apps/worker/src/secret-store.js';
import type { LocalServer } from '../../../libs/documents/test/local-server.js';
import { Api, SECRET_KEY } from '../api/support/api.js';
import type { GraphqlAnswer } from '../api/support/api.js';
import type { Script } from '../worker/support/scripted-steps.js';
import { Rig } from '../worker/support/rig.js';
import { startOtherSystem } from './other-system.js';

const MAXIMUM_BYTES = 50 * 1024 * 1024;

/** What the page shows of an execution's errors. */
export interface PageData {
  readonly status: string;
  readonly error: { readonly code: string; readonly path: string | null } | null;
  readonly steps: readonly { readonly path: string; readonly error: { readonly code: string } | null }[];
}

/** The product's worker with the real steps, its API on the same database, and another system to speak to. */
export class Stage {
  private owner: { readonly id: string; readonly token: string } | null = null;

  private constructor(
    readonly rig: Rig,
    readonly otherSystem: LocalServer,
    /** An address where nobody listens, and that may be called. */
    readonly deadOrigin: string,
    private readonly api: Api,
  ) {}

  static async start(): Promise<Stage> {
    const rig = await Rig.start();
    const otherSystem = await startOtherSystem();
    const gone = await startOtherSystem();
    await gone.close();
    const outside = {
      allowedOrigins: [otherSystem.origin, gone.origin],
      secrets: secretStore({ SLUICE_SECRET_KEY: SECRET_KEY }, new SecretsRepository(rig.dataSource)),
    };
    const provider = {
      modelUrl: `${otherSystem.origin}/v1`,
      apiKey: null,
      chatModel: null,
      embeddingModel: null,
    };
    const steps = createStepImplementations(provider, outside);
    const sparse = createStepImplementations(null, outside, { timeoutMs: 1 });
    rig.steps.use({
      read: real(steps['document_ingestion']),
      read_in_no_time: real(sparse['document_ingestion']),
      cut: real(steps['chunking']),
      embed: real(steps['embedding']),
      embed_without_provider: real(sparse['embedding']),
      find: real(steps['search']),
      answer: real(steps['synthesis']),
      send: real(steps['http_request']),
    });
    const api = await Api.start({ DATABASE_URL: rig.databaseUrl });
    return new Stage(rig, otherSystem, gone.origin, api);
  }

  async stop(): Promise<void> {
    await this.api.stop();
    await this.otherSystem.close();
    await this.rig.stop();
  }

  /** Whom the executions belong to. */
  async ownerId(): Promise<string> {
    return (await this.signedIn()).id;
  }

  /** A choice of one new document, for an execution. */
  async document(name: string, content: Uint8Array | string): Promise<Reference> {
    const intake = new DocumentIntake(this.rig.dataSource);
    const source = Readable.from([Buffer.from(content)]);
    const added = await intake.add(await this.ownerId(), { name, collectionId: null }, source, MAXIMUM_BYTES);
    if (added === null) throw new Error('The document was not added');
    return this.rig.stores.artifacts.put('documents', 1, { documentIds: [added.id] } satisfies JsonObject);
  }

  /** Asks the API for something, as the owner. */
  async ask(query: string, variables: object): Promise<GraphqlAnswer['data']> {
    const { token } = await this.signedIn();
    const { data, errors } = await this.api.graphql(query, variables, token);
    if (data === null) throw new Error(JSON.stringify(errors));
    return data;
  }

  async page(executionId: string): Promise<PageData> {
    const query = `query ($id: ID!) { execution(id: $id) {
      status error { code path } steps { path error { code } } } }`;
    return (await this.ask(query, { id: executionId })).execution as PageData;
  }

  private async signedIn(): Promise<{ readonly id: string; readonly token: string }> {
    if (this.owner !== null) return this.owner;
    const users = this.rig.dataSource.getRepository(User);
    const { id, email } = await users.findOneByOrFail({ displayName: 'Tester' });
    const password = 'a password of the test';
    await users.update({ id }, { passwordHash: await hashPassword(password) });
    const { accessToken } = await this.api.signIn({ email, password });
    this.owner = { id, token: accessToken };
    return this.owner;
  }
}

function real(implementation: StepImplementation | undefined): Script {
  if (implementation === undefined) throw new Error('There is no such step');
  return ({ request, context }) => implementation(request, context);
}

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSchema, Kind, parse, validate } from 'graphql';

const SCHEMA = buildSchema(readFileSync(join(__dirname, '../../api/schema.graphql'), 'utf8'));

/** What the product answers to an operation, by its name: data, or the code of an error. */
export type Answers = Readonly<
  Record<string, (variables: Readonly<Record<string, never>>) => object | string>
>;

/** Speaks for the API on a port of its own: every operation is checked against the API's real schema. */
export class PretendedProduct {
  /** Operations in the order they came, with their variables. */
  readonly operations: { readonly name: string; readonly variables: Readonly<Record<string, unknown>> }[] =
    [];
  readonly uploads: string[] = [];
  private server: Server | null = null;

  constructor(private readonly answers: Answers) {}

  async start(): Promise<string> {
    const server = createServer((request, response) => void this.serve(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString('utf8');
    const answer = request.url === '/graphql' ? this.operate(body) : this.upload(body);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  }

  private operate(body: string): object {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, never> };
    const document = parse(query);
    const [mistake] = validate(SCHEMA, document);
    if (mistake !== undefined)
      return { errors: [{ message: mistake.message, extensions: { code: 'BAD_INPUT' } }] };
    const [definition] = document.definitions;
    const name = definition?.kind === Kind.OPERATION_DEFINITION ? (definition.name?.value ?? '') : '';
    this.operations.push({ name, variables });
    const answer = this.answers[name]?.(variables) ?? 'NOT_FOUND';
    return typeof answer === 'string'
      ? { errors: [{ message: 'Refused.', extensions: { code: answer } }] }
      : { data: answer };
  }

  private upload(body: string): object {
    const name = /filename="([^"]+)"/.exec(body)?.[1] ?? '';
    this.uploads.push(name);
    if (name.startsWith('huge')) {
      const error = { code: 'DOCUMENT_TOO_LARGE', message: 'The file is too large.' };
      return { documents: [{ id: null, name, status: 'FAILED', error }] };
    }
    return { documents: [{ id: `id of ${name}`, name, status: 'UPLOADED', error: null }] };
  }
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { ValidationRule } from 'graphql';
import { CloseCode } from 'graphql-ws';
import type { Context } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { Extra } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { Authenticator } from '../auth/authenticator.js';
import type { Viewer } from '../auth/viewer.js';
import type { Settings } from '../config.js';
import { RequestRates } from '../limits/rate-limit.js';
import { SETTINGS } from '../settings.js';
import { GraphqlErrors } from './graphql-errors.js';
import { prepareOperation } from './prepare-operation.js';
import { limitRules } from './query-limits.js';
import { LoadersFactory } from './request-loaders.js';
import { SubscriptionQuota } from './subscription-quota.js';

const PATH = '/graphql';

/** How long a client has to answer when its socket is closed. Milliseconds. */
const CLOSE_MS = 1_000;

interface Connected {
  connection?: string;
  viewer?: Viewer;
  ending?: NodeJS.Timeout;
}
type Socket = Context<
  Record<string, unknown> | undefined,
  Extra & Partial<Connected & Record<PropertyKey, unknown>>
>;

/**
 * GraphQL over WebSocket (graphql-transport-ws). A socket authenticates in `connection_init` and is
 * closed when its token ends; the client comes back with a new one and resumes where it was.
 */
@Injectable()
export class SubscriptionServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sockets: WebSocketServer;
  private readonly quota: SubscriptionQuota;
  private readonly rules: readonly ValidationRule[];
  private dispose: (() => void | Promise<void>) | undefined;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly schemas: GraphQLSchemaHost,
    private readonly authenticator: Authenticator,
    private readonly loaders: LoadersFactory,
    private readonly errors: GraphqlErrors,
    private readonly rates: RequestRates,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.sockets = new WebSocketServer({ noServer: true, maxPayload: settings.SLUICE_BODY_BYTES });
    this.rules = limitRules(settings);
    this.quota = new SubscriptionQuota(settings.SLUICE_SUBSCRIPTIONS_PER_USER);
  }

  onApplicationBootstrap(): void {
    const server = useServer<Record<string, unknown> | undefined, Connected & Record<PropertyKey, unknown>>(
      {
        onConnect: (socket) => this.connect(socket),
        onSubscribe: (socket, id, payload) => this.prepare(socket, id, payload),
        onComplete: (socket, id) => this.release(socket, id),
        onClose: (socket) => this.closed(socket),
        onError: (_socket, _id, _payload, errors) => errors.map((error) => this.errors.format(error)),
        onNext: (_socket, _id, _payload, _arguments, result) =>
          result.errors && { ...result, errors: result.errors.map((error) => this.errors.format(error)) },
      },
      this.sockets,
    );
    this.dispose = () => server.dispose();
    const http = this.http.httpAdapter.getHttpServer() as Server;
    http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      if (request.url?.split('?')[0] !== PATH) {
        stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
        return;
      }
      this.sockets.handleUpgrade(request, stream, head, (socket) =>
        this.sockets.emit('connection', socket, request),
      );
    });
  }

  async onModuleDestroy(): Promise<void> {
    // Clients are told to come back; one that does not answer is not waited for.
    const cut = setTimeout(() => this.sockets.clients.forEach((socket) => socket.terminate()), CLOSE_MS);
    await this.dispose?.();
    clearTimeout(cut);
  }

  private async connect(socket: Socket): Promise<boolean> {
    const { authorization, Authorization, token } = socket.connectionParams ?? {};
    const viewer = await this.authenticator.viewer(authorization ?? Authorization ?? token);
    if (!viewer) return false;
    const { extra } = socket;
    extra.viewer = viewer;
    extra.connection = randomUUID();
    extra.ending = setTimeout(
      () => extra.socket.close(CloseCode.Forbidden, 'The token has ended'),
      Math.min(viewer.until.getTime() - Date.now(), 2 ** 31 - 1),
    );
    return true;
  }

  private async prepare(socket: Socket, id: string, payload: Parameters<typeof prepareOperation>[1]) {
    const { viewer, connection } = socket.extra;
    if (!viewer || !connection) return [];
    try {
      this.rates.take(viewer.id, '');
      const prepared = prepareOperation(this.schemas.schema, payload, this.settings, this.rules);
      if ('errors' in prepared) return prepared.errors;
      this.quota.acquire(viewer.id, `${connection}:${id}`);
      return {
        ...prepared,
        contextValue: { viewer, loaders: this.loaders.create(viewer, { cache: false }) },
      };
    } catch (error) {
      return [this.errors.asGraphqlError(error)];
    }
  }

  private release(socket: Socket, id: string): void {
    const { viewer, connection } = socket.extra;
    if (viewer && connection) this.quota.release(viewer.id, `${connection}:${id}`);
  }

  private closed(socket: Socket): void {
    const { viewer, connection, ending } = socket.extra;
    clearTimeout(ending);
    if (viewer && connection) this.quota.releaseAll(viewer.id, `${connection}:`);
  }
}

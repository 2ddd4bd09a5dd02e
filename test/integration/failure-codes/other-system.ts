import type { ServerResponse } from 'node:http';
import { json, startServer } from '../../../libs/documents/test/local-server.js';
import type { Asked, LocalServer } from '../../../libs/documents/test/local-server.js';

/** Another system, and a model provider that does what the name of the model says. */
export function startOtherSystem(): Promise<LocalServer> {
  return startServer((asked, response) => {
    if (asked.path.startsWith('/never')) return undefined;
    switch (asked.path) {
      case '/missing':
        return json(response, 404, { error: 'no such order' });
      case '/huge':
        return void response.writeHead(200).end(Buffer.alloc(11 * 1024 * 1024, 'x'));
      case '/v1/chat/completions':
        return json(response, 200, { choices: [{ message: { content: 'I would rather chat.' } }] });
      case '/v1/embeddings':
        return answerModel(asked, response);
      default:
        return json(response, 200, { ok: true });
    }
  });
}

function answerModel({ body }: Asked, response: ServerResponse): void {
  const { model } = JSON.parse(body) as { readonly model: string };
  switch (model) {
    case 'busy':
      return json(response, 429, { error: { message: 'Slow down' } }, { 'retry-after': '60' });
    case 'down':
      return json(response, 503, 'down');
    case 'unknown':
      return json(response, 404, { error: { message: 'There is no such model' } });
    case 'one-length':
      return json(response, 200, { data: [{ index: 0, embedding: [1, 0] }] });
    default:
      return json(response, 200, { data: [] });
  }
}

import { randomBytes } from 'node:crypto';
import type { JsonObject } from '#definition';
import { SecretCipher, SecretsRepository } from '#persistence';
import { ONCE, definition } from '../scenario.js';
import type { Scenarios } from '../scenario.js';

/** Requests of the real step to a server of this machine. */
export const webScenarios: Scenarios = {
  HTTP_STATUS: {
    begin: ({ rig, otherSystem }) => rig.run(sending(`${otherSystem.origin}/missing`)),
    path: 'send',
  },
  HTTP_REFUSED: {
    begin: ({ rig }) => rig.run(sending('http://127.0.0.1:9/')),
    path: 'send',
  },
  HTTP_UNREACHABLE: {
    begin: ({ rig, deadOrigin }) => rig.run(sending(deadOrigin)),
    path: 'send',
  },
  HTTP_TOO_LARGE: {
    begin: ({ rig, otherSystem }) => rig.run(sending(`${otherSystem.origin}/huge`)),
    path: 'send',
  },
  SECRET_NOT_FOUND: {
    begin: ({ rig, otherSystem }) => rig.run(sending(`${otherSystem.origin}/`, { secret: 'nobody-has-it' })),
    path: 'send',
  },
  SECRET_UNREADABLE: {
    begin: async (stage) => {
      const { rig, otherSystem } = stage;
      const [ownerId, name] = [await stage.ownerId(), 'of-another-key'];
      const cipher = new SecretCipher(randomBytes(32).toString('base64'));
      await new SecretsRepository(rig.dataSource).insert(ownerId, name, {
        header: 'authorization',
        hosts: [new URL(otherSystem.origin).host],
        ciphertext: cipher.seal('Bearer 12345678', { ownerId, name }),
      });
      return rig.run(sending(`${otherSystem.origin}/`, { secret: name }));
    },
    path: 'send',
  },
};

/** One request, tried once. */
export function sending(url: string, configuration: JsonObject = {}, settings: object = {}): string {
  return definition({
    steps: [
      { id: 'send', type: 'http_request', configuration: { url, ...configuration }, ...ONCE, ...settings },
    ],
  });
}

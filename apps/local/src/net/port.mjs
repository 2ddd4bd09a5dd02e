import { createServer, connect } from 'node:net';

const LOOPBACK = '127.0.0.1';

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>} whether we could listen there now
 */
export function isFree(port, host = LOOPBACK) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>} whether somebody answers there
 */
export function answers(port, host = LOOPBACK) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2000 });
    /** @param {boolean} answer */
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

/**
 * A port nobody uses now, chosen by the system.
 * @returns {Promise<number>}
 */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

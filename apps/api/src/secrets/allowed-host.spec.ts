import { allowedHost } from './allowed-host.js';

describe('a host that a secret is for', () => {
  it.each([
    ['api.example.org', 'api.example.org'],
    [' API.Example.org ', 'api.example.org'],
    ['api.example.org:8443', 'api.example.org:8443'],
    ['api.example.org:443', 'api.example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['127.0.0.1:8080', '127.0.0.1:8080'],
    ['[::1]:8080', '[::1]:8080'],
  ])('%s is kept as %s', (text, host) => {
    expect(allowedHost(text)).toBe(host);
  });

  it.each([
    '',
    'https://api.example.org',
    'api.example.org/orders',
    'api.example.org?x',
    'api.example.org#x',
    'me@api.example.org',
    'two words',
    'api.example.org:port',
  ])('%j is none', (text) => {
    expect(allowedHost(text)).toBeNull();
  });
});

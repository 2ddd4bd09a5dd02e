import { readStartSettings } from './settings.mjs';

const read = (env: NodeJS.ProcessEnv) => readStartSettings(env, '/repository');

describe('settings of npm start', () => {
  it('need none', () => {
    const settings = read({});
    expect(settings.dataDir).toBe('/repository/.sluice');
    expect(settings.databaseUrl).toBeUndefined();
    expect(settings.ports.SLUICE_PORT).toEqual({
      setting: 'SLUICE_PORT',
      port: 4000,
      explicit: false,
      host: '127.0.0.1',
    });
  });

  it('take a blank one for absent', () => {
    expect(read({ SLUICE_PORT: ' ', DATABASE_URL: '' })).toEqual(read({}));
  });

  it('know which port was asked for', () => {
    expect(read({ SLUICE_TEMPORAL_PORT: '7300' }).ports.SLUICE_TEMPORAL_PORT).toMatchObject({
      port: 7300,
      explicit: true,
    });
  });

  it.each(['0', '65536', '4000.5', 'http', '-1'])('refuse %s as a port', (port) => {
    expect(() => read({ SLUICE_PORT: port })).toThrow('SLUICE_PORT must be a port from 1 to 65535.');
  });

  it('name all that is wrong at once', () => {
    expect(() => read({ SLUICE_PORT: 'x', SLUICE_WORKER_PORT: 'y' })).toThrow(
      /SLUICE_PORT[^]*SLUICE_WORKER_PORT/,
    );
  });

  it('refuse the same port twice', () => {
    expect(() => read({ SLUICE_PORT: '5000', SLUICE_WORKER_PORT: '5000' })).toThrow(
      'SLUICE_PORT and SLUICE_WORKER_PORT are both 5000.',
    );
  });
});

import { randomBytes } from 'node:crypto';
import { SettingsError, describeSettings, readSettings } from './config.js';

const DATABASE_URL = 'postgres://sluice@127.0.0.1:5432/sluice';

describe('the settings of the worker', () => {
  it('serves every queue unless told otherwise', () => {
    expect(readSettings({ DATABASE_URL }).SLUICE_WORKER_QUEUES).toEqual(['interpreter', 'io', 'cpu']);
  });

  it('reads a list of queues, each once', () => {
    const settings = readSettings({ DATABASE_URL, SLUICE_WORKER_QUEUES: 'cpu, io,cpu' });
    expect(settings.SLUICE_WORKER_QUEUES).toEqual(['cpu', 'io']);
  });

  it('reads addresses that requests may go to', () => {
    const given = 'http://orders.internal:8080, https://10.0.0.7';
    expect(readSettings({ DATABASE_URL, SLUICE_HTTP_ORIGINS: given }).SLUICE_HTTP_ORIGINS).toEqual([
      'http://orders.internal:8080',
      'https://10.0.0.7',
    ]);
    expect(() => readSettings({ DATABASE_URL, SLUICE_HTTP_ORIGINS: 'ftp://files' })).toThrow(SettingsError);
  });

  it('needs the key of the secrets in production, and one that is not made up', () => {
    const production = (key: string) => () =>
      readSettings({ DATABASE_URL, NODE_ENV: 'production', SLUICE_SECRET_KEY: key });
    expect(readSettings({ DATABASE_URL }).SLUICE_SECRET_KEY).toBeUndefined();
    expect(catchError(production('')).problems).toEqual(['SLUICE_SECRET_KEY: is missing']);
    expect(catchError(production(Buffer.alloc(32).toString('base64'))).problems).toEqual([
      'SLUICE_SECRET_KEY: is easy to guess',
    ]);
    expect(production(randomBytes(32).toString('base64'))()).toMatchObject({ NODE_ENV: 'production' });
  });

  it('names all problems at once, and no value', () => {
    const read = () =>
      readSettings({ SLUICE_WORKER_QUEUES: 'gpu', SLUICE_WORKER_PORT: 'seven', SLUICE_MODEL_URL: 'secret' });
    expect(read).toThrow(SettingsError);
    const { problems } = catchError(read);
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'DATABASE_URL',
      'SLUICE_WORKER_QUEUES',
      'SLUICE_WORKER_PORT',
      'SLUICE_MODEL_URL',
    ]);
    expect(problems.join()).not.toContain('secret');
  });

  it('describes every setting for the documentation', () => {
    const byName = new Map(describeSettings().map((setting) => [setting.name, setting]));
    expect(byName.get('DATABASE_URL')).toMatchObject({ required: true, default: null });
    expect(byName.get('SLUICE_WORKER_QUEUES')).toMatchObject({
      required: false,
      default: 'interpreter,io,cpu',
    });
    expect([...byName.values()].every(({ description }) => description.endsWith('.'))).toBe(true);
  });
});

function catchError(action: () => unknown): SettingsError {
  try {
    action();
  } catch (error) {
    if (error instanceof SettingsError) return error;
  }
  throw new Error('No SettingsError was thrown');
}

import { randomBytes } from 'node:crypto';
import { describeSettings, readSettings, SettingsError } from './config.js';

const usable = {
  DATABASE_URL: 'postgres://sluice@127.0.0.1:5432/sluice',
  SLUICE_SECRET: 'k3Jd82hfPq0sLw9vXz71bTn45mRcYe6A',
  SLUICE_SECRET_KEY: randomBytes(32).toString('base64'),
};

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings of the API', () => {
  it('need only a database, a secret and a key', () => {
    expect(readSettings(usable)).toMatchObject({ SLUICE_PORT: 4000, SLUICE_HOST: '127.0.0.1' });
  });

  it('take a blank value for an absent one', () => {
    expect(readSettings({ ...usable, SLUICE_PORT: '', SLUICE_WEB_DIR: '' })).toMatchObject({
      SLUICE_PORT: 4000,
      SLUICE_WEB_DIR: undefined,
    });
  });

  it('report all problems at once, by name', () => {
    expect(problemsOf({ SLUICE_PORT: 'eighty', SLUICE_SECRET: 'short' })).toEqual([
      'DATABASE_URL: is missing',
      expect.stringMatching(/^SLUICE_PORT: /),
      'SLUICE_SECRET: must be at least 32 characters long',
      'SLUICE_SECRET_KEY: is missing',
    ]);
  });

  it.each(['not base64!', randomBytes(31).toString('base64'), ''])('take no %j for a key', (key) => {
    expect(problemsOf({ ...usable, SLUICE_SECRET_KEY: key })).toEqual([
      expect.stringMatching(/^SLUICE_SECRET_KEY: (must be 32 bytes in base64|is missing)$/),
    ]);
  });

  it.each([Buffer.alloc(32), Buffer.from('change-me-change-me-change-me-32')])(
    'refuse a key that somebody made up in production only',
    (bytes) => {
      const environment = { ...usable, SLUICE_SECRET_KEY: bytes.toString('base64') };
      expect(problemsOf({ ...environment, NODE_ENV: 'production' })).toEqual([
        'SLUICE_SECRET_KEY: is easy to guess',
      ]);
      expect(problemsOf(environment)).toEqual([]);
    },
  );

  it.each(['change-me-change-me-change-me-change-me', 'x'.repeat(40)])(
    'refuse the placeholder %s in production only',
    (secret) => {
      const environment = { ...usable, SLUICE_SECRET: secret };
      expect(problemsOf({ ...environment, NODE_ENV: 'production' })).toEqual([
        expect.stringMatching(/^SLUICE_SECRET: is a placeholder/),
      ]);
      expect(problemsOf(environment)).toEqual([]);
    },
  );

  it('never show a secret in a problem', () => {
    expect(problemsOf({ ...usable, SLUICE_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('are described for the reference page', () => {
    expect(describeSettings()).toContainEqual({
      name: 'SLUICE_SECRET',
      description: expect.stringContaining('signs access tokens'),
      default: null,
      required: true,
    });
  });
});

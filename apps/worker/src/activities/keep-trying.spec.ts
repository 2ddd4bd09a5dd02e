import { keepTrying } from './keep-trying.js';

const databaseError = (code: string) => Object.assign(new Error('The database said no'), { code });

describe('keepTrying', () => {
  it('repeats while the database is away', async () => {
    const outcomes = [databaseError('ECONNREFUSED'), databaseError('57P01')];
    const action = jest.fn(async () => {
      const error = outcomes.shift();
      if (error !== undefined) throw error;
      return 'written';
    });
    await expect(keepTrying(action, new AbortController().signal)).resolves.toBe('written');
    expect(action).toHaveBeenCalledTimes(3);
  });

  it('does not repeat what the database refuses', async () => {
    const action = jest.fn(async () => Promise.reject(databaseError('23505')));
    await expect(keepTrying(action, new AbortController().signal)).rejects.toMatchObject({ code: '23505' });
    expect(action).toHaveBeenCalledTimes(1);
  });

  it('gives up at an abort', async () => {
    const controller = new AbortController();
    const action = async () => {
      setTimeout(() => controller.abort(), 10);
      throw databaseError('ECONNREFUSED');
    };
    await expect(keepTrying(action, controller.signal)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

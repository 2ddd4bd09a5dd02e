import { checkSchema } from './schema-check.js';

const SIGNAL = new AbortController().signal;

describe('checking a value against a JSON Schema', () => {
  const schema = {
    type: 'object',
    required: ['answer'],
    properties: { answer: { type: 'string', minLength: 3 }, mail: { type: 'string', format: 'email' } },
  };

  it('accepts a value that fits', async () => {
    expect(await checkSchema({ schema, value: { answer: 'yes', mail: 'a@b.example' } }, SIGNAL)).toEqual([]);
  });

  it('reports every fault with its place', async () => {
    expect(await checkSchema({ schema, value: { answer: 'n', mail: 'x' } }, SIGNAL)).toEqual([
      { path: '/answer', message: 'must NOT have fewer than 3 characters' },
      { path: '/mail', message: 'must match format "email"' },
    ]);
  });

  it('says what is wrong with a schema that is none', async () => {
    await expect(checkSchema({ schema: { type: 'strnig' }, value: 1 }, SIGNAL)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('no JSON Schema') as string,
    });
  });

  it('fetches nothing that a schema refers to', async () => {
    const remote = { $ref: 'http://127.0.0.1:9/schema.json' };

    await expect(checkSchema({ schema: remote, value: 1 }, SIGNAL)).rejects.toThrow(
      /can't resolve reference/,
    );
  });

  it('stops a pattern that would run for ever', async () => {
    const hostile = { type: 'string', pattern: '^(a+)+$' };

    await expect(checkSchema({ schema: hostile, value: `${'a'.repeat(60)}!` }, SIGNAL)).rejects.toMatchObject(
      {
        code: 'BAD_INPUT',
        message: expect.stringContaining('was stopped') as string,
      },
    );
  }, 30_000);

  it('survives a schema that refers to itself', async () => {
    const endless = { $ref: '#' };

    await expect(checkSchema({ schema: endless, value: 1 }, SIGNAL)).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('refuses a schema of unreasonable size', async () => {
    await expect(
      checkSchema({ schema: { description: 'x'.repeat(300_000) }, value: 1 }, SIGNAL),
    ).rejects.toThrow(/larger than/);
  });
});

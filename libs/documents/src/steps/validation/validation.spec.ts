import type { Json, JsonObject, Reference, StepOutput } from '#definition';
import { MemoryStores, contextOn } from '../../../test/memory-stores.js';
import type { StepContext } from '../../step-implementation.js';
import { validation } from './validation.js';

function run(
  context: StepContext,
  configuration: JsonObject,
  incoming: Record<string, readonly Reference[]> = {},
): Promise<StepOutput> {
  return validation({ configuration, incoming, documents: null }, context);
}

describe('validation', () => {
  const schema = { type: 'object', required: ['total'] };

  it('reports rules that do not hold and what does not fit the schema', async () => {
    const rules = [
      { name: 'enough', message: 'Too few.', holds: false },
      { name: 'fine', message: '', holds: true },
      { name: 'unknown', message: '' },
    ] as Json;
    const { facts } = await run(contextOn(new MemoryStores()), { schema, rules, value: {} });

    expect(facts).toEqual({
      valid: false,
      error_count: 3,
      errors: [
        { name: 'enough', message: 'Too few.' },
        { name: 'unknown', message: 'does not hold' },
        { name: '/', message: "must have required property 'total'" },
      ],
    });
  });

  it('fails the step when told to', async () => {
    await expect(
      run(contextOn(new MemoryStores()), { schema, value: {}, failWhenInvalid: true }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED', retryable: false });
  });

  it('checks the answer that arrives when no value is set', async () => {
    const stores = new MemoryStores();
    const answer = [await stores.artifacts.put('answer', 0, { total: 1 })];

    expect((await run(contextOn(stores), { schema }, { answer })).facts).toMatchObject({
      valid: true,
    });
    await expect(run(contextOn(stores), { schema })).rejects.toMatchObject({
      code: 'INPUT_MISSING',
    });
  });

  it('looks at what arrives, and names the item and the rule', async () => {
    const stores = new MemoryStores();
    const value = { answer: 'Write to ann@example.org.', groundedness: 0.5 };
    const answer = [await stores.artifacts.put('answer', 0, value)];
    const rules = { personalData: ['email'], minimumGroundedness: 0.9, language: 'any' };

    expect((await run(contextOn(stores), rules, { answer })).facts['errors']).toEqual([
      { name: 'personalData', item: '/answer', message: 'holds an e-mail address' },
      { name: 'minimumGroundedness', message: 'has a groundedness of 0.5, below 0.9' },
    ]);
    await expect(
      run(contextOn(stores), { ...rules, failWhenInvalid: true }, { answer }),
    ).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: '2 checks failed, the first: personalData: /answer holds an e-mail address.',
    });
  });

  it.each([
    [{ personalData: ['shoe_size'] }, 'personalData'],
    [{ requiredFields: 'name' }, 'requiredFields'],
    [{ language: 'tlh' }, 'language'],
    [{ minimumLength: -1 }, 'minimumLength'],
  ])('refuses %j', async (configuration, name) => {
    await expect(
      run(contextOn(new MemoryStores()), { ...configuration, value: 'text' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`"${name}"`) as string });
  });
});

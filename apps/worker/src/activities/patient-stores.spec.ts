import type { Stores } from '#documents';
import { patientStores } from './patient-stores.js';

/** An artifact store whose database is away for the first calls. */
class Artifacts {
  calls = 0;

  constructor(private readonly failures: readonly Error[]) {}

  async get(reference: unknown): Promise<unknown> {
    const failure = this.failures[this.calls++];
    if (failure !== undefined) throw failure;
    return reference;
  }
}

const failure = (code: string) => Object.assign(new Error('The database said no'), { code });
const reference = { $ref: 'artifact:1', kind: 'json', count: 1, bytes: 1, sha256: '1' };

function storesWith(artifacts: Artifacts): Stores {
  return { documents: {}, chunks: {}, index: {}, artifacts } as unknown as Stores;
}

describe('the stores a step is given', () => {
  it('wait for a database that is away, so that the step keeps its attempt', async () => {
    const artifacts = new Artifacts([failure('ECONNREFUSED'), failure('57P03')]);
    const stores = patientStores(storesWith(artifacts), new AbortController().signal);
    await expect(stores.artifacts.get(reference)).resolves.toBe(reference);
    expect(artifacts.calls).toBe(3);
  });

  it('hand on at once what the database refuses', async () => {
    const artifacts = new Artifacts([failure('23505')]);
    const stores = patientStores(storesWith(artifacts), new AbortController().signal);
    await expect(stores.artifacts.get(reference)).rejects.toMatchObject({ code: '23505' });
    expect(artifacts.calls).toBe(1);
  });

  it('stop waiting when the step is told to stop', async () => {
    const artifacts = new Artifacts(Array.from({ length: 100 }, () => failure('ECONNREFUSED')));
    const stores = patientStores(storesWith(artifacts), AbortSignal.timeout(20));
    await expect(stores.artifacts.get(reference)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(artifacts.calls).toBeLessThan(4);
  });
});

import { randomBytes } from 'node:crypto';
import { aPlan } from '../../../libs/interpreter/spec/a-plan.js';
import { carryPlan, packPlan } from './pack-plan.js';
import { unpackPlan } from './unpack-plan.js';

const plan = aPlan({ steps: { a: {}, b: {} }, edges: ['a -> b'] });
const reference = { $ref: 'artifact:1', kind: 'json', count: 1, bytes: 1, sha256: '' };
const refusing = { put: () => Promise.reject(new Error('There was no need to store it.')) };
const taking = { put: () => Promise.resolve(reference) };

describe('a packed plan', () => {
  it.each([...'0123456789'].map(Number))(
    'is the same once it is unpacked, whatever it ends on: %s',
    (more) => {
      const named = { ...plan, name: `Grüße 文 🙂${randomBytes(200).toString('base64')}${'x'.repeat(more)}` };
      expect(unpackPlan(packPlan(named).deflated)).toEqual(named);
    },
  );

  it('takes a fraction of the plan', () => {
    const steps = Array.from({ length: 100 }, () => plan.steps).flat();
    const many = { ...plan, steps };
    expect(packPlan(many).deflated.length).toBeLessThan(JSON.stringify(many).length / 10);
  });

  it('travels by value while it is small enough, else by reference', async () => {
    const packed = packPlan(plan);
    const bytes = packed.deflated.length;
    expect(await carryPlan(plan, bytes, refusing)).toEqual(packed);
    expect(await carryPlan(plan, bytes - 1, taking)).toEqual({ kind: 'reference', reference });
  });
});

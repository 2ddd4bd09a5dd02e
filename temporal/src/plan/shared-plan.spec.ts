import { aPlan } from '../../../libs/interpreter/spec/a-plan.js';
import { packPlan } from './pack-plan.js';
import { sharedPlan } from './shared-plan.js';

const plan = aPlan({ steps: { a: {}, b: {} }, edges: ['a -> b'] });
const { deflated } = packPlan(plan);

describe('a shared plan', () => {
  it('is one object for all executions that have the same', () => {
    expect(sharedPlan(deflated)).toEqual(plan);
    expect(sharedPlan(deflated)).toBe(sharedPlan(packPlan(structuredClone(plan)).deflated));
  });

  it('is another for a plan that differs in a single thing, though its definition is the same', () => {
    const steps = plan.steps.map((step) => ({ ...step, timeoutMs: step.timeoutMs + 1 }));
    expect(sharedPlan(packPlan({ ...plan, steps }).deflated)).not.toBe(sharedPlan(deflated));
  });

  it('cannot be changed by one of them', () => {
    const [step] = sharedPlan(deflated).steps;
    expect(() => Object.assign(step?.retry ?? {}, { maximumAttempts: 9 })).toThrow(TypeError);
  });
});

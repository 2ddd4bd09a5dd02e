import { aPlan } from '../../../libs/interpreter/spec/a-plan.js';
import { sharedPlan } from './shared-plan.js';

const read = () => aPlan({ steps: { a: {}, b: {} }, edges: ['a -> b'] });

describe('a shared plan', () => {
  it('is one object for all executions that have the same', () => {
    const first = sharedPlan(read());
    expect(sharedPlan(read())).toBe(first);
    expect(first).toEqual(read());
  });

  it('is another for a plan that differs in a single thing, though its definition is the same', () => {
    const plan = read();
    const other = { ...plan, steps: plan.steps.map((step) => ({ ...step, timeoutMs: step.timeoutMs + 1 })) };
    expect(sharedPlan(other)).not.toBe(sharedPlan(plan));
  });

  it('cannot be changed by one of them', () => {
    const [step] = sharedPlan(read()).steps;
    expect(() => Object.assign(step?.retry ?? {}, { maximumAttempts: 9 })).toThrow(TypeError);
  });
});

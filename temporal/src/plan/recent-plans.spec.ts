import type { Plan } from '#definition/plan';
import { aPlan } from '../../../libs/interpreter/spec/a-plan.js';
import { RecentPlans } from './recent-plans.js';

const planOf = (name: string): Plan => ({
  ...{ planVersion: 1, definitionHash: name, name },
  ...{ inputs: [], variables: [], scopes: [], steps: [], edges: [] },
});

describe('recent plans', () => {
  it('keeps a plan', () => {
    const plans = new RecentPlans(2);
    const plan = planOf('a');
    plans.keep('a', plan);
    expect(plans.get('a')).toBe(plan);
    expect(plans.get('b')).toBeUndefined();
  });

  it('lets go of the one that nobody asked for longest', () => {
    const plans = new RecentPlans(2);
    for (const name of ['a', 'b']) plans.keep(name, planOf(name));
    plans.get('a');
    plans.keep('c', planOf('c'));
    expect(['a', 'b', 'c'].filter((name) => plans.get(name) !== undefined)).toEqual(['a', 'c']);
  });

  it('counts the steps of a plan, and keeps the latest whatever it counts', () => {
    const plans = new RecentPlans(5);
    for (const name of ['a', 'b']) plans.keep(name, planOf(name));
    plans.keep('big', { ...planOf('big'), steps: aPlan({ steps: { one: {}, two: {}, three: {} } }).steps });
    expect(['a', 'b', 'big'].filter((name) => plans.get(name) !== undefined)).toEqual(['b', 'big']);
    new Array(3).fill('c').forEach((name: string) => plans.keep(name, planOf(name)));
    expect(['b', 'big', 'c'].filter((name) => plans.get(name) !== undefined)).toEqual(['big', 'c']);
  });
});

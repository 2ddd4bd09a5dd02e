import type { Plan } from '#definition/plan';
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
});

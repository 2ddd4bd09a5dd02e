import type { Plan } from '#definition/plan';

/** Plans that were used last, at most so many: whoever takes one must not change it. */
export class RecentPlans {
  private readonly plans = new Map<string, Plan>();

  constructor(private readonly most: number) {}

  get(key: string): Plan | undefined {
    const plan = this.plans.get(key);
    if (plan !== undefined) this.keep(key, plan);
    return plan;
  }

  /** The one that nobody asked for longest makes room. */
  keep(key: string, plan: Plan): void {
    this.plans.delete(key);
    this.plans.set(key, plan);
    const oldest = this.plans.keys().next();
    if (this.plans.size > this.most && oldest.done !== true) this.plans.delete(oldest.value);
  }
}

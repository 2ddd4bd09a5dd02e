import type { Plan } from '#definition/plan';

/** Plans that were used last: whoever takes one must not change it. A step takes a few kilobytes of memory. */
export class RecentPlans {
  private readonly plans = new Map<string, Plan>();
  private size = 0;

  /** @param most steps of all plans together, each plan counting for one more; the latest is kept in any case. */
  constructor(private readonly most = 10_000) {}

  get(key: string): Plan | undefined {
    const plan = this.plans.get(key);
    if (plan !== undefined) this.keep(key, plan);
    return plan;
  }

  /** Those that nobody asked for longest make room. */
  keep(key: string, plan: Plan): void {
    this.drop(key);
    this.plans.set(key, plan);
    this.size += sizeOf(plan);
    for (const oldest of this.plans.keys()) {
      if (this.size <= this.most || oldest === key) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const plan = this.plans.get(key);
    if (plan !== undefined) this.size -= sizeOf(plan);
    this.plans.delete(key);
  }
}

function sizeOf(plan: Plan): number {
  return plan.steps.length + 1;
}

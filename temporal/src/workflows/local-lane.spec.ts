import { LocalLane } from './local-lane.js';

describe('the lane of local activities', () => {
  it('lets in one after the other, in the order they came', async () => {
    const lane = new LocalLane();
    const went: string[] = [];
    const through = async (name: string) => {
      const wait = lane.enter();
      if (wait !== null) await wait;
      went.push(`${name} in`);
      await Promise.resolve();
      went.push(`${name} out`);
      lane.leave();
    };
    await Promise.all([through('a'), through('b'), through('c')]);
    expect(went).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
    expect(lane.enter()).toBeNull();
  });

  it('says once that much was carried', () => {
    const lane = new LocalLane();
    lane.carry(500_000);
    expect(lane.takeFull()).toBe(false);
    lane.carry(500_000);
    expect([lane.takeFull(), lane.takeFull()]).toEqual([true, false]);
  });

  it('says once that much was written, and counts it together with what was carried', () => {
    const lane = new LocalLane();
    lane.write(4 * 1024 * 1024);
    expect(lane.takeFull()).toBe(false);
    lane.carry(1);
    expect([lane.takeFull(), lane.takeFull()]).toEqual([true, false]);
  });
});

import { TokenBucket } from './token-bucket.js';

describe('a token bucket of 3 a minute', () => {
  let at = 0;
  const bucket = () => new TokenBucket(3, 60_000, () => at);

  beforeEach(() => {
    at = 0;
  });

  it('lets three through, then says how long to wait', () => {
    const limit = bucket();
    expect([1, 2, 3, 4].map(() => limit.take('ann'))).toEqual([0, 0, 0, 20]);
  });

  it('counts every key by itself', () => {
    const limit = bucket();
    ['ann', 'ann', 'ann'].forEach((key) => limit.take(key));
    expect(limit.take('bob')).toBe(0);
  });

  it('refills evenly and never above its size', () => {
    const limit = bucket();
    [1, 2, 3].forEach(() => limit.take('ann'));
    at = 20_000;
    expect([limit.take('ann'), limit.take('ann')]).toEqual([0, 20]);
    at = 3_600_000;
    expect([1, 2, 3, 4].map(() => limit.take('ann'))).toEqual([0, 0, 0, 20]);
  });

  it('can be asked without taking', () => {
    const limit = bucket();
    [1, 2, 3, 4, 5].forEach(() => expect(limit.waitFor('ann')).toBe(0));
    [1, 2, 3].forEach(() => limit.take('ann'));
    expect(limit.waitFor('ann')).toBe(20);
    limit.reset('ann');
    expect(limit.waitFor('ann')).toBe(0);
  });
});

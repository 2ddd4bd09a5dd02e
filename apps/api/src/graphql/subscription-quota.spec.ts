import { SubscriptionQuota } from './subscription-quota.js';

describe('the quota of live subscriptions', () => {
  it('is counted by user and given back one by one', () => {
    const quota = new SubscriptionQuota(2);
    quota.acquire('ann', 'socket1:a');
    quota.acquire('ann', 'socket2:a');
    quota.acquire('bob', 'socket3:a');
    expect(() => quota.acquire('ann', 'socket1:b')).toThrow('At most 2');
    quota.release('ann', 'socket2:a');
    expect(() => quota.acquire('ann', 'socket1:b')).not.toThrow();
  });

  it('is given back whole when a socket closes', () => {
    const quota = new SubscriptionQuota(2);
    quota.acquire('ann', 'socket1:a');
    quota.acquire('ann', 'socket1:b');
    quota.releaseAll('ann', 'socket1:');
    quota.acquire('ann', 'socket2:a');
    expect(() => quota.acquire('ann', 'socket2:b')).not.toThrow();
  });
});

import { ADMIN, Api, SECRET } from './support/api.js';
import { AccessTokens } from '../../../apps/api/src/auth/access-tokens.js';

const ME = '{ me { email role } }';
const REFRESH =
  'mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken } }';
const SIGN_OUT = 'mutation ($token: String!) { signOut(refreshToken: $token) }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { user { email } expiresAt } }';

describe('signing in', () => {
  let api: Api;

  beforeAll(async () => {
    api = await Api.start({ SLUICE_SIGN_IN_ATTEMPTS: '4' });
  });
  afterAll(() => api.stop());

  it('gives a token that says who asks, whatever the case of the address', async () => {
    const { accessToken } = await api.signIn({ ...ADMIN, email: 'Admin@Sluice.LOCAL' });
    expect((await api.graphql(ME, {}, accessToken)).data.me).toEqual({ email: ADMIN.email, role: 'ADMIN' });
  });

  it('is needed for everything else', async () => {
    const answer = await api.graphql(ME);
    expect([answer.status, answer.codes]).toEqual([401, ['UNAUTHENTICATED']]);
    const forged = await new AccessTokens(`${SECRET}?`).sign({
      userId: 'x',
      sessionId: 'y',
      until: new Date(Date.now() + 60_000),
    });
    expect((await api.graphql(ME, {}, forged)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await fetch(`${api.url}/api/v1/uploads`, { method: 'POST' })).status).toBe(401);
  });

  it('fails alike for an unknown address and a wrong password, and then waits', async () => {
    const attempt = (email: string) => api.graphql(SIGN_IN, { input: { email, password: 'wrong' } });
    await api.stranger('ann@example.org');
    const [unknown, wrong] = [await attempt('nobody@example.org'), await attempt('ann@example.org')];
    expect(unknown.errors).toEqual(wrong.errors);
    for (const _ of [2, 3, 4]) await attempt('ann@example.org');
    const limited = await attempt('ann@example.org');
    expect([limited.status, limited.codes]).toEqual([429, ['RATE_LIMITED']]);
    expect(limited.errors[0]?.extensions['retryAfter']).toBe(Number(limited.headers.get('retry-after')));
    expect((await attempt('bob@example.org')).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('takes no longer for a known address than for an unknown one', async () => {
    const time = async (email: string) => {
      const start = performance.now();
      await api.graphql(SIGN_IN, { input: { email, password: 'wrong' } });
      return performance.now() - start;
    };
    await time('warm@example.org');
    await api.stranger('known@example.org');
    const [known, unknown] = [await time('known@example.org'), await time('unknown@example.org')];
    // Hashing takes most of both; without it an unknown address would be answered in a fraction.
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it('is renewed with a refresh token that is good for one use', async () => {
    const { refreshToken } = await api.signIn();
    const next = (await api.graphql(REFRESH, { token: refreshToken })).data.refreshSession;
    expect((await api.graphql(ME, {}, next.accessToken)).codes).toEqual([]);
    expect((await api.graphql(REFRESH, { token: next.refreshToken })).codes).toEqual([]);
  });

  it('is ended for everybody when a refresh token is used twice', async () => {
    const { refreshToken } = await api.signIn();
    const next = (await api.graphql(REFRESH, { token: refreshToken })).data.refreshSession;
    expect((await api.graphql(REFRESH, { token: refreshToken })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await api.graphql(REFRESH, { token: next.refreshToken })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await api.graphql(ME, {}, next.accessToken)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('is renewed once when a token is sent twice at the same time', async () => {
    const { refreshToken } = await api.signIn();
    const answers = await Promise.all([1, 2].map(() => api.graphql(REFRESH, { token: refreshToken })));
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
  });

  it('ends at once with signing out', async () => {
    const { accessToken, refreshToken } = await api.signIn();
    expect((await api.graphql(SIGN_OUT, { token: refreshToken })).data.signOut).toBe(true);
    expect((await api.graphql(SIGN_OUT, { token: refreshToken })).data.signOut).toBe(false);
    expect((await api.graphql(ME, {}, accessToken)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await api.graphql(REFRESH, { token: refreshToken })).codes).toEqual(['UNAUTHENTICATED']);
  });
});

import { SignJWT, UnsecuredJWT } from 'jose';
import { AccessTokens } from './access-tokens.js';

const secret = 'k3Jd82hfPq0sLw9vXz71bTn45mRcYe6A';
const soon = () => new Date(Math.floor(Date.now() / 1000) * 1000 + 60_000);

describe('access tokens', () => {
  const tokens = new AccessTokens(secret);

  it('give back what was signed', async () => {
    const claims = { userId: 'u1', sessionId: 's1', until: soon() };
    expect(await tokens.verify(await tokens.sign(claims))).toEqual(claims);
  });

  it('end', async () => {
    const ended = await tokens.sign({ userId: 'u1', sessionId: 's1', until: new Date(Date.now() - 1_000) });
    expect(await tokens.verify(ended)).toBeNull();
  });

  it('of another secret are refused', async () => {
    const other = await new AccessTokens(`${secret}!`).sign({ userId: 'u1', sessionId: 's1', until: soon() });
    expect(await tokens.verify(other)).toBeNull();
  });

  it('without a signature are refused', async () => {
    const unsigned = new UnsecuredJWT({ sid: 's1' })
      .setSubject('u1')
      .setIssuer('sluice')
      .setAudience('sluice')
      .setExpirationTime('1h')
      .encode();
    expect(await tokens.verify(unsigned)).toBeNull();
  });

  it('of another issuer are refused although the key fits', async () => {
    const foreign = await new SignJWT({ sid: 's1' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('u1')
      .setIssuer('elsewhere')
      .setAudience('sluice')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret));
    expect(await tokens.verify(foreign)).toBeNull();
  });

  it.each(['', 'x', 'a.b.c', 'Bearer x'])('refuse %j without throwing', async (text) => {
    expect(await tokens.verify(text)).toBeNull();
  });
});

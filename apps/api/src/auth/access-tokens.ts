import { jwtVerify, SignJWT } from 'jose';

/** What an access token says: the user and the session it stands on. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  readonly until: Date;
}

const ISSUER = 'sluice';
const ALGORITHM = 'HS256';

/** Signs and checks access tokens (JWT, HS256). Nothing else is accepted: no other algorithm, issuer or audience. */
export class AccessTokens {
  private readonly key: Uint8Array;

  constructor(secret: string) {
    this.key = new TextEncoder().encode(secret);
  }

  sign(claims: AccessClaims): Promise<string> {
    return new SignJWT({ sid: claims.sessionId })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(ISSUER)
      .setSubject(claims.userId)
      .setIssuedAt()
      .setExpirationTime(claims.until)
      .sign(this.key);
  }

  /** Null for anything that is not a token of ours that still holds. */
  async verify(token: string): Promise<AccessClaims | null> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: ISSUER,
        requiredClaims: ['sub', 'sid', 'exp'],
      });
      const { sub, sid, exp } = payload;
      if (sub === undefined || typeof sid !== 'string' || exp === undefined) return null;
      return { userId: sub, sessionId: sid, until: new Date(exp * 1000) };
    } catch {
      return null;
    }
  }
}

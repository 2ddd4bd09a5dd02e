import { createHash, randomBytes } from 'node:crypto';

/** An opaque refresh token and the hash under which it is stored. 256 random bits need no slow hash. */
export function newRefreshToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashRefreshToken(token) };
}

export function hashRefreshToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

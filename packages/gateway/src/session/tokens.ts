import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A session token taken apart. The token itself is kept nowhere; the database has its hash. */
export interface SessionToken {
  readonly tenantId: string;
  readonly hash: string;
}

/** Makes and checks tokens `<tenant>.<random>.<signature>`: a forged one is refused without asking the database. */
export class TokenSigner {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('session').digest();
  }

  /** A new token of 256 random bits. */
  issue(tenantId: string): { readonly token: string; readonly hash: string } {
    const body = `${Buffer.from(tenantId).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
    const token = `${body}.${this.#sign(body)}`;
    return { token, hash: hashOf(token) };
  }

  /** The token's tenant and hash, or null when it was not signed here. */
  read(token: string): SessionToken | null {
    if (token.length > 500) return null;
    const [tenant = '', random = '', signature = '', ...more] = token.split('.');
    const expected = Buffer.from(this.#sign(`${tenant}.${random}`));
    const given = Buffer.from(signature);
    if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return { tenantId: Buffer.from(tenant, 'base64url').toString(), hash: hashOf(token) };
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#key).update(body).digest('base64url');
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

import { z } from '@hono/zod-openapi';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { systemActor } from '../access/actor.ts';
import { publicEndpoint } from '../http/endpoint.ts';
import type { GatewayApp } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { ApiProblem, words } from '../http/problem.ts';
import { addressOf } from './demo-routes.ts';
import { assertionAudience, demoEmbedIssuer, demoIssuer, loadEmbedIssuers } from './embed-issuers.ts';
import type { EmbedIssuer } from './embed-issuers.ts';
import { RateLimit } from './rate-limit.ts';

/** Seconds an assertion may be old, and an embed's token lives. */
const assertionSeconds = 60;
const tokenSeconds = 300;

/** Adds the exchange of a CRM server's assertion for a short-lived token (after RFC 8693). */
export async function mountEmbed(app: GatewayApp, kit: GatewayKit): Promise<void> {
  const configured = await loadEmbedIssuers(kit.config);
  // Browsers of a whole office may share one address, and each renews every few minutes.
  const limit = new RateLimit(kit.config.loginsPerMinute * 10);
  publicEndpoint(
    app,
    {
      method: 'post',
      path: '/api/session/exchange',
      tag: 'Session',
      summary: 'An assertion of the embedding CRM for a token',
      body: z.strictObject({ assertion: z.string().min(20).max(8000) }),
      response: z.object({ token: z.string(), expiresAt: z.string() }),
    },
    async ({ c, body }) => {
      limit.take(addressOf(c));
      const issuer = await issuerOf(kit, configured, body.assertion);
      const payload = await verifyAssertion(issuer, body.assertion);
      await useOnce(kit, issuer.tenantId, payload);
      const personId = String(payload[issuer.personClaim]);
      const { token, expiresAt } = await kit.sessions.start(
        issuer.tenantId,
        personId,
        'embed',
        c.get('requestId'),
        tokenSeconds,
      );
      return c.json({ token, expiresAt }, 200, { 'cache-control': 'no-store' });
    },
  );
}

function refused(zh: string, en: string): ApiProblem {
  return new ApiProblem('session.assertion', { detail: words(zh, en) });
}

async function issuerOf(
  kit: GatewayKit,
  configured: readonly EmbedIssuer[],
  assertion: string,
): Promise<EmbedIssuer> {
  let name: string | undefined;
  try {
    name = decodeJwt(assertion).iss;
  } catch {
    throw refused('不是 JWT。', 'It is not a JWT.');
  }
  const found = configured.find(({ issuer }) => issuer === name);
  if (found) return found;
  if (kit.config.demo) {
    const tenantId = (await kit.database.tenantIds()).find((id) => demoIssuer(id) === name);
    if (tenantId) return demoEmbedIssuer(kit.config.dataDir, tenantId);
  }
  throw refused('签发者未登记。', 'Its issuer is not configured.');
}

async function verifyAssertion(issuer: EmbedIssuer, assertion: string): Promise<JWTPayload> {
  let kid: string | undefined;
  try {
    ({ kid } = decodeProtectedHeader(assertion));
  } catch {
    throw refused('不是 JWT。', 'It is not a JWT.');
  }
  const candidates = issuer.keys.filter(
    (key) => kid === undefined || key.kid === undefined || key.kid === kid,
  );
  for (const { key, algorithm } of candidates) {
    const verified = await jwtVerify(assertion, key, {
      algorithms: [algorithm],
      issuer: issuer.issuer,
      audience: assertionAudience,
      maxTokenAge: assertionSeconds,
      clockTolerance: 5,
      requiredClaims: ['exp', 'iat', 'jti', issuer.personClaim],
    }).catch(() => null);
    if (!verified) continue;
    const { exp = 0, iat = 0, jti = '' } = verified.payload;
    if (exp - iat > assertionSeconds || jti.length < 1 || jti.length > 200) break;
    return verified.payload;
  }
  throw refused(
    '签名、受众或有效期（最长 60 秒）不符。',
    'Its signature, audience or age (at most 60 seconds) is not right.',
  );
}

async function useOnce(kit: GatewayKit, tenantId: string, payload: JWTPayload): Promise<void> {
  const used = await kit.database.write(systemActor(tenantId), async (sql) => {
    await sql.query(
      "DELETE FROM used_assertion WHERE tenant_id = $1 AND expires_at < now() - interval '5 minutes'",
      [tenantId],
    );
    return sql.query(
      'INSERT INTO used_assertion (tenant_id, jti, expires_at) VALUES ($1, $2, to_timestamp($3)) ON CONFLICT DO NOTHING',
      [tenantId, payload.jti, payload.exp],
    );
  });
  if (used.rowCount === 0) throw refused('它已经使用过。', 'It was used before.');
}

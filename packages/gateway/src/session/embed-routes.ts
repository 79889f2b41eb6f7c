import { z } from '@hono/zod-openapi';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { systemActor } from '../access/actor.ts';
import { addressOf } from '../http/client-address.ts';
import { publicEndpoint } from '../http/endpoint.ts';
import type { GatewayApp } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { ApiProblem, words } from '../http/problem.ts';
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
  const accounts = new RateLimit(kit.config.loginsPerMinute);
  publicEndpoint(
    app,
    {
      method: 'post',
      path: '/api/session/exchange',
      tag: 'Session',
      summary: 'An assertion of the embedding CRM for a token',
      body: z.strictObject({ assertion: z.string().min(20).max(8000) }),
      response: z.object({ token: z.string(), expiresAt: z.string(), expiresIn: z.int() }),
    },
    async ({ c, body }) => {
      limit.take(addressOf(c, kit.config));
      const issuer = await issuerOf(kit, configured, body.assertion);
      const payload = await verifyAssertion(issuer, body.assertion);
      await useOnce(kit, issuer.tenantId, payload);
      const personId = String(payload[issuer.personClaim]);
      accounts.take(`${issuer.tenantId}/${personId}`);
      const { token, expiresAt } = await kit.sessions
        .start(issuer.tenantId, personId, 'embed', c.get('requestId'), tokenSeconds)
        .catch((error: unknown) => {
          throw error instanceof ApiProblem && error.code === 'session.not-allowed' ? unknownPerson(issuer, personId) : error;
        });
      return c.json({ token, expiresAt, expiresIn: tokenSeconds }, 200, { 'cache-control': 'no-store' });
    },
  );
}

/** The CRM's own server named this person: it may hear that nobody here has the id. */
function unknownPerson({ personClaim }: EmbedIssuer, personId: string): ApiProblem {
  return new ApiProblem('session.not-allowed', {
    detail: words(
      `身份声明中的 ${personClaim}（“${personId.slice(0, 64)}”）不是在职人员的编号。`,
      `${personClaim} of the assertion, “${personId.slice(0, 64)}”, is no person who works here today.`,
    ),
  });
}

function refused(zh: string, en: string): ApiProblem {
  return new ApiProblem('session.assertion', { detail: words(zh, en) });
}

async function issuerOf(kit: GatewayKit, configured: readonly EmbedIssuer[], assertion: string): Promise<EmbedIssuer> {
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
  const candidates = issuer.keys.filter((key) => kid === undefined || key.kid === undefined || key.kid === kid);
  for (const { key, algorithm } of candidates) {
    try {
      const { payload } = await jwtVerify(assertion, key, {
        algorithms: [algorithm],
        issuer: issuer.issuer,
        audience: assertionAudience,
        maxTokenAge: assertionSeconds,
        clockTolerance: 5,
        requiredClaims: ['exp', 'iat', 'jti', issuer.personClaim],
      });
      const { exp = 0, iat = 0, jti = '' } = payload;
      if (exp - iat > assertionSeconds) throw refused('exp 最多比 iat 晚 60 秒。', 'exp may be at most 60 seconds after iat.');
      if (jti.length < 1 || jti.length > 200) throw refused('jti 应为 1 到 200 个字符。', 'jti must have 1 to 200 characters.');
      return payload;
    } catch (error) {
      if (error instanceof ApiProblem) throw error;
      // Claims are looked at only after the signature held: who hears about them holds the CRM's key.
      if (error instanceof errors.JWTExpired) throw tooOld(error.payload);
      if (error instanceof errors.JWTClaimValidationFailed) throw wrongClaim(error);
    }
  }
  throw refused('签名与登记的公钥不符。', 'Its signature does not fit a registered public key.');
}

function tooOld({ iat = 0 }: JWTPayload): ApiProblem {
  const age = Math.round(Date.now() / 1000 - iat);
  return refused(
    `它签发于 ${age} 秒前，最多可为 60 秒。请核对 CRM 服务器的时钟，并在每次请求时重新签发。`,
    `It was signed ${age} seconds ago, at most 60 are allowed. Check the clock of the CRM's server, and sign one for every request.`,
  );
}

function wrongClaim({ claim, payload }: errors.JWTClaimValidationFailed): ApiProblem {
  const ahead = Math.round((payload.iat ?? 0) - Date.now() / 1000);
  if (claim === 'iat' && ahead > 0)
    return refused(
      `它的签发时间比网关的时钟快 ${ahead} 秒。请校准 CRM 服务器的时钟。`,
      `It was signed ${ahead} seconds ahead of the gateway's clock. Set the clock of the CRM's server.`,
    );
  if (claim === 'aud') return refused('aud 应为 milepost。', 'aud must be milepost.');
  return refused(`${claim} 缺失或不正确。`, `${claim} is missing or not right.`);
}

async function useOnce(kit: GatewayKit, tenantId: string, payload: JWTPayload): Promise<void> {
  const used = await kit.database.write(systemActor(tenantId), async (sql) => {
    await sql.query("DELETE FROM used_assertion WHERE tenant_id = $1 AND expires_at < now() - interval '5 minutes'", [tenantId]);
    return sql.query(
      'INSERT INTO used_assertion (tenant_id, jti, expires_at) VALUES ($1, $2, to_timestamp($3)) ON CONFLICT DO NOTHING',
      [tenantId, payload.jti, payload.exp],
    );
  });
  if (used.rowCount === 0) throw refused('它已经使用过。', 'It was used before.');
}

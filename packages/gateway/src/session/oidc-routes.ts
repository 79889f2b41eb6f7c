import { createHmac } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { EncryptJWT, jwtDecrypt } from 'jose';
import * as oidc from 'openid-client';
import { systemActor } from '../access/actor.ts';
import { isLoopback } from '../config/config.ts';
import type { GatewayConfig, OidcConfig } from '../config/config.ts';
import { publicEndpoint } from '../http/endpoint.ts';
import type { GatewayApp, GatewayContext } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { ApiProblem, words } from '../http/problem.ts';
import { isSecure } from './authenticate.ts';
import { addressOf } from './demo-routes.ts';
import { RateLimit } from './rate-limit.ts';
import { giveCookie } from './routes.ts';

const attemptCookie = 'milepost-login';
const attemptSeconds = 600;
const callbackPath = '/api/login/callback';

/** What one attempt to sign in remembers in an encrypted cookie, so that any gateway can finish it. */
const attemptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});

/** Adds signing in by OpenID Connect: authorization code with PKCE, state and nonce. */
export function mountOidc(app: GatewayApp, kit: GatewayKit, settings: OidcConfig): void {
  const limit = new RateLimit(kit.config.loginsPerMinute);
  const key = createHmac('sha256', kit.secret).update('login').digest();
  const provider = lazyProvider(settings);
  publicEndpoint(
    app,
    {
      method: 'get',
      path: '/api/login',
      tag: 'Session',
      summary: 'Goes to the identity provider',
      query: z.strictObject({ returnTo: z.string().max(2000).optional() }),
    },
    async ({ c, query }) => {
      limit.take(addressOf(c));
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        returnTo: ownPath(query.returnTo),
      };
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: new URL(callbackPath, originOf(c, kit.config)).href,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      });
      const sealed = await new EncryptJWT(attempt)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(`${attemptSeconds}s`)
        .encrypt(key);
      setCookie(c, attemptCookie, sealed, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/api/login',
        secure: isSecure(kit.config),
        maxAge: attemptSeconds,
      });
      return c.redirect(url.href, 302);
    },
  );
  publicEndpoint(
    app,
    {
      method: 'get',
      path: callbackPath,
      tag: 'Session',
      summary: 'Comes back from the identity provider',
      query: z.record(z.string().max(200), z.string().max(8000)),
    },
    async ({ c }) => {
      limit.take(addressOf(c));
      const attempt = await openAttempt(c, key);
      deleteCookie(c, attemptCookie, { path: '/api/login', secure: isSecure(kit.config) });
      const claims = await finish(await provider(), c, kit.config, attempt);
      const personId = await personOf(kit, settings, claims);
      const { token } = await kit.sessions.start(settings.tenantId, personId, 'oidc', c.get('requestId'));
      giveCookie(c, kit.config, token);
      return c.redirect(attempt.returnTo, 303);
    },
  );
}

/** Asks the provider for its addresses at the first use and keeps them; a failure is asked again. */
function lazyProvider(settings: OidcConfig): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | undefined;
  return () => {
    const issuer = new URL(settings.issuer);
    // Plain http is for an identity provider on this machine, as tests have it.
    const execute =
      issuer.protocol === 'http:' && isLoopback(issuer.hostname) ? [oidc.allowInsecureRequests] : [];
    const authentication = settings.clientSecret
      ? oidc.ClientSecretBasic(settings.clientSecret)
      : oidc.None();
    known ??= oidc
      .discovery(issuer, settings.clientId, undefined, authentication, { execute, timeout: 10 })
      .catch((error: unknown) => {
        known = undefined;
        throw new ApiProblem('login.unavailable', {
          detail: words(
            '无法读取身份服务的配置。',
            `Its configuration could not be read (${(error as Error).name}).`,
          ),
        });
      });
    return known;
  };
}

async function openAttempt(c: GatewayContext, key: Buffer): Promise<z.output<typeof attemptSchema>> {
  try {
    const { payload } = await jwtDecrypt(getCookie(c, attemptCookie) ?? '', key);
    return attemptSchema.parse(payload);
  } catch {
    throw new ApiProblem('login.failed');
  }
}

async function finish(
  provider: oidc.Configuration,
  c: GatewayContext,
  config: GatewayConfig,
  attempt: z.output<typeof attemptSchema>,
): Promise<oidc.IDToken> {
  const asked = new URL(c.req.url);
  const current = new URL(asked.pathname + asked.search, originOf(c, config));
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, current, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims) return claims;
  } catch {
    // What the provider answered is not for the person; the code below says what to do.
  }
  throw new ApiProblem('login.failed');
}

/** The one person whose field equals the claim; an e-mail the provider calls unverified names nobody. */
async function personOf(kit: GatewayKit, settings: OidcConfig, claims: oidc.IDToken): Promise<string> {
  const value = claims[settings.claim];
  const unverified = settings.claim === 'email' && claims['email_verified'] === false;
  if (typeof value !== 'string' || value === '' || unverified) throw new ApiProblem('session.not-allowed');
  const column = settings.personField === 'email' ? 'lower(email)' : 'id';
  const rows = await kit.database.read(systemActor(settings.tenantId), async (sql) => {
    const found = await sql.query<{ id: string }>(
      `SELECT id FROM crm_person WHERE tenant_id = $1 AND ${column} = $2 AND left_on IS NULL LIMIT 2`,
      [settings.tenantId, settings.personField === 'email' ? value.toLowerCase() : value],
    );
    return found.rows;
  });
  const [person, second] = rows;
  if (!person || second) throw new ApiProblem('session.not-allowed');
  return person.id;
}

function originOf(c: GatewayContext, config: GatewayConfig): string {
  return config.publicUrl ?? new URL(c.req.url).origin;
}

/** A path of ours; anything that would lead elsewhere becomes `/`. */
export function ownPath(path: string | undefined): string {
  if (path === undefined || !path.startsWith('/') || !URL.canParse(path, 'http://own.invalid')) return '/';
  const url = new URL(path, 'http://own.invalid');
  return url.origin === 'http://own.invalid' ? url.pathname + url.search + url.hash : '/';
}

import { createHmac } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Words } from '@milepost/crm';
import { EncryptJWT, jwtDecrypt } from 'jose';
import * as oidc from 'openid-client';
import { systemActor } from '../access/actor.ts';
import { isLoopback } from '../config/config.ts';
import type { GatewayConfig, OidcConfig } from '../config/config.ts';
import { addressOf } from '../http/client-address.ts';
import { publicEndpoint } from '../http/endpoint.ts';
import type { GatewayApp, GatewayContext } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { ApiProblem, words } from '../http/problem.ts';
import { isSecure } from './authenticate.ts';
import { RateLimit } from './rate-limit.ts';
import { onLoginPage } from './login-page.ts';
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
  // One account from many addresses is one account.
  const accounts = new RateLimit(kit.config.loginsPerMinute);
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
    ({ c, query }) =>
      onLoginPage(
        c,
        () => ownPath(query.returnTo),
        async () => {
          limit.take(addressOf(c, kit.config));
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
      ),
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
      let returnTo = '/';
      return await onLoginPage(
        c,
        () => returnTo,
        async () => {
          limit.take(addressOf(c, kit.config));
          const attempt = await openAttempt(c, key);
          returnTo = ownPath(attempt.returnTo);
          deleteCookie(c, attemptCookie, { path: '/api/login', secure: isSecure(kit.config) });
          const claims = await finish(await provider(), c, kit.config, attempt);
          const personId = await personOf(kit, settings, claims);
          accounts.take(personId);
          const { token } = await kit.sessions.start(settings.tenantId, personId, 'oidc', c.get('requestId'));
          giveCookie(c, kit.config, token);
          return c.redirect(returnTo, 303);
        },
      );
    },
  );
}

/** Asks the provider for its addresses at the first use and keeps them; a failure is asked again. */
function lazyProvider(settings: OidcConfig): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | undefined;
  return () => {
    const issuer = new URL(settings.issuer);
    // Plain http is for an identity provider on this machine, as tests have it.
    const execute = issuer.protocol === 'http:' && isLoopback(issuer.hostname) ? [oidc.allowInsecureRequests] : [];
    const authentication = settings.clientSecret ? oidc.ClientSecretBasic(settings.clientSecret) : oidc.None();
    known ??= oidc
      .discovery(issuer, settings.clientId, undefined, authentication, { execute, timeout: 10 })
      .catch((error: unknown) => {
        known = undefined;
        throw new ApiProblem('login.unavailable', {
          detail: words('无法读取身份服务的配置。', `Its configuration could not be read (${(error as Error).name}).`),
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
    throw new ApiProblem('login.failed', {
      detail: words(
        '这次登录已经用过、超过了 10 分钟，或者是在另一个浏览器中开始的。',
        'This attempt was used already, took longer than ten minutes, or began in another browser.',
      ),
    });
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
  throw new ApiProblem('login.failed', { detail: answerOf(asked) });
}

/** What the provider's answer means to the person; its own words are for administrators of the provider. */
function answerOf(asked: URL): Words {
  const error = asked.searchParams.get('error');
  if (error === 'access_denied')
    return words('身份服务没有允许登录，或者您取消了登录。', 'The identity provider did not allow it, or you cancelled.');
  if (error !== null && /^[a-z_]{1,60}$/.test(error))
    return words(`身份服务报告了错误：${error}。`, `The identity provider reported an error: ${error}.`);
  return words('身份服务的应答没有通过检查。', 'The answer of the identity provider did not pass the checks.');
}

/** The one person whose field equals the claim; an e-mail names nobody unless the provider says that it is verified. */
async function personOf(kit: GatewayKit, settings: OidcConfig, claims: oidc.IDToken): Promise<string> {
  const value = claims[settings.claim];
  const unverified = settings.claim === 'email' && !settings.emailTrusted && claims['email_verified'] !== true;
  if (typeof value !== 'string' || value === '')
    throw notAllowed(`身份服务没有提供 ${settings.claim}。`, `The identity provider does not say ${settings.claim}.`);
  if (unverified) throw notAllowed(`身份服务尚未验证邮箱 ${value}。`, `The identity provider has not verified ${value}.`);
  const column = settings.personField === 'email' ? 'lower(email)' : 'id';
  const rows = await kit.database.read(systemActor(settings.tenantId), async (sql) => {
    const found = await sql.query<{ id: string }>(
      `SELECT id FROM crm_person WHERE tenant_id = $1 AND ${column} = $2 AND left_on IS NULL LIMIT 2`,
      [settings.tenantId, settings.personField === 'email' ? value.toLowerCase() : value],
    );
    return found.rows;
  });
  const [person, second] = rows;
  if (second) throw notAllowed(`人员资料中有多人使用 ${value}。`, `${value} stands for several people in the list of people.`);
  if (!person) throw notAllowed(`在职人员资料中没有 ${value}。`, `Nobody who works here today has ${value}.`);
  return person.id;
}

function notAllowed(zh: string, en: string): ApiProblem {
  return new ApiProblem('session.not-allowed', { detail: words(zh, en) });
}

function originOf(c: GatewayContext, config: GatewayConfig): string {
  return config.publicUrl ?? new URL(c.req.url).origin;
}

/** A path of ours for people; anything that would lead elsewhere, or into the API, becomes `/`. */
export function ownPath(path: string | undefined): string {
  if (path === undefined || !path.startsWith('/') || !URL.canParse(path, 'http://own.invalid')) return '/';
  const url = new URL(path, 'http://own.invalid');
  // `/.//elsewhere` is written `//elsewhere` once it is resolved, which a browser takes for another host.
  if (url.origin !== 'http://own.invalid' || /^\/(?:\/|api(?:\/|$))/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}

import { getCookie } from 'hono/cookie';
import type { GatewayConfig } from '../config/config.ts';
import type { Authenticate } from '../http/endpoint.ts';
import type { GatewayContext } from '../http/env.ts';
import { ApiProblem } from '../http/problem.ts';
import type { ActiveSession, SessionStore } from './store.ts';

/** The cookie's name; with TLS the browser itself guarantees that only we can set it. */
export function cookieName(config: GatewayConfig): string {
  return isSecure(config) ? '__Host-milepost' : 'milepost';
}

/** True when people reach us by https. */
export function isSecure(config: GatewayConfig): boolean {
  return config.publicUrl?.startsWith('https://') ?? false;
}

/** Finds who a request comes from: a bearer token of an embed, or the portal's cookie. */
export function authenticator(config: GatewayConfig, sessions: SessionStore): Authenticate {
  return async (c) => {
    const found = (await fromHeader(c, sessions)) ?? (await fromCookie(c, config, sessions));
    c.set('tenantId', found.identity.actor.tenantId);
    return found;
  };
}

async function fromHeader(c: GatewayContext, sessions: SessionStore): Promise<ActiveSession | null> {
  const header = c.req.header('authorization');
  if (header === undefined) return null;
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header)?.[1];
  const session = token ? await sessions.find(token, 'embed') : null;
  if (!session) throw new ApiProblem('session.expired', { headers: { 'www-authenticate': 'Bearer' } });
  return session;
}

async function fromCookie(c: GatewayContext, config: GatewayConfig, sessions: SessionStore): Promise<ActiveSession> {
  const token = getCookie(c, cookieName(config));
  if (!token) throw new ApiProblem('session.none');
  const session = await sessions.find(token, 'portal');
  if (!session) throw new ApiProblem('session.expired');
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') requireOwnOrigin(c, config);
  return session;
}

/** Refuses a write that a foreign page could have sent. @throws ApiProblem `session.csrf` */
export function requireOwnOrigin(c: GatewayContext, config: GatewayConfig): void {
  const origin = c.req.header('origin');
  if (c.req.header('x-milepost') !== '1' || origin === undefined || !isOwnOrigin(origin, c, config)) {
    throw new ApiProblem('session.csrf');
  }
}

function isOwnOrigin(origin: string, c: GatewayContext, config: GatewayConfig): boolean {
  if (origin === config.publicUrl || config.origins.includes(origin)) return true;
  if (config.publicUrl !== undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === new URL(c.req.url).host;
}

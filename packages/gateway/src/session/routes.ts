import { z } from '@hono/zod-openapi';
import { deleteCookie, setCookie } from 'hono/cookie';
import { endpoint } from '../http/endpoint.ts';
import type { GatewayApp, GatewayContext } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import type { GatewayConfig } from '../config/config.ts';
import { cookieName, isSecure } from './authenticate.ts';

const role = z.enum(['rep', 'manager', 'ops', 'auditor', 'admin']);

/** Who is at work, for which company, on which day. */
export const sessionSchema = z
  .object({
    user: z.object({
      id: z.string(),
      personId: z.string(),
      name: z.string(),
      role,
      unitId: z.string().nullable(),
    }),
    tenant: z.object({
      id: z.string(),
      name: z.string(),
      currency: z.string(),
      timeZone: z.string(),
      fiscalYearStartMonth: z.int(),
    }),
    today: z.string(),
    locale: z.enum(['zh-CN', 'en']),
    identity: z.object({
      kind: z.enum(['demo', 'oidc', 'embed']),
      canSwitch: z.boolean(),
      expiresAt: z.string(),
    }),
  })
  .openapi('Session');

/** Adds reading and ending the session. */
export function mountSession(app: GatewayApp, kit: GatewayKit): void {
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'get',
      path: '/api/session',
      tag: 'Session',
      summary: 'Who is signed in',
      response: sessionSchema,
    },
    ({ c, session }) => {
      const { info, locale } = session.identity;
      c.header('cache-control', 'no-store');
      return c.json({
        ...info,
        locale,
        identity: {
          kind: session.origin,
          canSwitch: kit.config.demo && session.origin === 'demo',
          expiresAt: new Date(session.expiresAt).toISOString(),
        },
      });
    },
  );
  endpoint(
    app,
    kit.authenticate,
    { method: 'delete', path: '/api/session', tag: 'Session', summary: 'Signs out' },
    async ({ c, session }) => {
      await kit.sessions.end(session, c.get('requestId'));
      deleteCookie(c, cookieName(kit.config), { path: '/', secure: isSecure(kit.config) });
      return c.body(null, 204);
    },
  );
}

/** Gives the browser its session. Scripts cannot read the cookie; other sites' requests do not carry it. */
export function giveCookie(c: GatewayContext, config: GatewayConfig, token: string): void {
  setCookie(c, cookieName(config), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(config),
  });
}

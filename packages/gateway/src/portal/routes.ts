import { Hono } from 'hono';
import type { GatewayEnv } from '../http/env.ts';
import { entranceOf } from './entrance.ts';
import type { SignedIn } from './entrance.ts';
import { localized } from './localized.ts';
import type { PortalSource } from './portal-source.ts';

/** What the portal's route works with. */
export interface PortalRoutesDeps {
  readonly portal: PortalSource;
  readonly signedIn: SignedIn;
}

/** `GET /api/portal`; without a session only what the sign-in page shows. */
export function portalRoutes({ portal, signedIn }: PortalRoutesDeps): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>();
  app.get('/api/portal', async (c) => {
    c.set('route', '/api/portal');
    const current = await portal.current();
    const headers = { 'cache-control': 'private, no-cache', vary: 'Accept-Language, Cookie, Authorization' };
    if (!(await signedIn(c))) return c.json({ portal: entranceOf(current.portal), problems: [] }, 200, headers);
    return c.json({ portal: current.portal, problems: localized(current.problems, c.get('locale')) }, 200, headers);
  });
  return app;
}

import { Hono } from 'hono';
import type { GatewayEnv } from '../http/env.ts';
import { localized } from './localized.ts';
import type { PortalSource } from './portal-source.ts';

/** `GET /api/portal`. */
export function portalRoutes({ portal }: { readonly portal: PortalSource }): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>();
  app.get('/api/portal', async (c) => {
    c.set('route', '/api/portal');
    const current = await portal.current();
    return c.json({ portal: current.portal, problems: localized(current.problems, c.get('locale')) }, 200, { 'cache-control': 'no-cache', vary: 'Accept-Language' });
  });
  return app;
}

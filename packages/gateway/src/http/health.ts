import { timingSafeEqual } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { GatewayConfig } from '../config/config.ts';
import { isFromThisMachine } from './client-address.ts';
import { publicEndpoint } from './endpoint.ts';
import type { GatewayApp, GatewayContext } from './env.ts';
import type { GatewayKit } from './kit.ts';
import { ApiProblem } from './problem.ts';

const state = z.object({ status: z.string() });

/** Adds what operators and their tools ask. */
export function mountHealth(app: GatewayApp, kit: GatewayKit): void {
  const tag = 'Operations';
  publicEndpoint(app, { method: 'get', path: '/healthz', tag, summary: 'The process runs', response: state }, ({ c }) =>
    c.json({ status: 'ok' }),
  );
  publicEndpoint(
    app,
    { method: 'get', path: '/readyz', tag, summary: 'The database answers and is migrated', response: state },
    async ({ c }) => {
      const ready = await kit.database.loader.query('SELECT count(*) FROM tenant').then(
        () => true,
        () => false,
      );
      if (!ready) throw new ApiProblem('database.unavailable');
      return c.json({ status: 'ready' });
    },
  );
  publicEndpoint(
    app,
    { method: 'get', path: '/metrics', tag, summary: 'Prometheus metrics; loopback or a token' },
    async ({ c }) => {
      if (!mayRead(c, kit.config)) throw new ApiProblem('access.denied');
      return c.body(await kit.metrics.registry.metrics(), 200, {
        'content-type': kit.metrics.registry.contentType,
      });
    },
  );
}

function mayRead(c: GatewayContext, config: GatewayConfig): boolean {
  const token = config.metricsToken;
  if (token !== undefined) {
    const given = Buffer.from(c.req.header('authorization') ?? '');
    const expected = Buffer.from(`Bearer ${token}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
  return isFromThisMachine(c, config);
}

import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config/config.ts';
import { isLoopback } from '../config/config.ts';
import { embedCors, embedOrigins } from './embed-cors.ts';
import type { GatewayApp, GatewayContext, GatewayEnv } from './env.ts';
import { answerError } from './errors.ts';
import { localeOf } from './locale.ts';
import type { Metrics } from './metrics.ts';
import { ApiProblem, problemResponse } from './problem.ts';

/** What every answer carries unless its route says otherwise. */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), payment=()',
};

/** An application with everything that holds for all routes: request ids, logs, metrics, headers, origins, errors. */
export function createApp(config: GatewayConfig, log: Logger, metrics: Metrics): GatewayApp {
  const app = new OpenAPIHono<GatewayEnv>();
  app.use(async (c, next) => {
    const begun = performance.now();
    c.set('requestId', randomUUID());
    c.set('locale', localeOf(c.req.header('accept-language')));
    await next();
    finish(c, (performance.now() - begun) / 1000, log, metrics);
  });
  if (config.demo) app.use(refuseForeignHost(config));
  app.use('/api/*', embedCors(embedOrigins(config, () => Promise.resolve([]))));
  app.notFound((c) => {
    c.set('outcome', 'request.not-found');
    return problemResponse(new ApiProblem('request.not-found'), c.get('locale'), c.get('requestId'));
  });
  app.onError((error, c) => answerError(error, c as GatewayContext, log));
  return app;
}

function finish(c: GatewayContext, seconds: number, log: Logger, metrics: Metrics): void {
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  c.res.headers.set('x-request-id', c.get('requestId'));
  const route = c.get('route') ?? 'other';
  const { method } = c.req;
  const { status } = c.res;
  metrics.requestSeconds.observe({ method, route, status: String(status) }, seconds);
  // Patterns and codes only: ids, names and contents of requests are personal data.
  const line = {
    requestId: c.get('requestId'),
    tenant: c.get('tenantId'),
    method,
    route,
    status,
    ms: Math.round(seconds * 1000),
    code: c.get('outcome'),
  };
  if (status >= 500) log.error(line, 'request');
  else if (route !== 'other') log.info(line, 'request');
  else log.debug(line, 'request');
}

/** In demo mode a page of another site could point its own name at this machine and be anybody: only our names are served. */
function refuseForeignHost(config: GatewayConfig) {
  const own = config.publicUrl && new URL(config.publicUrl).hostname;
  return async (c: GatewayContext, next: () => Promise<void>): Promise<void> => {
    const host = new URL(c.req.url).hostname.replace(/^\[|\]$/g, '');
    if (!isLoopback(host) && host !== own) throw new ApiProblem('request.host');
    await next();
  };
}

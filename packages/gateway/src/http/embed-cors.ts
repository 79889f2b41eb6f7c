import type { Context, Next } from 'hono';
import { cors } from 'hono/cors';
import { isLoopback } from '../config/config.ts';
import type { GatewayConfig } from '../config/config.ts';
import type { GatewayEnv } from './env.ts';

/** Whether pages of an origin may show widgets. */
export interface EmbedOrigins {
  allows(origin: string): Promise<boolean>;
  /** The same as sources of a Content-Security-Policy. */
  sources(): Promise<readonly string[]>;
}

/**
 * Origins of the configuration and of the portal file, which may change while the gateway runs. A demo runs on one machine, for
 * trying things out: there every page of this machine may embed.
 */
export function embedOrigins(
  config: Pick<GatewayConfig, 'embedOrigins' | 'demo'>,
  ofPortal: () => Promise<readonly string[]>,
): EmbedOrigins {
  const named = async (): Promise<readonly string[]> => [...config.embedOrigins, ...(await ofPortal())];
  return {
    async allows(origin) {
      if (config.demo && isOwnMachine(origin)) return true;
      return (await named()).includes(origin);
    },
    async sources() {
      const demo = config.demo ? ['http://127.0.0.1:*', 'http://localhost:*'] : [];
      return [...new Set([...demo, ...(await named())])];
    },
  };
}

function isOwnMachine(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === origin && isLoopback(url.hostname.replace(/^\[|\]$/g, ''));
}

/** Lets pages of allowed origins call the API with a bearer token; cookies are never allowed across origins. */
export function embedCors(origins: Pick<EmbedOrigins, 'allows'>) {
  const answer = cors({
    origin: (origin) => origin,
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'accept-language', 'x-milepost'],
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    exposeHeaders: ['x-request-id', 'idempotent-replay', 'retry-after'],
    maxAge: 600,
  });
  return async (c: Context<GatewayEnv, string>, next: Next): Promise<Response | void> => {
    const origin = c.req.header('origin');
    if (origin !== undefined && (await origins.allows(origin))) return await answer(c, next);
    await next();
    if (!c.res.headers.get('vary')?.includes('Origin')) c.header('vary', 'Origin', { append: true });
  };
}

import { cors } from 'hono/cors';

/** Lets pages of the answered origins call the API with a bearer token; cookies are never allowed across origins. */
export function embedCors(allowed: () => readonly string[] | Promise<readonly string[]>) {
  return cors({
    origin: async (origin) => ((await allowed()).includes(origin) ? origin : null),
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'accept-language', 'x-milepost'],
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    exposeHeaders: ['x-request-id', 'idempotent-replay', 'retry-after'],
    maxAge: 600,
  });
}

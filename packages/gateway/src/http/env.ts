import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { Locale } from '@milepost/sdk/host';

/** What travels with a request through the handlers. */
export interface GatewayEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    locale: Locale;
    /** The tenant of the request, for the log; set once somebody is known. */
    tenantId?: string;
    /** The route's pattern, for log and metrics: ids stay out of both. */
    route?: string;
    /** A problem's code or an unexpected error, for the log. */
    outcome?: string;
  };
}

/** The application that routes are mounted on. */
export type GatewayApp = OpenAPIHono<GatewayEnv>;
/** One request. */
export type GatewayContext = Context<GatewayEnv>;

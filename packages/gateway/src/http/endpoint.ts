import { z } from '@hono/zod-openapi';
import type { Role } from '@milepost/crm';
import type { ActiveSession } from '../session/store.ts';
import { bodyLimit, readJson } from './body.ts';
import type { GatewayApp, GatewayContext } from './env.ts';
import { ApiProblem } from './problem.ts';
import { problemSchema } from './problem-schema.ts';
import { zodFindings } from './zod-findings.ts';

/** An endpoint: the schemas requests are validated with and OpenAPI is generated from. */
export interface EndpointSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** OpenAPI form: `/api/crm/{entity}`. */
  readonly path: string;
  /** Where the router needs another form than OpenAPI has. */
  readonly route?: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly bodyLimit?: number;
  /** The answer's schema; 204 when left out. */
  readonly response?: z.ZodType;
  readonly status?: 200 | 201;
  /** Further headers of the request, for the document. */
  readonly headers?: z.ZodObject;
  /** Roles that may call it; everybody signed in when left out. */
  readonly roles?: readonly Role[];
}

/** A validated request. */
export interface EndpointRequest<P, Q, B> {
  readonly c: GatewayContext;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The body as it came. */
  readonly bytes: Uint8Array;
}

/** A validated request of somebody. */
export interface SessionRequest<P, Q, B> extends EndpointRequest<P, Q, B> {
  readonly session: ActiveSession;
}

/** Finds the session of a request. @throws ApiProblem when there is none. */
export type Authenticate = (c: GatewayContext) => Promise<ActiveSession>;

type Handler<R> = (request: R) => Promise<Response> | Response;

const none = z.strictObject({});

/** Adds an endpoint that anybody may call. */
export function publicEndpoint<
  P extends z.ZodType = typeof none,
  Q extends z.ZodType = typeof none,
  B extends z.ZodType = z.ZodUndefined,
>(app: GatewayApp, spec: EndpointSpec<P, Q, B>, handler: Handler<EndpointRequest<z.output<P>, z.output<Q>, z.output<B>>>): void {
  register(app, spec, false);
  app.on(spec.method.toUpperCase(), routeOf(spec), async (c) => {
    c.set('route', spec.path);
    return handler(await validate(c, spec));
  });
}

/** Adds an endpoint for people who are signed in. The session is checked before anything of the request is looked at. */
export function endpoint<
  P extends z.ZodType = typeof none,
  Q extends z.ZodType = typeof none,
  B extends z.ZodType = z.ZodUndefined,
>(
  app: GatewayApp,
  authenticate: Authenticate,
  spec: EndpointSpec<P, Q, B>,
  handler: Handler<SessionRequest<z.output<P>, z.output<Q>, z.output<B>>>,
): void {
  register(app, spec, true);
  app.on(spec.method.toUpperCase(), routeOf(spec), async (c) => {
    c.set('route', spec.path);
    const session = await authenticate(c);
    if (spec.roles && !spec.roles.includes(session.identity.actor.role)) throw new ApiProblem('access.denied');
    return handler({ ...(await validate(c, spec)), session });
  });
}

function routeOf(spec: { readonly path: string; readonly route?: string }): string {
  return spec.route ?? spec.path.replace(/\{(\w+)\}/g, ':$1');
}

async function validate<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  c: GatewayContext,
  spec: EndpointSpec<P, Q, B>,
): Promise<EndpointRequest<z.output<P>, z.output<Q>, z.output<B>>> {
  const params = check(spec.params ?? none, c.req.param(), '');
  const query = check(spec.query ?? none, c.req.query(), '');
  const { bytes, value } = spec.body
    ? await readJson(c.req.raw, spec.bodyLimit ?? bodyLimit)
    : { bytes: new Uint8Array(), value: undefined };
  const body = spec.body ? check(spec.body, value, '') : undefined;
  return { c, bytes, params: params as z.output<P>, query: query as z.output<Q>, body: body as z.output<B> };
}

/** Validates a value. @throws ApiProblem `request.invalid` with the places below `root`. */
export function check<S extends z.ZodType>(schema: S, value: unknown, root: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ApiProblem('request.invalid', { problems: zodFindings(result.error.issues, root) });
}

function register(app: GatewayApp, spec: EndpointSpec<z.ZodType, z.ZodType, z.ZodType>, secured: boolean): void {
  const problem = { 'application/problem+json': { schema: problemSchema } };
  const ok: Record<string, { description: string; content?: Record<string, { schema: z.ZodType }> }> = spec.response
    ? {
        [spec.status ?? 200]: {
          description: 'Success',
          content: { 'application/json': { schema: spec.response } },
        },
      }
    : { 204: { description: 'Done' } };
  app.openAPIRegistry.registerPath({
    method: spec.method,
    path: spec.path,
    tags: [spec.tag],
    summary: spec.summary,
    ...(secured ? { security: [{ cookie: [] }, { bearer: [] }] } : {}),
    request: {
      // Free-form parameters have no names to document.
      params: spec.params instanceof z.ZodObject ? spec.params : undefined,
      query: spec.query instanceof z.ZodObject ? spec.query : undefined,
      ...(spec.headers && { headers: spec.headers }),
      ...(spec.body && { body: { required: true, content: { 'application/json': { schema: spec.body } } } }),
    },
    responses: { ...ok, default: { description: 'A problem (RFC 9457)', content: problem } },
  });
}

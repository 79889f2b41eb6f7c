import { z } from '@hono/zod-openapi';
import { compileSchema } from '../records/schema-check.ts';
import { check, endpoint } from '../http/endpoint.ts';
import type { GatewayApp } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { readJson, bodyLimit } from '../http/body.ts';
import { ApiProblem } from '../http/problem.ts';
import type { EndpointInput, ServerEndpoint } from './types.ts';
import { matchEndpoint } from './match.ts';

const path = '/api/plugins/{pluginId}/call/{path}';
const params = z.strictObject({ pluginId: z.string().min(1).max(100), path: z.string().min(1).max(1000) });
// Parameters of the query belong to the endpoint, not to us.
const query = z.record(z.string().max(200), z.string().max(10_000));
const anything = z.unknown();

/** Adds the endpoints of plugins' server parts, found anew for each request, so that plugins may come and go. */
export function mountServerParts(app: GatewayApp, kit: GatewayKit): void {
  const route = '/api/plugins/:pluginId/call/:path{.+}';
  const shared = { path, route, tag: 'Plugins', params, query, response: anything };
  endpoint(
    app,
    kit.authenticate,
    { ...shared, method: 'get', summary: 'Reads from a server part' },
    async ({ c, session, params: at, query: asked }) => {
      const { found, values } = find(kit, 'GET', at.pluginId, at.path);
      requireRole(found, session.identity.actor.role);
      const result = await kit.read(c, session, async (tx) =>
        found.handler(tx.serverContext(at.pluginId), { params: values, query: asked, body: undefined }),
      );
      return result === undefined ? c.body(null, 204) : c.json(result as object);
    },
  );
  endpoint(
    app,
    kit.authenticate,
    { ...shared, method: 'post', summary: 'Calls a server part' },
    async ({ c, session, params: at, query: asked }) => {
      const { found, values } = find(kit, 'POST', at.pluginId, at.path);
      requireRole(found, session.identity.actor.role);
      const { bytes, value } = await readJson(c.req.raw, bodyLimit);
      const input: EndpointInput = { params: values, query: asked, body: checkBody(found, value) };
      return kit.write(c, session, bytes, async (tx) => {
        const body = await found.handler(tx.serverContext(at.pluginId), input);
        return { status: body === undefined ? 204 : 200, body };
      });
    },
  );
}

function find(
  kit: GatewayKit,
  method: 'GET' | 'POST',
  pluginId: string,
  at: string,
): { found: ServerEndpoint; values: Record<string, string> } {
  const plugin = kit.plugins().plugin(pluginId);
  if (!plugin) throw new ApiProblem('plugin.unknown');
  for (const found of plugin.serverPart?.routes ?? []) {
    const values = found.method === method ? matchEndpoint(found.path, at) : undefined;
    if (values) return { found, values };
  }
  throw new ApiProblem('request.not-found');
}

function requireRole(found: ServerEndpoint, role: string): void {
  if (found.roles && !found.roles.some((item) => item === role)) throw new ApiProblem('access.denied');
}

function checkBody(found: ServerEndpoint, value: unknown): unknown {
  const schema = found.bodySchema;
  if (!schema) return value;
  if (schema instanceof z.ZodType) return check(schema, value, '');
  const problems = compileSchema(schema)(value, 'body');
  if (problems.length > 0) throw new ApiProblem('request.invalid', { problems });
  return value;
}

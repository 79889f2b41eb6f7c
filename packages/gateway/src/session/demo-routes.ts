import { z } from '@hono/zod-openapi';
import { getConnInfo } from '@hono/node-server/conninfo';
import { systemActor } from '../access/actor.ts';
import { isLoopback } from '../config/config.ts';
import { idSchema } from '../crm/schemas.ts';
import { publicEndpoint } from '../http/endpoint.ts';
import type { GatewayApp, GatewayContext } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { ApiProblem } from '../http/problem.ts';
import { requireOwnOrigin } from './authenticate.ts';
import { RateLimit } from './rate-limit.ts';
import { giveCookie } from './routes.ts';

/** Somebody the demo lets one be. `id` is `tenant:person`. */
export const demoUserSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['rep', 'manager', 'ops', 'auditor', 'admin']),
    jobTitle: z.string().nullable(),
    unitName: z.string().nullable(),
    tenantId: z.string(),
    tenantName: z.string(),
    /** Worth showing first: one or two of each role. */
    featured: z.boolean(),
  })
  .openapi('DemoUser');

/** One person of the switcher. */
export type DemoUser = z.output<typeof demoUserSchema>;

/** The address a request came from; requests inside the process (tests) count as local. */
export function addressOf(c: GatewayContext): string {
  if (!c.env?.incoming) return '127.0.0.1';
  return (getConnInfo(c).remote.address ?? '').replace(/^::ffff:/, '');
}

/** Adds the demo's user switcher. Only mounted in demo mode; answers this machine alone. */
export function mountDemo(app: GatewayApp, kit: GatewayKit): void {
  const limit = new RateLimit(300);
  const guard = (c: GatewayContext): void => {
    const address = addressOf(c);
    if (!isLoopback(address)) throw new ApiProblem('access.denied');
    limit.take(address);
  };
  publicEndpoint(
    app,
    {
      method: 'get',
      path: '/api/demo/users',
      tag: 'Session',
      summary: 'People of the demo companies',
      response: z.object({ items: z.array(demoUserSchema) }),
    },
    async ({ c }) => {
      guard(c);
      return c.json({ items: await demoUsers(kit) });
    },
  );
  publicEndpoint(
    app,
    {
      method: 'post',
      path: '/api/demo/session',
      tag: 'Session',
      summary: 'Becomes somebody of a demo company',
      body: z.strictObject({ userId: idSchema }),
      response: z.object({ userId: z.string(), expiresAt: z.string() }),
    },
    async ({ c, body }) => {
      guard(c);
      requireOwnOrigin(c, kit.config);
      const [tenantId = '', ...rest] = body.userId.split(':');
      if (!(await kit.database.tenantIds()).includes(tenantId)) throw new ApiProblem('session.not-allowed');
      const { token, expiresAt } = await kit.sessions.start(tenantId, rest.join(':'), 'demo', c.get('requestId'));
      giveCookie(c, kit.config, token);
      return c.json({ userId: body.userId, expiresAt });
    },
  );
}

/** Everyone who works in a demo company today, leaders first. */
export async function demoUsers(kit: Pick<GatewayKit, 'database'>): Promise<readonly DemoUser[]> {
  const users: DemoUser[] = [];
  for (const tenantId of await kit.database.tenantIds()) {
    const rows = await kit.database.read(systemActor(tenantId), async (sql) => {
      const result = await sql.query<Omit<DemoUser, 'id' | 'tenantId' | 'featured'> & { personId: string }>(
        `SELECT p.id AS "personId", p.name, p.role, p.job_title AS "jobTitle", coalesce(led.name, home.name) AS "unitName", t.name AS "tenantName"
         FROM crm_person p JOIN tenant t ON t.tenant_id = p.tenant_id
         LEFT JOIN LATERAL (SELECT u.name, u.path FROM crm_unit u WHERE u.manager_id = p.id AND u.valid_to IS NULL
                            ORDER BY length(u.path), u.id LIMIT 1) led ON true
         LEFT JOIN LATERAL (SELECT u.name, u.path FROM crm_membership m JOIN crm_unit u ON u.id = m.unit_id
                            WHERE m.person_id = p.id AND m."primary" AND m.valid_to IS NULL ORDER BY m.id LIMIT 1) home ON true
         WHERE p.left_on IS NULL
         ORDER BY array_position(ARRAY['ops', 'manager', 'rep', 'auditor', 'admin'], p.role),
                  length(coalesce(led.path, home.path)), coalesce(led.path, home.path), p.id`,
      );
      return result.rows;
    });
    const seen = new Map<string, number>();
    for (const { personId, ...row } of rows) {
      const before = seen.get(row.role) ?? 0;
      seen.set(row.role, before + 1);
      const shown = row.role === 'manager' ? 3 : row.role === 'rep' ? 2 : 1;
      users.push({ id: `${tenantId}:${personId}`, ...row, tenantId, featured: before < shown });
    }
  }
  return users;
}

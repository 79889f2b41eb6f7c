import { z } from '@hono/zod-openapi';
import { systemActor } from '../access/actor.ts';
import type { Database, Sql } from '../database/database.ts';
import { idSchema } from '../crm/schemas.ts';
import { addressOf, isFromThisMachine } from '../http/client-address.ts';
import { publicEndpoint } from '../http/endpoint.ts';
import type { GatewayApp, GatewayContext } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { ApiProblem } from '../http/problem.ts';
import { requireOwnOrigin } from './authenticate.ts';
import { RateLimit } from './rate-limit.ts';
import { giveCookie } from './routes.ts';

const text = z.object({ 'zh-CN': z.string(), en: z.string() });

/** Somebody the demo lets one be. `id` is `tenant:person`, `hint` why to look at the product as this person. */
export const demoUserSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['rep', 'manager', 'ops', 'auditor', 'admin']),
    jobTitle: z.string().nullable(),
    unit: z.string().nullable(),
    hint: text.nullable(),
    tenantId: z.string(),
    tenantName: z.string(),
  })
  .openapi('DemoUser');

/** One person of the switcher. */
export type DemoUser = z.output<typeof demoUserSchema>;

/** People worth showing, by `tenant:person`, with the reason. */
export type DemoHints = Readonly<Record<string, DemoUser['hint']>>;

/** Adds the demo's user switcher. Only mounted in demo mode; answers this machine alone. */
export function mountDemo(app: GatewayApp, kit: GatewayKit): void {
  const limit = new RateLimit(kit.config.loginsPerMinute);
  const guard = (c: GatewayContext): void => {
    if (!isFromThisMachine(c, kit.config)) throw new ApiProblem('access.denied');
    limit.take(addressOf(c, kit.config));
  };
  publicEndpoint(
    app,
    {
      method: 'get',
      path: '/api/demo/users',
      tag: 'Session',
      summary: 'People of the demo companies',
      response: z.object({ users: z.array(demoUserSchema) }),
    },
    async ({ c }) => {
      guard(c);
      return c.json({ users: await demoUsers(kit.database, kit.demoHints) });
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

/**
 * People for the switcher: those the demo company names, in its order; without names (a company of one's own) a few of
 * each role, leaders first. Nobody who has left.
 */
export async function demoUsers(database: Database, hints: DemoHints = {}): Promise<readonly DemoUser[]> {
  const users: DemoUser[] = [];
  const order = Object.keys(hints).map((id) => id.split(':')[0] ?? '');
  const tenants = [...(await database.tenantIds())].sort((a, b) => place(order, a) - place(order, b));
  for (const tenantId of tenants) {
    const everyone = await database.read(systemActor(tenantId), (sql) => workingPeople(sql, tenantId));
    const named = Object.keys(hints).flatMap((id) => everyone.find((user) => user.id === id) ?? []);
    const chosen = named.length > 0 ? named : fewOfEachRole(everyone);
    users.push(...chosen.map((user) => ({ ...user, hint: hints[user.id] ?? null })));
  }
  return users;
}

const place = (order: readonly string[], tenantId: string): number =>
  (order.indexOf(tenantId) + order.length + 1) % (order.length + 1);

async function workingPeople(sql: Sql, tenantId: string): Promise<readonly DemoUser[]> {
  const { rows } = await sql.query<Omit<DemoUser, 'id' | 'tenantId' | 'hint'> & { personId: string }>(
    `SELECT p.id AS "personId", p.name, p.role, p.job_title AS "jobTitle", coalesce(led.name, home.name) AS unit, t.name AS "tenantName"
     FROM crm_person p JOIN tenant t ON t.tenant_id = p.tenant_id
     LEFT JOIN LATERAL (SELECT u.name, u.path FROM crm_unit u WHERE u.manager_id = p.id AND u.valid_to IS NULL
                        ORDER BY length(u.path), u.id LIMIT 1) led ON true
     LEFT JOIN LATERAL (SELECT u.name, u.path FROM crm_membership m JOIN crm_unit u ON u.id = m.unit_id
                        WHERE m.person_id = p.id AND m."primary" AND m.valid_to IS NULL ORDER BY m.id LIMIT 1) home ON true
     WHERE p.left_on IS NULL
     ORDER BY array_position(ARRAY['manager', 'rep', 'ops', 'auditor', 'admin'], p.role),
              length(coalesce(led.path, home.path)), coalesce(led.path, home.path), p.id`,
  );
  return rows.map(({ personId, ...row }) => ({
    id: `${tenantId}:${personId}`,
    ...row,
    tenantId,
    hint: null,
  }));
}

function fewOfEachRole(everyone: readonly DemoUser[]): readonly DemoUser[] {
  const seen = new Map<string, number>();
  return everyone.filter(({ role }) => {
    const before = seen.get(role) ?? 0;
    seen.set(role, before + 1);
    return before < (role === 'manager' ? 3 : role === 'rep' ? 2 : 1);
  });
}

import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import type { GatewayApp } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { readCheckpoints } from './checkpoint.ts';
import { verifyChain } from './verify.ts';

const readers = ['auditor', 'admin'] as const;
const entrySchema = z.object({ seq: z.int(), hash: z.string(), entry: z.record(z.string(), z.unknown()) });

/** Adds reading and checking of the audit log. */
export function mountAudit(app: GatewayApp, kit: GatewayKit): void {
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'get',
      path: '/api/audit',
      tag: 'Audit',
      summary: 'What happened, newest first',
      roles: readers,
      query: z.strictObject({
        limit: z.coerce.number().int().min(1).max(1000).default(100),
        cursor: z.string().min(1).max(4000).optional(),
      }),
      response: z.object({ items: z.array(entrySchema), next: z.string().nullable() }),
    },
    async ({ c, session, query }) => {
      const { tenantId, personId } = session.identity.actor;
      const binding = [tenantId, personId, 'audit'];
      const before = query.cursor ? Number(kit.cursors.read(query.cursor, binding).value) : null;
      const rows = await kit.read(c, session, async ({ sql }) => {
        const found = await sql.query<{ seq: number; hash: string; entry: string }>(
          `SELECT l.seq, l.hash, e.entry FROM audit_link l
           JOIN audit_entry e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
           WHERE l.tenant_id = $1 AND ($2::bigint IS NULL OR l.seq < $2) ORDER BY l.seq DESC LIMIT $3`,
          [tenantId, before, query.limit + 1],
        );
        return found.rows;
      });
      const items = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? items.at(-1) : undefined;
      return c.json({
        items: items.map((row) => ({ ...row, entry: JSON.parse(row.entry) as Record<string, unknown> })),
        next: last ? kit.cursors.write({ value: last.seq, id: '' }, binding) : null,
      });
    },
  );
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'get',
      path: '/api/audit/verify',
      tag: 'Audit',
      summary: 'Computes the chain again',
      roles: readers,
      response: z.object({
        tenantId: z.string(),
        entries: z.int(),
        head: z.string(),
        intact: z.boolean(),
        broken: z.object({ seq: z.int(), reason: z.string() }).nullable(),
        checkpoints: z.int(),
        forgedCheckpoints: z.int(),
      }),
    },
    async ({ c, session }) => {
      const { tenantId } = session.identity.actor;
      const { places, forged } = await readCheckpoints(kit.config.dataDir);
      const known = places.get(tenantId) ?? [];
      const report = await verifyChain(kit.database, tenantId, known);
      return c.json({
        ...report,
        intact: report.intact && forged === 0,
        checkpoints: known.length,
        forgedCheckpoints: forged,
      });
    },
  );
}

import { z } from '@hono/zod-openapi';
import type { RecordWrite } from '@milepost/sdk/host';
import { listParams, parseWhere } from '../crm/routes.ts';
import { idSchema } from '../crm/schemas.ts';
import { batchLimit } from '../http/body.ts';
import { endpoint } from '../http/endpoint.ts';
import type { GatewayApp } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { ApiProblem } from '../http/problem.ts';
import { collectionOf } from '../server-part/context.ts';
import { getRecord, listRecords, recordHistory } from './read.ts';
import { writeRecords } from './write.ts';

const pluginParams = { pluginId: z.string().min(1).max(100), collection: z.string().min(1).max(100) };
const recordParams = z.strictObject({ ...pluginParams, id: idSchema });
const revision = z.int().min(0).max(2_147_483_646);
const belonging = {
  ownerId: idSchema.nullable().optional(),
  unitId: idSchema.nullable().optional(),
  accountId: idSchema.nullable().optional(),
};
const keyHeader = z.object({ 'Idempotency-Key': z.string().min(1).max(200).optional() });

/** A stored record. */
export const recordSchema = z
  .object({
    id: z.string(),
    revision: z.int(),
    ownerId: z.string().nullable(),
    unitId: z.string().nullable(),
    accountId: z.string().nullable(),
    value: z.unknown(),
    createdAt: z.string(),
    updatedAt: z.string(),
    updatedBy: z.string(),
    deleted: z.boolean().optional(),
  })
  .openapi('Record');

const present = z.unknown().refine((value) => value !== undefined, 'is missing');
const writeSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('put'), id: idSchema, revision, value: present, ...belonging }),
  z.strictObject({ op: z.literal('delete'), id: idSchema, revision }),
]);
const base = '/api/plugins/{pluginId}/records/{collection}';
const items = z.object({ items: z.array(recordSchema) });

/** Adds reading and writing of plugins' records. */
export function mountRecords(app: GatewayApp, kit: GatewayKit): void {
  mountReads(app, kit);
  mountWrites(app, kit);
}

function mountReads(app: GatewayApp, kit: GatewayKit): void {
  const tag = 'Records';
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'get',
      path: base,
      tag,
      summary: 'Records of a collection',
      params: z.strictObject(pluginParams),
      query: z.strictObject(listParams),
      response: z.object({ items: z.array(recordSchema), next: z.string().nullable() }),
    },
    async ({ c, session, params, query }) => {
      const wanted = { ...query, where: parseWhere(query.where) };
      const page = await kit.read(c, session, (tx) =>
        listRecords(tx, collectionOf(tx, params.pluginId, params.collection), wanted),
      );
      return c.json(page);
    },
  );
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'get',
      path: `${base}/{id}`,
      tag,
      summary: 'One record',
      params: recordParams,
      response: recordSchema,
    },
    async ({ c, session, params }) => {
      const found = await kit.read(c, session, (tx) =>
        getRecord(tx, collectionOf(tx, params.pluginId, params.collection), params.id),
      );
      if (!found) throw new ApiProblem('record.not-found');
      return c.json(found);
    },
  );
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'get',
      path: `${base}/{id}/history`,
      tag,
      summary: 'All revisions, newest first',
      params: recordParams,
      response: items,
    },
    async ({ c, session, params }) => {
      const history = await kit.read(c, session, (tx) =>
        recordHistory(tx, collectionOf(tx, params.pluginId, params.collection), params.id),
      );
      return c.json({ items: history });
    },
  );
}

function mountWrites(app: GatewayApp, kit: GatewayKit): void {
  const tag = 'Records';
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'put',
      path: `${base}/{id}`,
      tag,
      summary: 'Creates (revision 0) or replaces a record',
      params: recordParams,
      headers: keyHeader,
      body: z.strictObject({ revision, value: present, ...belonging }),
      response: recordSchema,
    },
    ({ c, session, params, body, bytes }) =>
      kit.write(c, session, bytes, async (tx) => {
        const write = { op: 'put', id: params.id, ...body } as RecordWrite;
        const [row] = await writeRecords(tx, collectionOf(tx, params.pluginId, params.collection), [write], () => '');
        return { status: body.revision === 0 ? 201 : 200, body: row };
      }),
  );
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'delete',
      path: `${base}/{id}`,
      tag,
      summary: 'Deletes a record; its history stays',
      params: recordParams,
      headers: keyHeader,
      query: z.strictObject({ revision: z.coerce.number().pipe(revision) }),
    },
    ({ c, session, params, query, bytes }) =>
      kit.write(c, session, bytes, async (tx) => {
        const write: RecordWrite = { op: 'delete', id: params.id, revision: query.revision };
        await writeRecords(tx, collectionOf(tx, params.pluginId, params.collection), [write], () => '');
        return { status: 204, body: undefined };
      }),
  );
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'post',
      path: `${base}:batch`,
      // The router knows no suffix after a parameter, so `:batch` is part of it.
      route: '/api/plugins/:pluginId/records/:collection{[^/]+:batch}',
      tag,
      summary: 'Several writes, all or none',
      params: z.strictObject(pluginParams),
      headers: keyHeader,
      body: z.strictObject({ writes: z.array(writeSchema).min(1).max(2000) }),
      bodyLimit: batchLimit,
      response: items,
    },
    ({ c, session, params, body, bytes }) =>
      kit.write(c, session, bytes, async (tx) => {
        const collection = collectionOf(tx, params.pluginId, params.collection.replace(/:batch$/, ''));
        const rows = await writeRecords(tx, collection, body.writes, (index) => `writes.${index}.`);
        return { status: 200, body: { items: rows } };
      }),
  );
}

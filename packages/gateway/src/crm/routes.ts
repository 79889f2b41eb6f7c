import { z } from '@hono/zod-openapi';
import { entityNames } from '@milepost/crm';
import type { EntityName, Filter } from '@milepost/crm';
import { check, endpoint } from '../http/endpoint.ts';
import type { GatewayApp } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { parseJson } from '../http/body.ts';
import { ApiProblem, invalid, words } from '../http/problem.ts';
import { aggregateRows } from './aggregate.ts';
import { mountAggregateBatch } from './aggregate-batch.ts';
import { getRow, listRows } from './list.ts';
import { organisationOn } from './organisation.ts';
import { aggregateSchema, daySchema, idSchema, whereSchema } from './schemas.ts';

/** Query parameters of a list. */
export const listParams = {
  where: z.string().max(50_000).optional().openapi({
    description: 'JSON array of filters',
    example: '[{"field":"status","op":"eq","value":"active"}]',
  }),
  sort: z.string().min(1).max(121).optional().openapi({ description: 'Field name, `-` in front for descending' }),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  cursor: z.string().min(1).max(4000).optional(),
};

/** A parsed `where` parameter. @throws ApiProblem with a path below `where`. */
export function parseWhere(text: string | undefined): readonly Filter[] {
  if (text === undefined) return [];
  let value: unknown;
  try {
    value = parseJson(Buffer.from(text));
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'request.invalid') throw error;
    throw invalid('where', 'json', words('不是 JSON', 'is not JSON'));
  }
  return check(whereSchema, value, 'where');
}

const row = z.record(z.string(), z.unknown());
const entityParam = z.strictObject({
  entity: z
    .string()
    .max(60)
    .openapi({ description: entityNames.join(', ') }),
});

function entityOf(name: string): EntityName {
  const found = entityNames.find((item) => item === name);
  if (found) return found;
  const list = entityNames.join(', ');
  throw new ApiProblem('crm.unknown-entity', { detail: words(`可用：${list}`, `There are: ${list}`) });
}

/** Adds the reads of the mirror. */
export function mountCrm(app: GatewayApp, kit: GatewayKit): void {
  const { authenticate } = kit;
  endpoint(
    app,
    authenticate,
    {
      method: 'get',
      path: '/api/crm/organisation',
      tag: 'CRM',
      summary: 'The organisation on a day',
      query: z.strictObject({ asOf: daySchema.optional() }),
      response: z.object({ asOf: z.string(), units: z.array(row), people: z.array(row) }),
    },
    async ({ c, session, query }) =>
      c.json(await kit.read(c, session, (tx) => organisationOn(query.asOf ?? tx.session.today, tx.sql))),
  );
  endpoint(
    app,
    authenticate,
    {
      method: 'post',
      path: '/api/crm/aggregate',
      tag: 'CRM',
      summary: 'Sums over an entity by groups',
      body: aggregateSchema,
      response: z.object({ rows: z.array(row) }),
    },
    async ({ c, session, body }) => c.json({ rows: await kit.read(c, session, (tx) => aggregateRows(body, tx.sql)) }),
  );
  mountAggregateBatch(app, kit);
  endpoint(
    app,
    authenticate,
    {
      method: 'get',
      path: '/api/crm/{entity}',
      tag: 'CRM',
      summary: 'Rows of an entity',
      params: entityParam,
      query: z.strictObject({
        ...listParams,
        fields: z.string().min(1).max(2000).optional().openapi({ description: 'Field names, separated by commas' }),
      }),
      response: z.object({ items: z.array(row), next: z.string().nullable() }),
    },
    async ({ c, session, params, query }) => {
      const entity = entityOf(params.entity);
      const wanted = { ...query, where: parseWhere(query.where), fields: query.fields?.split(',') };
      return c.json(await kit.read(c, session, (tx) => listRows(entity, wanted, tx)));
    },
  );
  endpoint(
    app,
    authenticate,
    {
      method: 'get',
      path: '/api/crm/{entity}/{id}',
      tag: 'CRM',
      summary: 'One row',
      params: z.strictObject({ ...entityParam.shape, id: idSchema }),
      response: row,
    },
    async ({ c, session, params }) => {
      const entity = entityOf(params.entity);
      const found = await kit.read(c, session, (tx) => getRow(entity, params.id, tx.sql));
      if (!found) throw new ApiProblem('crm.not-found');
      return c.json(found);
    },
  );
}

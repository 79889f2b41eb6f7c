import { z } from '@hono/zod-openapi';
import { entities, entityNames } from '@milepost/crm';
import { endpoint } from '../http/endpoint.ts';
import type { GatewayApp } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { ApiProblem } from '../http/problem.ts';

/** Adds the CSV templates of imports: one header line of the fields a company fills in, with a mark for spreadsheets. */
export function mountTemplates(app: GatewayApp, kit: GatewayKit): void {
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'get',
      path: '/api/import/templates/{entity}.csv',
      route: '/api/import/templates/:entity{.+\\.csv}',
      tag: 'CRM',
      summary: 'The CSV template of an entity',
      params: z.strictObject({ entity: z.string().max(60) }),
      response: z.string(),
    },
    ({ c, params }) => {
      const name = entityNames.find((item) => `${item}.csv` === params.entity);
      if (!name) throw new ApiProblem('crm.unknown-entity');
      const header = entities[name].fields.filter((field) => !field.derived).map((field) => field.name);
      return c.body(`\uFEFF${header.join(',')}\r\n`, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.csv"`,
      });
    },
  );
}

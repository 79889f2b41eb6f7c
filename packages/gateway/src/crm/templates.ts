import { z } from '@hono/zod-openapi';
import { entityNames } from '@milepost/crm';
import { templateCsv, templateName } from '@milepost/crm/csv';
import { endpoint } from '../http/endpoint.ts';
import type { GatewayApp } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { ApiProblem } from '../http/problem.ts';

/** Adds the CSV templates of imports, the same files as `milepost templates` writes. */
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
      query: z.strictObject({ lang: z.enum(['zh-CN', 'en']).optional() }),
      response: z.string(),
    },
    ({ c, params, query }) => {
      const name = entityNames.find((item) => `${item}.csv` === params.entity);
      if (!name) throw new ApiProblem('crm.unknown-entity');
      const locale = query.lang ?? c.get('locale');
      const file = templateName(name, locale);
      return c.body(templateCsv(name, locale), 200, {
        'content-type': 'text/csv; charset=utf-8',
        // The plain name is for clients that do not read RFC 5987.
        'content-disposition': `attachment; filename="${name}.csv"; filename*=UTF-8''${encodeURIComponent(file)}`,
        'content-language': locale,
        vary: 'Accept-Language',
      });
    },
  );
}

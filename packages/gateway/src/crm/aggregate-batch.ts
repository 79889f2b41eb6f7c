import { z } from '@hono/zod-openapi';
import { answerError } from '../http/errors.ts';
import { check, endpoint } from '../http/endpoint.ts';
import type { GatewayApp } from '../http/env.ts';
import type { GatewayKit } from '../http/kit.ts';
import { aggregateRows } from './aggregate.ts';
import { aggregateSchema } from './schemas.ts';

/** Connections one request may use at a time: half the cores of a small machine's database. */
const lanes = 2;

const result = z.union([
  z.object({ rows: z.array(z.record(z.string(), z.unknown())) }),
  z.object({ status: z.int(), problem: z.record(z.string(), z.unknown()) }),
]);

/**
 * Many aggregates in one request: a page full of cards asks once. Each has an answer of its own, so that one that fails
 * takes no other with it.
 */
export function mountAggregateBatch(app: GatewayApp, kit: GatewayKit): void {
  endpoint(
    app,
    kit.authenticate,
    {
      method: 'post',
      path: '/api/crm/aggregates',
      tag: 'CRM',
      summary: 'Several aggregates, each with its own answer',
      body: z.strictObject({
        queries: z
          .array(z.unknown().openapi({ description: 'An AggregateQuery', type: 'object' }))
          .min(1)
          .max(50),
      }),
      response: z.object({ results: z.array(result) }),
    },
    async ({ c, session, body }) => {
      const results: z.infer<typeof result>[] = [];
      const waiting = body.queries.map((query, index) => ({ query, index }));
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const { query, index } = next;
          try {
            const wanted = check(aggregateSchema, query, '');
            results[index] = {
              rows: [...(await kit.read(c, session, (tx) => aggregateRows(wanted, tx.sql)))],
            };
          } catch (error) {
            const answer = answerError(error, c, kit.log);
            results[index] = {
              status: answer.status,
              problem: (await answer.json()) as Record<string, unknown>,
            };
          }
        }
      };
      await Promise.all(Array.from({ length: lanes }, work));
      return c.json({ results });
    },
  );
}

import type { CrmApi, Locale } from '@milepost/sdk';
import type { ApiClient } from './api-client.ts';
import { batchAggregates } from './batch-aggregates.ts';

/** How long an organisation is good: an import shows after that, or after a reload. */
const organisationMs = 30_000;

/** Reads that the views of a page share: what one asks for, the others get with it. */
export type SharedReads = Pick<CrmApi, 'aggregate' | 'organisation'>;

/** Aggregates go out together; the organisation of a day is fetched once. */
export function createSharedReads(api: ApiClient, locale: () => Locale): SharedReads {
  const aggregate = batchAggregates(api, locale);
  const organisations = new Map<string, { readonly answer: ReturnType<CrmApi['organisation']>; readonly until: number }>();
  return {
    aggregate,
    async organisation(asOf, signal) {
      const day = asOf ?? '';
      let known = organisations.get(day);
      if (!known || known.until < performance.now()) {
        const answer: ReturnType<CrmApi['organisation']> = api.request({
          path: '/api/crm/organisation',
          query: { asOf },
        });
        known = { answer, until: performance.now() + organisationMs };
        organisations.set(day, known);
        answer.catch(() => organisations.delete(day));
      }
      const organisation = await known.answer;
      signal?.throwIfAborted();
      return organisation;
    },
  };
}

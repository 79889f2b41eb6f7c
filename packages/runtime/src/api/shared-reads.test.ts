import { describe, expect, it, vi } from 'vitest';
import type { AggregateQuery } from '@milepost/sdk/host';
import type { ApiClient, ApiRequest } from './api-client.ts';
import { createSharedReads } from './shared-reads.ts';

const count = (entity: AggregateQuery['entity']): AggregateQuery => ({
  entity,
  measures: [{ name: 'n', op: 'count' }],
});

function reads(answer: (request: ApiRequest) => unknown) {
  const requests: ApiRequest[] = [];
  const api = {
    request: async (request: ApiRequest) => (requests.push(request), answer(request)),
  } as unknown as ApiClient;
  return { requests, shared: createSharedReads(api, () => 'en') };
}

describe('aggregates of one page', () => {
  it('go out in one request, the same one once, and each asker gets its own rows', async () => {
    const { requests, shared } = reads(() => ({ results: [{ rows: [{ n: 1 }] }, { rows: [{ n: 2 }] }] }));
    const all = await Promise.all([
      shared.aggregate(count('orders')),
      shared.aggregate(count('receipts')),
      shared.aggregate(count('orders')),
    ]);
    expect(all).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 1 }]]);
    expect(requests).toMatchObject([
      { path: '/api/crm/aggregates', body: { queries: [count('orders'), count('receipts')] }, reads: true },
    ]);
  });

  it('are asked alone when there is only one', async () => {
    const { requests, shared } = reads(() => ({ rows: [{ n: 7 }] }));
    expect(await shared.aggregate(count('orders'))).toEqual([{ n: 7 }]);
    expect(requests).toMatchObject([{ path: '/api/crm/aggregate', body: count('orders') }]);
  });

  it('fail one by one', async () => {
    const problem = { code: 'request.invalid', detail: 'no such field', problems: [] };
    const { shared } = reads(() => ({ results: [{ rows: [] }, { status: 400, problem }] }));
    const [good, bad] = await Promise.allSettled([shared.aggregate(count('orders')), shared.aggregate(count('receipts'))]);
    expect(good.status).toBe('fulfilled');
    expect(bad).toMatchObject({
      status: 'rejected',
      reason: { status: 400, code: 'request.invalid', message: 'no such field' },
    });
  });

  it('never ask for more than fifty at once', async () => {
    const sizes: number[] = [];
    const { shared } = reads(({ body }) => {
      const { queries = [{}] } = body as { queries?: readonly unknown[] };
      sizes.push(queries.length);
      return { rows: [], results: queries.map(() => ({ rows: [] })) };
    });
    await Promise.all(Array.from({ length: 51 }, (_, index) => shared.aggregate({ ...count('orders'), limit: index + 1 })));
    expect(sizes).toEqual([50, 1]);
  });

  it('let an aborted asker go, and the others have their answer', async () => {
    const { shared } = reads(() => ({ results: [{ rows: [{ n: 1 }] }, { rows: [{ n: 2 }] }] }));
    const leaving = new AbortController();
    const gone = shared.aggregate(count('orders'), leaving.signal);
    const stays = shared.aggregate(count('receipts'));
    leaving.abort();
    await expect(gone).rejects.toMatchObject({ name: 'AbortError' });
    expect(await stays).toEqual([{ n: 2 }]);
  });
});

describe('the organisation', () => {
  it('is fetched once for a day, again after half a minute, and again after a failure', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    let fail = false;
    const { requests, shared } = reads(() => {
      if (fail) throw new Error('away');
      return { units: [] };
    });
    await Promise.all([shared.organisation(), shared.organisation(), shared.organisation('2026-01-01')]);
    expect(requests).toHaveLength(2);
    vi.advanceTimersByTime(30_001);
    fail = true;
    await expect(shared.organisation()).rejects.toThrow('away');
    fail = false;
    await shared.organisation();
    expect(requests).toHaveLength(4);
    vi.useRealTimers();
  });
});

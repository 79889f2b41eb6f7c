import type { AggregateQuery, AggregateRow } from '@milepost/sdk/host';
import type { Locale } from '@milepost/sdk';
import type { ApiClient } from './api-client.ts';
import { problemOf } from './answer-error.ts';

type Rows = readonly AggregateRow[];
type Result = { readonly rows: Rows } | { readonly status: number; readonly problem: unknown };

interface Waiting {
  readonly query: AggregateQuery;
  readonly key: string;
  readonly askers: { resolve(rows: Rows): void; reject(error: unknown): void }[];
}

/** How long the first of a batch waits for others: cards of one page ask within a frame. */
const gatherMs = 4;
/** What the gateway takes at once. */
const most = 50;

/**
 * Gathers aggregates that are asked for at nearly the same time into one request, and asks the same one only once. An
 * aborted asker is told at once; the others go on.
 */
export function batchAggregates(
  api: ApiClient,
  locale: () => Locale,
): (query: AggregateQuery, signal?: AbortSignal) => Promise<Rows> {
  let waiting = new Map<string, Waiting>();

  const send = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const results = await ask(api, batch);
      batch.forEach(({ askers }, index) => {
        const result = results[index];
        for (const asker of askers) {
          if (result && 'rows' in result) asker.resolve(result.rows);
          else asker.reject(problemOf(result?.status ?? 502, result?.problem, locale()));
        }
      });
    } catch (error) {
      for (const { askers } of batch) for (const asker of askers) asker.reject(error);
    }
  };
  const flush = (): void => {
    const all = [...waiting.values()];
    waiting = new Map();
    for (let start = 0; start < all.length; start += most) void send(all.slice(start, start + most));
  };

  return (query, signal) =>
    new Promise<Rows>((resolve, reject) => {
      if (signal?.aborted) return reject(reasonOf(signal));
      signal?.addEventListener('abort', () => reject(reasonOf(signal)), { once: true });
      if (waiting.size === 0) setTimeout(flush, gatherMs);
      const key = JSON.stringify(query);
      const known = waiting.get(key) ?? { query, key, askers: [] };
      known.askers.push({ resolve, reject });
      waiting.set(key, known);
    });
}

async function ask(api: ApiClient, batch: readonly Waiting[]): Promise<readonly Result[]> {
  const [only] = batch;
  if (batch.length === 1 && only) {
    const rows = await api.request<{ rows: Rows }>({
      method: 'POST',
      path: '/api/crm/aggregate',
      body: only.query,
      reads: true,
    });
    return [rows];
  }
  const body = { queries: batch.map(({ query }) => query) };
  const answer = await api.request<{ results: readonly Result[] }>({
    method: 'POST',
    path: '/api/crm/aggregates',
    body,
    reads: true,
  });
  return answer.results;
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError');
}

import type { EntityName, EntityRows, ListQuery, Page } from '@milepost/sdk/host';
import { ApiError } from '@milepost/sdk';
import { isSegment } from '@milepost/sdk/host-kit';
import type { CrmApi } from '@milepost/sdk';
import type { ApiClient } from '../api/api-client.ts';
import type { SharedReads } from '../api/shared-reads.ts';

/** Most rows that `listAll` reads when nothing is said. */
const defaultMax = 10_000;

/** Reads of the mirror. `allow` throws for entities that may not be read; the portal itself may read all. */
export function createCrmApi(api: ApiClient, shared: SharedReads, allow: (entity: EntityName) => void = () => undefined): CrmApi {
  const list = async <E extends EntityName>(entity: E, query: ListQuery = {}, signal?: AbortSignal): Promise<Page<EntityRows[E]>> => {
    allow(entity);
    const { where, sort, limit, cursor, fields } = query;
    return await api.request({ path: `/api/crm/${entity}`, query: { where, sort, limit, cursor, fields: fields?.join(',') }, signal });
  };
  return {
    list,
    listAll: (entity, { max = defaultMax, ...query } = {}, signal) => readAll((page) => list(entity, page, signal), query, max),
    async get(entity, id, signal) {
      allow(entity);
      return isSegment(id) ? await orNull(api.request({ path: `/api/crm/${entity}/${encodeURIComponent(id)}`, signal })) : null;
    },
    async aggregate(query, signal) {
      allow(query.entity);
      return await shared.aggregate(query, signal);
    },
    organisation: shared.organisation,
  };
}

/** Follows `next` until the end or `max` items, a thousand at a time. */
export async function readAll<T>(
  read: (query: { readonly limit: number; readonly cursor?: string }) => Promise<Page<T>>,
  query: object,
  max: number,
): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read({ ...query, limit: Math.min(1000, max - items.length), ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && items.length < max);
  return items;
}

/** Turns a 404 into null. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

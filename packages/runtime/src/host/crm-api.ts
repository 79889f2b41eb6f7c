import type { EntityName, EntityRows, ListQuery, Page } from '@milepost/sdk/host';
import { ApiError } from '@milepost/sdk';
import { isSegment } from '@milepost/sdk/host-kit';
import type { CrmApi, Locale } from '@milepost/sdk';
import type { ApiClient } from '../api/api-client.ts';
import type { SharedReads } from '../api/shared-reads.ts';
import { text } from '../texts.ts';

/** Most rows that `listAll` reads, and those of one page, when nothing is said. */
const defaultMax = 10_000;
const pageSize = 1000;

/** Reads of the mirror. `allow` throws for entities that may not be read; the portal itself may read all. */
export function createCrmApi(
  api: ApiClient,
  shared: SharedReads,
  locale: () => Locale,
  allow: (entity: EntityName) => void = () => undefined,
): CrmApi {
  const list = async <E extends EntityName>(
    entity: E,
    query: ListQuery = {},
    signal?: AbortSignal,
  ): Promise<Page<EntityRows[E]>> => {
    allow(entity);
    const { where, sort, limit, cursor, fields } = query;
    return await api.request({
      path: `/api/crm/${entity}`,
      query: { where, sort, limit, cursor, fields: fields?.join(',') },
      signal,
    });
  };
  return {
    list,
    listAll: (entity, query = {}, signal) => readAll((page) => list(entity, page, signal), query, locale),
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

/** Which rows, how many for a page and how many at most. */
export interface ReadAllQuery {
  readonly limit?: number;
  readonly max?: number;
}

/** Follows `next` until the end. @throws ApiError `read.too-many` when there are more than `max`. */
export async function readAll<T, Q extends ReadAllQuery>(
  read: (query: Omit<Q, 'max'> & { readonly limit: number; readonly cursor?: string }) => Promise<Page<T>>,
  { max = defaultMax, ...query }: Q,
  locale: () => Locale,
): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    // A page ends at `max`, so that whatever comes after it is what is too many.
    const limit = Math.max(1, Math.min(query.limit ?? pageSize, max - items.length));
    const page: Page<T> = await read({ ...query, limit, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.next;
    if (items.length > max || (cursor !== null && items.length === max)) throw tooMany(max, locale());
  } while (cursor !== null);
  return items;
}

function tooMany(max: number, locale: Locale): ApiError {
  return new ApiError({
    status: 400,
    code: 'read.too-many',
    message: text('read.too-many', locale, { max }),
    remedy: text('read.too-many.remedy', locale),
  });
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

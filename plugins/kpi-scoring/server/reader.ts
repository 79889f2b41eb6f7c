import type { ServerContext } from '@milepost/gateway/server-part';
import type { RecordOf, RecordQuery } from '@milepost/sdk/host';
import type { Reader, RecordReader } from '../src/data/reader.ts';

/** The same reads as a browser's, inside the request's transaction and rights. */
export function serverReader(ctx: ServerContext): Reader {
  return { mirror: ctx.crm, records: recordReader(ctx), today: ctx.today };
}

function recordReader(ctx: ServerContext): RecordReader {
  return async <T>(collection: string, query: RecordQuery): Promise<readonly RecordOf<T>[]> => {
    const all: RecordOf<T>[] = [];
    let cursor: string | undefined;
    do {
      const page = await ctx.records<T>(collection).list({ ...query, limit: 1000, cursor });
      all.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return all;
  };
}

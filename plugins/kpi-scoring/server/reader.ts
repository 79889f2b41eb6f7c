import type { ServerContext } from '@milepost/gateway/server-part';
import type { RecordOf, RecordQuery } from '@milepost/sdk/host';
import type { Reader, RecordReader } from '../src/data/reader.ts';

/** The same reads as a browser's, inside the request's transaction and rights. */
export function serverReader(ctx: ServerContext): Reader {
  const oneByOne = queue();
  return {
    mirror: {
      aggregate: (query) => oneByOne(() => ctx.crm.aggregate(query)),
      listAll: (entity, query) => oneByOne(() => ctx.crm.listAll(entity, query)),
    },
    records: recordReader(ctx),
    today: ctx.today,
  };
}

/** A transaction has one connection: reads that a browser sends together wait for each other here. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
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

import type { ServerContext } from '@milepost/gateway/server-part';
import type { Reader } from '../src/data/reader.ts';

/** The same reads as a browser's, inside the request's transaction and rights. */
export function serverReader(ctx: ServerContext): Reader {
  const oneByOne = queue();
  return {
    mirror: {
      aggregate: (query) => oneByOne(() => ctx.crm.aggregate(query)),
      listAll: (entity, query) => oneByOne(() => ctx.crm.listAll(entity, query)),
    },
    records: (collection, query) => oneByOne(() => ctx.records<unknown>(collection).listAll(query)) as Promise<never>,
    shared: async (pluginId, collection, query) => {
      const found = ctx.sharedRecords<unknown>(pluginId, collection);
      return (found ? await oneByOne(() => found.listAll(query)) : []) as never;
    },
    today: ctx.today,
    tenant: ctx.session.tenant,
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

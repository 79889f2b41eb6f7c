import type { PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import type { RecordOf } from '@milepost/sdk/host';
import type { DayReport, Visit } from '../src/domain/types.ts';
import { messages } from './messages.ts';

/** One visit for an owner, an account and a day; cancelled ones do not count. Looks at what is stored after the batch. */
export async function checkOneVisit(
  ctx: ServerContext,
  { writes }: { readonly writes: readonly PendingWrite<Visit>[] },
): Promise<readonly ServerProblem[]> {
  const key = ({ ownerId, accountId, value }: Pick<RecordOf<Visit>, 'ownerId' | 'accountId' | 'value'>): string =>
    `${ownerId}/${accountId}/${value.dayOn}`;
  return duplicates(ctx, 'visits', writes, key, ({ status }) => status !== 'cancelled', 'visit.twice');
}

/** One report for an owner and a day. */
export async function checkOneReport(
  ctx: ServerContext,
  { writes }: { readonly writes: readonly PendingWrite<DayReport>[] },
): Promise<readonly ServerProblem[]> {
  return duplicates(
    ctx,
    'day-reports',
    writes,
    ({ ownerId, value }) => `${ownerId}/${value.dayOn}`,
    () => true,
    'report.twice',
  );
}

async function duplicates<T extends { readonly dayOn: string }>(
  ctx: ServerContext,
  collection: string,
  writes: readonly PendingWrite<T>[],
  key: (record: Pick<RecordOf<T>, 'ownerId' | 'accountId' | 'value'>) => string,
  counts: (value: T) => boolean,
  code: 'visit.twice' | 'report.twice',
): Promise<readonly ServerProblem[]> {
  const written = writes.flatMap(({ next }, index) => (next && counts(next.value) ? [{ next, index }] : []));
  if (written.length === 0) return [];
  const owners = [...new Set(written.flatMap(({ next }) => next.ownerId ?? []))];
  const days = [...new Set(written.map(({ next }) => next.value.dayOn))];
  const found = new Map<string, number>();
  for (const record of await recordsOn<T>(ctx, collection, owners, days)) {
    if (counts(record.value)) found.set(key(record), (found.get(key(record)) ?? 0) + 1);
  }
  return written
    .filter(({ next }) => (found.get(key(next)) ?? 0) > 1)
    .map(({ index }) => ctx.problem(`writes.${index}.value.dayOn`, code, messages[code]));
}

function recordsOn<T>(
  ctx: ServerContext,
  collection: string,
  owners: readonly string[],
  days: readonly string[],
): Promise<readonly RecordOf<T>[]> {
  return ctx.records<T>(collection).listAll({
    where: [
      { field: 'ownerId', op: 'in', value: owners },
      { field: 'dayOn', op: 'in', value: days },
    ],
  });
}

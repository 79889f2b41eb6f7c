import type { PendingWrite, ServerContext } from '@milepost/gateway/server-part';
import { notedPrefix } from '../src/data/rows.ts';
import type { Visit } from '../src/domain/types.ts';

/**
 * Notes completed visits among the company's activities, so that figures and the pages of accounts count them: when they are
 * completed, corrected, or cancelled afterwards.
 */
export async function noteVisits(ctx: ServerContext, writes: readonly PendingWrite<Visit>[]): Promise<void> {
  // Demo visits are made from activities that are there already.
  if (ctx.seeding) return;
  for (const { id, previous, next } of writes) {
    if (!next?.ownerId || !next.accountId) continue;
    const { status } = next.value;
    if (status !== 'completed' && !(status === 'cancelled' && previous?.value.status === 'completed')) continue;
    // An account that went to somebody else since: the correction stands in the visit, the account's activities are theirs.
    if (!(await ctx.crm.get('accounts', next.accountId))) continue;
    if (await isKnown(ctx, next.accountId, next.ownerId, next.value.dayOn)) continue;
    await ctx.crm.recordActivity({
      id,
      accountId: next.accountId,
      ownerId: next.ownerId,
      ...activityOf(next.value, status),
    });
  }
}

function activityOf({ dayOn, startedAt, completedAt, purpose, summary, effective }: Visit, status: 'completed' | 'cancelled') {
  return {
    type: 'visit',
    dayOn,
    startAt: startedAt,
    endAt: completedAt,
    purpose,
    outcome: summary?.result || null,
    status,
    effective: effective?.value ?? null,
  } as const;
}

/** Whether the CRM itself has this visit: then it is not said twice. */
async function isKnown(ctx: ServerContext, accountId: string, ownerId: string, dayOn: string): Promise<boolean> {
  const same = Object.entries({ accountId, ownerId, dayOn, type: 'visit', status: 'completed' });
  const { items } = await ctx.crm.list('activities', {
    where: same.map(([field, value]) => ({ field, op: 'eq', value }) as const),
  });
  return items.some((row) => !row.id.startsWith(notedPrefix));
}

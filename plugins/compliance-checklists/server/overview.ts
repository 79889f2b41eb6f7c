import { defineEndpoint } from '@milepost/gateway/server-part';
import type { ServerContext } from '@milepost/gateway/server-part';
import type { RecordOf } from '@milepost/sdk/host';
import type { FindingRow, FindingValue, Overview, RunRow, RunValue } from '../src/domain/records.ts';
import { refused } from './problems.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Runs of some days and the findings that are open or were opened then, without answers and stories: small for a phone. */
export const overview = defineEndpoint({
  method: 'GET',
  path: 'overview',
  async handler(ctx: ServerContext, { query }): Promise<Overview> {
    const { from = '', to = '' } = query;
    if (!day.test(from) || !day.test(to))
      ctx.reject([refused('from', 'overview.days', 'from 与 to 须为 YYYY-MM-DD。', 'from and to must be YYYY-MM-DD.')]);
    const runs = await ctx.records<RunValue>('runs').listAll({
      where: [
        { field: 'dayOn', op: 'gte', value: from },
        { field: 'dayOn', op: 'lt', value: to },
      ],
    });
    const open = await ctx.records<FindingValue>('findings').listAll({ where: [{ field: 'state', op: 'ne', value: 'closed' }] });
    const closed = await ctx.records<FindingValue>('findings').listAll({
      where: [
        { field: 'state', op: 'eq', value: 'closed' },
        { field: 'openedOn', op: 'gte', value: from },
      ],
    });
    return { runs: runs.map(runRow), findings: [...open, ...closed].map(findingRow) };
  },
});

function runRow({ id, ownerId, unitId, accountId, value }: RecordOf<RunValue>): RunRow {
  const { status, templateId, templateVersion, accountName, inspectorId, dayOn, submitted } = value;
  return {
    id,
    status,
    templateId,
    templateVersion,
    accountName,
    inspectorId,
    dayOn,
    ownerId,
    unitId,
    accountId,
    result: submitted ?? null,
  };
}

function findingRow({ id, ownerId, unitId, accountId, value }: RecordOf<FindingValue>): FindingRow {
  const { runId, itemId, templateId, title, severity, state, openedOn, dueOn, accountName } = value;
  return { id, runId, itemId, templateId, title, severity, state, openedOn, dueOn, accountId, accountName, ownerId, unitId };
}

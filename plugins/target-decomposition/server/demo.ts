/** A believable published plan for the demo company: decided in January from what was known then, by the engine itself. */
import { createCalendar, periodInterval, periodOfDate } from '@milepost/calendar';
import type { DemoRecord, ServerContext } from '@milepost/gateway/server-part';
import { actualsByNode } from '../src/domain/actuals.ts';
import { decomposeYear } from '../src/domain/decomposition.ts';
import { newValues } from '../src/domain/stored.ts';
import { buildNodes } from '../src/domain/tree.ts';
import { recordId } from '../src/domain/types.ts';
import type { PlanNode, PlanValue } from '../src/domain/types.ts';
import { yearsOf } from '../src/domain/years.ts';

/** Growth asked for, in percent, and the step that the total is rounded to: 10 万元 in 分. */
const growthPercent = 12;
const step = 100_000_00;

/** The plan of the current fiscal year with every node, or nothing for a company without people or orders to plan for. */
export async function demoRecords(ctx: ServerContext): Promise<readonly DemoRecord[]> {
  const { fiscalYearStartMonth, timeZone, currency } = ctx.session.tenant;
  const period = periodOfDate(ctx.today, 'year', fiscalYearStartMonth);
  const { start } = periodInterval(period, fiscalYearStartMonth);
  const nodes = await nodesAt(ctx, period, start);
  const past = await lastYearOf(ctx, period, nodes);
  if (past.totalMinor <= 0 || nodes.length === 0) return [];
  const plan: PlanValue = {
    name: `${period}年销售目标`,
    period,
    fiscalYearStartMonth,
    currency,
    status: 'published',
    basis: { time: 'springFestival', organisation: 'lastYear' },
    organisationAsOf: start,
    copiedFrom: null,
    publishedAt: `${start}T01:30:00.000Z`,
  };
  const author = { by: ctx.session.user.personId, at: `${start}T01:00:00.000Z` };
  const { result } = decomposeYear({
    plan,
    nodes,
    totalMinor: Math.round((past.totalMinor * (100 + growthPercent)) / 100 / step) * step,
    time: 'springFestival',
    organisation: 'lastYear',
    lastYear: past.byNode,
    lastYearDays: past.days,
    calendar: createCalendar({ zone: timeZone, fiscalYearStartMonth, country: 'CN' }),
    ...author,
  });
  if (!result.ok) return [];
  const planId = `plan-${period}`;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const values = newValues(result.plan, nodes, planId, author).map((value): DemoRecord => {
    const node = byId.get(value.nodeId);
    return {
      collection: 'allocations',
      id: recordId(planId, value.nodeId),
      value,
      ownerId: node?.personId ?? null,
      unitId: node?.unitId ?? null,
    };
  });
  const record = (value: PlanValue, collection = 'plans'): DemoRecord => ({
    collection,
    id: planId,
    value,
    ownerId: null,
    unitId: null,
  });
  // Numbers need their plan, and a published plan needs its numbers: it is a draft in between.
  return [record({ ...plan, status: 'draft', publishedAt: null }), ...values, record(plan)];
}

async function nodesAt(ctx: ServerContext, period: string, asOf: string): Promise<PlanNode[]> {
  // One after the other: they share the connection of one transaction.
  const units = await ctx.crm.listAll('units');
  const memberships = await ctx.crm.listAll('memberships');
  const people = await ctx.crm.listAll('people');
  return buildNodes({ units, memberships, people, period, fiscalYearStartMonth: ctx.session.tenant.fiscalYearStartMonth, asOf });
}

/** Last year by month and person of that year: in January nobody knows yet who will look after an account later. */
async function lastYearOf(ctx: ServerContext, period: string, nodes: readonly PlanNode[]) {
  const { lastYear } = yearsOf({ period, fiscalYearStartMonth: ctx.session.tenant.fiscalYearStartMonth });
  const query = (groupBy: readonly string[]) =>
    ctx.crm.aggregate({
      entity: 'orders',
      measures: [{ name: 'amount', op: 'sum', field: 'amountMinor' }],
      groupBy,
      where: [
        { field: 'status', op: 'ne', value: 'cancelled' },
        { field: 'orderedOn', op: 'gte', value: lastYear.start },
        { field: 'orderedOn', op: 'lt', value: lastYear.end },
      ],
      limit: 10_000,
    });
  const groups = await query(['month:orderedOn', 'ownerId']);
  const days = await query(['day:orderedOn']);
  const unitOf = new Map(nodes.flatMap((node) => (node.personId === null ? [] : [[node.personId, node.unitId] as const])));
  const orders = groups.map((row) => ({
    month: String(row['month:orderedOn']),
    ownerId: String(row['ownerId']),
    unitId: unitOf.get(String(row['ownerId'])) ?? null,
    amountMinor: Number(row['amount']),
  }));
  return {
    byNode: actualsByNode(nodes, orders),
    days: Object.fromEntries(days.map((row) => [String(row['day:orderedOn']), Number(row['amount'])])),
    totalMinor: orders.reduce((sum, order) => sum + order.amountMinor, 0),
  };
}

import { verifySums } from '@milepost/allocation/records';
import type { SumError } from '@milepost/allocation/records';
import type { PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { sameMonths } from '../src/domain/same-months.ts';
import type { AllocationValue, PlanValue } from '../src/domain/types.ts';
import { sumsBroken, unitsWithoutParts } from './check-branch.ts';
import { planners } from './check-identity.ts';
import { freshEdits } from './fresh-edits.ts';
import { words } from './words.ts';

type Writes = readonly PendingWrite<AllocationValue>[];

/**
 * Looks at whole plans once the batch is stored: they exist, every parent is the sum of its children, a published plan has
 * a reason for every change, and who writes inside a branch leaves the branch's own total alone.
 */
export async function checkAllocations(ctx: ServerContext, { writes }: { readonly writes: Writes }): Promise<ServerProblem[]> {
  const planIds = new Set(
    writes.flatMap(({ previous, next }) => [previous?.value.planId ?? [], next?.value.planId ?? []].flat()),
  );
  const problems: ServerProblem[] = [];
  for (const planId of planIds) problems.push(...(await checkPlan(ctx, planId, writes)));
  return problems;
}

async function checkPlan(ctx: ServerContext, planId: string, writes: Writes): Promise<ServerProblem[]> {
  const place = placeOf(writes, planId);
  const plan = await ctx.records<PlanValue>('plans').get(planId);
  if (!plan) {
    return [
      ctx.problem(
        place(null, 'planId'),
        'target.plan',
        words('没有这个方案，请先建立方案', 'there is no such plan; create it first'),
      ),
    ];
  }
  const records = await ctx
    .records<AllocationValue>('allocations')
    .listAll({ where: [{ field: 'planId', op: 'eq', value: planId }] });
  if (records.length === 0 && plan.value.status === 'published') {
    return [
      ctx.problem(
        place(null, 'planId'),
        'target.published',
        words(
          '不能删除已发布方案的数字，请先撤回',
          'the numbers of a published plan cannot be deleted; take it back to draft first',
        ),
      ),
    ];
  }
  const seen = new Set(records.map((record) => record.value.nodeId));
  const planner = planners.includes(ctx.session.user.role);
  const values = records.map(({ value }) =>
    planner || value.parentId === null || seen.has(value.parentId) ? value : { ...value, parentId: null },
  );
  return [
    ...checkYear(ctx, plan.value, values, place),
    ...checkSums(ctx, values, planner ? verifySums(values) : sumsBroken(values, writes), place),
    ...(planner
      ? []
      : checkParts(
          ctx,
          unitsWithoutParts(
            values,
            writes,
            records.some(({ value }) => value.parentId === null),
          ),
          place,
        )),
    ...(planner ? [] : checkOwnTotals(ctx, writes, seen, planId, place)),
    ...(plan.value.status === 'published' ? checkReasons(ctx, writes, planId, place) : []),
  ];
}

type Place = (nodeId: string | null, field: string) => string;

/** Where a node stands in the batch; the first write of the plan for nodes that are not in it. */
function placeOf(writes: Writes, planId: string): Place {
  const valueOf = (write: Writes[number]): AllocationValue | undefined => (write.next ?? write.previous)?.value;
  const first = Math.max(
    0,
    writes.findIndex((write) => valueOf(write)?.planId === planId),
  );
  return (nodeId, field) => {
    const index =
      nodeId === null ? -1 : writes.findIndex((write) => valueOf(write)?.planId === planId && valueOf(write)?.nodeId === nodeId);
    return `writes.${index < 0 ? first : index}.value.${field}`;
  };
}

function checkYear(ctx: ServerContext, plan: PlanValue, values: readonly AllocationValue[], place: Place): ServerProblem[] {
  return values
    .filter((value) => value.period !== plan.period)
    .map((value) =>
      ctx.problem(
        place(value.nodeId, 'period'),
        'target.period',
        words(`应为方案的财年 ${plan.period}`, `must be the plan’s fiscal year ${plan.period}`),
      ),
    );
}

function checkSums(
  ctx: ServerContext,
  values: readonly AllocationValue[],
  errors: readonly SumError[],
  place: Place,
): ServerProblem[] {
  const labels = new Map(values.map((value) => [value.nodeId, value.label]));
  return errors.map((error) => {
    const name = labels.get(error.node) ?? error.node;
    if (error.code !== 'sum') {
      return ctx.problem(
        place(error.node, error.period ? `months.${error.period}` : 'parentId'),
        `target.${error.code}`,
        words(`“${name}”在组织中的位置或数值有误`, `"${name}" has a wrong place or value`),
      );
    }
    const [is, should] = [String(error.value), String(error.expected)];
    return ctx.problem(
      place(error.node, `months.${error.period}`),
      'target.sum',
      words(
        `“${name}”${error.period} 为 ${is} 分，下级之和为 ${should} 分，两者必须相等`,
        `"${name}" ${error.period} is ${is}, those below add up to ${should}; they must be equal (minor units)`,
      ),
    );
  });
}

function checkParts(ctx: ServerContext, nodeIds: readonly string[], place: Place): ServerProblem[] {
  const message = words(
    '您看不到此组织在方案中的下级，请由运营修改',
    'you do not see what stands below this unit in the plan; operations can change it',
  );
  return nodeIds.map((nodeId) => ctx.problem(place(nodeId, 'months'), 'target.below', message));
}

function checkOwnTotals(
  ctx: ServerContext,
  writes: Writes,
  seen: ReadonlySet<string>,
  planId: string,
  place: Place,
): ServerProblem[] {
  return writes.flatMap(({ previous, next }) => {
    if (!previous || !next || next.value.planId !== planId) return [];
    const { parentId, nodeId } = previous.value;
    if ((parentId !== null && seen.has(parentId)) || sameMonths(previous.value.months, next.value.months)) return [];
    return [
      ctx.problem(
        place(nodeId, 'months'),
        'target.ownTotal',
        words(
          '本级合计由上级确定，不能修改；只能在下级之间重新分配',
          'your own total comes from above and cannot be changed; redistribute below it',
        ),
      ),
    ];
  });
}

function checkReasons(ctx: ServerContext, writes: Writes, planId: string, place: Place): ServerProblem[] {
  return writes.flatMap(({ previous, next }) => {
    if (!next || next.value.planId !== planId) return [];
    // A node that comes in empty says nothing yet.
    if (sameMonths(previous?.value.months ?? {}, next.value.months)) return [];
    const fresh = freshEdits(previous?.value.edits ?? [], next.value.edits);
    if (fresh?.some((edit) => (edit.reason ?? '').trim() !== '')) return [];
    return [
      ctx.problem(
        place(next.value.nodeId, 'edits'),
        'target.reason',
        words('方案已发布，修改需要填写原因', 'the plan is published; a change needs a reason'),
      ),
    ];
  });
}

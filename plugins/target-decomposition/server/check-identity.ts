import { monthsOf } from '@milepost/calendar';
import type { PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { personNodeId, recordId } from '../src/domain/types.ts';
import type { AllocationValue } from '../src/domain/types.ts';
import { words } from './words.ts';

/** Roles that may change which nodes a plan has. */
export const planners: readonly string[] = ['ops', 'admin'];

const fixed = ['planId', 'nodeId', 'period', 'kind'] as const;

/** A node is what its id says, belongs to whom it belongs, covers the fiscal year, and stays the same node for ever. */
export function checkIdentity(ctx: ServerContext, { id, previous, next }: PendingWrite<AllocationValue>): ServerProblem[] {
  const isPlanner = planners.includes(ctx.session.user.role);
  if (!next) {
    return isPlanner
      ? []
      : [ctx.problem('', 'target.nodes', words('只有运营可以删除节点', 'only operations may take nodes out of a plan'))];
  }
  const { value, ownerId, unitId } = next;
  const problems: ServerProblem[] = [];
  if (id !== recordId(value.planId, value.nodeId)) {
    problems.push(
      ctx.problem(
        'nodeId',
        'target.identity',
        words(
          `记录编号应为 ${recordId(value.planId, value.nodeId)}`,
          `the record’s id must be ${recordId(value.planId, value.nodeId)}`,
        ),
      ),
    );
  }
  const expected = value.kind === 'person' ? personNodeId(unitId ?? '', ownerId ?? '') : unitId;
  if (value.nodeId !== expected || (value.kind === 'unit' && ownerId !== null)) {
    problems.push(
      ctx.problem(
        'nodeId',
        'target.belonging',
        words('节点与记录所属的人员或组织不一致', 'the node is not the person or unit that the record belongs to'),
      ),
    );
  }
  if (!previous && !isPlanner) {
    problems.push(
      ctx.problem('nodeId', 'target.nodes', words('只有运营可以增加节点', 'only operations may add nodes to a plan')),
    );
  }
  if (previous) problems.push(...checkFixed(ctx, previous.value, value, isPlanner));
  return [...problems, ...checkMonths(ctx, value)];
}

function checkFixed(ctx: ServerContext, before: AllocationValue, value: AllocationValue, isPlanner: boolean): ServerProblem[] {
  const names: readonly (keyof AllocationValue)[] = isPlanner ? fixed : [...fixed, 'parentId', 'from', 'to', 'label'];
  return names
    .filter((name) => before[name] !== value[name])
    .map((name) => ctx.problem(name, 'target.fixed', words('不能修改此项', 'cannot be changed')));
}

function checkMonths(ctx: ServerContext, value: AllocationValue): ServerProblem[] {
  const { fiscalYearStartMonth } = ctx.session.tenant;
  const months = new Set(monthsOf(value.period, fiscalYearStartMonth));
  return Object.keys(value.months)
    .filter((month) => !months.has(month))
    .map((month) =>
      ctx.problem(
        `months.${month}`,
        'target.month',
        words(`不属于 ${value.period} 财年`, `is no month of the fiscal year ${value.period}`),
      ),
    );
}

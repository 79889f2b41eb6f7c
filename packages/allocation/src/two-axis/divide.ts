/** One division of a decomposition: a pool over the members of one axis, by the weights of a method. */
import { shareOut } from './apportion.ts';
import { AllocationError } from '../error.ts';
import { checkAmount, exactSum } from '../exact.ts';
import { boxOf, boxValue } from './plan.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './edit.ts';
import type { Fallback, Split } from './log.ts';
import type { Method, Weights } from './methods/method.ts';
import type { CellRef, Plan } from './plan.ts';

/** Divides `pool`, standing at `cell`, over members of an axis. The parts add up to the pool. */
export function divide(
  plan: Plan,
  method: Method,
  cell: CellRef,
  pool: number,
  axis: 'time' | 'organisation',
  members: readonly string[],
): Split[] | Refusal {
  const leavesUnder = (member: string): readonly string[] => {
    const node = plan.organisation.members.get(member);
    return node === undefined ? [] : plan.organisation.leaves.slice(node.from, node.to);
  };
  const refs = members.map((member) =>
    axis === 'time' ? { node: cell.node, period: member } : { node: member, period: cell.period },
  );
  const { period } = boxOf(plan, cell);
  const months = plan.time.leaves.slice(period.from, period.to);
  const division = { axis, members, node: cell.node, period: cell.period, months, leavesUnder };
  const reserved = method.reserve?.(division);
  const given = method.weigh(division);
  if (reserved !== undefined) {
    const plain = given.map((weight) => weight ?? 0);
    return divideReserved(plan, method, cell, pool, refs, reserved, plain);
  }
  const base = usable(method, refs, given);
  // A rule that divided nothing was not needed.
  const fallback = pool === 0 ? null : base.fallback;
  const { weights } = base;
  const splits = toSplits(plan, method, refs, pool, weights, fallback);
  if (base.fallback !== null) return splits;
  return splits.map((split, index) => (given[index] === null ? { ...split, after: null } : split));
}

/** Weights with null as nothing; a base without any weight becomes even, first over those nobody spoke about. */
function usable(
  method: Method,
  refs: readonly CellRef[],
  given: Weights,
): { weights: readonly number[]; fallback: Fallback | null } {
  given.forEach((weight, index) => {
    if (weight === null || (Number.isFinite(weight) && weight >= 0)) return;
    const ref = refs[index] as CellRef;
    throw new AllocationError('allocation.weight.invalid', weight, `${method.name}.${ref.node}.${ref.period}`);
  });
  if (given.some((weight) => (weight ?? 0) > 0)) {
    return { weights: given.map((weight) => weight ?? 0), fallback: null };
  }
  const silent = given.map((weight) => (weight === null ? 1 : 0));
  const mixed = silent.includes(1) && silent.includes(0);
  return mixed ? { weights: silent, fallback: 'evenEmpty' } : { weights: given.map(() => 1), fallback: 'even' };
}

function toSplits(
  plan: Plan,
  method: Method,
  refs: readonly CellRef[],
  pool: number,
  weights: readonly number[],
  fallback: Fallback | null,
): Split[] {
  const of = weights.reduce((sum, weight) => sum + weight, 0);
  const named = refs.map((ref, index) => ({ id: `${ref.period}|${ref.node}`, weight: weights[index] ?? 0 }));
  const { values } = shareOut(pool, named);
  return refs.map((ref, index) => ({
    node: ref.node,
    period: ref.period,
    before: boxValue(plan, boxOf(plan, ref)),
    after: values[index] ?? 0,
    method: method.name,
    pool,
    weight: weights[index] ?? 0,
    of,
    fallback,
  }));
}

/** Reserved amounts stay; what is left of the pool goes to those with a weight. */
function divideReserved(
  plan: Plan,
  method: Method,
  cell: CellRef,
  pool: number,
  refs: readonly CellRef[],
  reserved: readonly number[],
  weights: readonly number[],
): Split[] | Refusal {
  const amounts = reserved.map((value, index) =>
    checkAmount(value, `${method.name}.${refs[index]?.node}.${refs[index]?.period}`),
  );
  const rest = pool - exactSum(amounts);
  const nobody = weights.every((weight) => weight === 0);
  if ((nobody && rest !== 0) || (rest < 0 && pool >= 0)) {
    const refusal = refuse(plan, nobody ? 'noRoom' : 'belowZero', [], 0);
    return {
      ...refusal,
      conflicts: [{ node: cell.node, period: cell.period, held: pool, needed: pool - rest }],
    };
  }
  const shared = toSplits(plan, method, refs, nobody ? 0 : rest, weights, null);
  return shared.map((split, index): Split => {
    const amount = amounts[index] ?? 0;
    return { ...split, after: amount + (split.after ?? 0), reserved: amount };
  });
}

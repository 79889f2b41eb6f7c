/** One division of a decomposition: a pool over the members of one axis, by the weights of a method. */
import { shareOut } from './apportion.ts';
import { AllocationError } from './error.ts';
import { checkAmount, exactSum } from './exact.ts';
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
  const given = method.weigh({ axis, members, ...cell, leavesUnder });
  if (method.fixed === true) {
    const sizes = members.map((member) => (axis === 'time' ? 1 : leavesUnder(member).length));
    return divideFixed(plan, method, cell, pool, refs, given, sizes);
  }
  const { weights, fallback } = usable(method, refs, given);
  return toSplits(plan, method, refs, pool, weights, fallback);
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
    throw new AllocationError(
      'allocation.weight.invalid',
      weight,
      `${method.name}.${ref.node}.${ref.period}`,
    );
  });
  if (given.some((weight) => (weight ?? 0) > 0)) {
    return { weights: given.map((weight) => weight ?? 0), fallback: null };
  }
  const silent = given.map((weight) => (weight === null ? 1 : 0));
  const mixed = silent.includes(1) && silent.includes(0);
  return mixed
    ? { weights: silent, fallback: 'evenEmpty' }
    : { weights: given.map(() => 1), fallback: 'even' };
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

/** Fixed values stay; the silent members share the rest by their sizes. */
function divideFixed(
  plan: Plan,
  method: Method,
  cell: CellRef,
  pool: number,
  refs: readonly CellRef[],
  given: Weights,
  sizes: readonly number[],
): Split[] | Refusal {
  const fixed = given.map((value, index) =>
    value === null ? null : checkAmount(value, `${method.name}.${refs[index]?.node}.${refs[index]?.period}`),
  );
  const rest = pool - exactSum(fixed.map((value) => value ?? 0));
  const silent = refs.filter((_, index) => fixed[index] === null);
  if ((silent.length === 0 && rest !== 0) || (rest < 0 && pool >= 0)) {
    const refusal = refuse(plan, silent.length === 0 ? 'noRoom' : 'belowZero', [boxOf(plan, cell)], 0);
    const conflicts = [{ ...cell, held: pool, needed: pool - rest }];
    return { ...refusal, conflicts };
  }
  const weights = sizes.filter((_, index) => fixed[index] === null);
  const shared = silent.length === 0 ? [] : toSplits(plan, method, silent, rest, weights, null);
  return refs.map((ref, index): Split => {
    const value = fixed[index] ?? null;
    if (value === null) return shared[silent.indexOf(ref)] as Split;
    const before = boxValue(plan, boxOf(plan, ref));
    // An entered value is its own pool: nothing was divided to get it.
    return {
      ...ref,
      before,
      after: value,
      method: method.name,
      pool: value,
      weight: 1,
      of: 1,
      fallback: null,
    };
  });
}

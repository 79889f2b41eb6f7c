import { childrenOf, memberOf } from '../../axis.ts';
import { boxOf, createPlan } from '../../plan.ts';
import type { Axis, AxisInput } from '../../axis.ts';
import type { CellRef, Plan } from '../../plan.ts';
import type { Method } from '../method.ts';

/** A plan over the axes given, for asking methods. */
export function planOver(...axes: AxisInput[]): Plan {
  return createPlan({ metrics: [{ id: 'calls', kind: 'count', unit: 'call' }], axes });
}

/** What a method says about the children of a cell's member on an axis; null for nothing. */
export function weighed(plan: Plan, method: Method, axisId: string, at: CellRef['at'], what: 'weigh' | 'reserve' = 'weigh') {
  const axis = plan.grid.axes.findIndex(({ id }) => id === axisId);
  const tree = plan.grid.axes[axis] as Axis;
  const members = Int32Array.from(childrenOf(tree, memberOf(tree, at[axisId] ?? (tree.ids[0] as string))));
  const out = new Float64Array(members.length).fill(NaN);
  method[what]?.({ plan, metric: 0, axis, box: boxOf(plan, at), members }, out);
  return Array.from(out, (weight) => (Number.isNaN(weight) ? null : weight));
}

/** A tree of one level: `top` with these leaves. */
export function flat(kind: AxisInput['kind'], ...leaves: string[]): AxisInput {
  const top = `${kind}*`;
  return { id: kind, kind, members: [{ id: top, parentId: null }, ...leaves.map((id) => ({ id, parentId: top }))] };
}

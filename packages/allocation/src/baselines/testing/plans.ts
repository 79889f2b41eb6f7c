/** Small plans that tests of this folder share. */
import { childPeriods } from '@milepost/calendar';
import { childrenOf } from '../../axis.ts';
import { boxOf, createPlan } from '../../plan.ts';
import type { AxisInput, AxisKind, MemberInput } from '../../axis.ts';
import type { Method } from '../../methods/method.ts';
import type { Plan } from '../../plan.ts';

/** An axis from `parent: [children]`; the first parent is the top. */
export function tree(kind: AxisKind, children: Readonly<Record<string, readonly string[]>>): AxisInput {
  const [top] = Object.keys(children);
  const below = Object.entries(children).flatMap(([parentId, ids]) => ids.map((id): MemberInput => ({ id, parentId })));
  return { id: kind, kind, members: [{ id: top as string, parentId: null }, ...below] };
}

/** A calendar year with quarters and months. */
export function yearAxis(year = '2026'): AxisInput {
  const quarters = childPeriods(year, 1);
  return tree('time', {
    [year]: quarters,
    ...Object.fromEntries(quarters.map((quarter) => [quarter, childPeriods(quarter, 1)])),
  });
}

/** Li and Wang in the north, Zhao in the south; pumps and valves; 2026 by month. */
export function smallPlan(change: Partial<Parameters<typeof createPlan>[0]> = {}): Plan {
  return createPlan({
    metrics: [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }],
    axes: [
      tree('organisation', { all: ['north', 'south'], north: ['li', 'wang'], south: ['zhao'] }),
      tree('product', { every: ['pumps', 'valves'] }),
      yearAxis(),
    ],
    ...change,
  });
}

/** Weights of the children of a cell along an axis (or of the members named), by id; null for "knows nothing". */
export function weights(plan: Plan, method: Method, axisId: string, at: Record<string, string> = {}, ids?: readonly string[]) {
  const axis = plan.grid.axes.findIndex((one) => one.id === axisId);
  const tree = plan.grid.axes[axis] as Plan['grid']['axes'][number];
  const box = boxOf(plan, at);
  const members = Int32Array.from(ids?.map((id) => tree.numberOf.get(id) as number) ?? childrenOf(tree, box[axis] as number));
  const out = new Float64Array(members.length).fill(-1);
  method.weigh({ plan, metric: 0, axis, box, members }, out);
  return Object.fromEntries(
    Array.from(members, (member, index) => [
      tree.ids[member] as string,
      Number.isNaN(out[index]) ? null : (out[index] as number),
    ]),
  );
}

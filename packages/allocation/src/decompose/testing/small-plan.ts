/** A small company for tests: two regions with three people, two products, a first quarter. */
import { timeAxis } from '../../time-axis.ts';
import { cellValue, createPlan } from '../../plan.ts';
import { decompose } from '../decompose.ts';
import type { AxisInput } from '../../axis.ts';
import type { Plan, PlanInput } from '../../plan.ts';
import type { DecomposeSpec } from '../spec.ts';

export const sales = [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'excluded' }] as const;

export const organisation: AxisInput = {
  id: 'organisation',
  kind: 'organisation',
  members: [
    { id: 'co', parentId: null },
    { id: 'north', parentId: 'co' },
    { id: 'n1', parentId: 'north' },
    { id: 'n2', parentId: 'north' },
    { id: 'south', parentId: 'co' },
    { id: 's1', parentId: 'south' },
  ],
};

export const product: AxisInput = {
  id: 'product',
  kind: 'product',
  members: [
    { id: 'every', parentId: null },
    { id: 'pumps', parentId: 'every' },
    { id: 'valves', parentId: 'every' },
  ],
};

export const quarter = timeAxis({ period: '2026-Q1', grain: 'month', scheme: 1 });
export const year = timeAxis({ period: '2026', grain: 'month', scheme: 1 });

/** A plan over the axes given. */
export function planOver(axes: readonly AxisInput[], more: Partial<PlanInput> = {}): Plan {
  return createPlan({ metrics: sales, axes, ...more });
}

/** Decomposes and checks that the target has its total; throws where it is refused. */
export function done(plan: Plan, spec: DecomposeSpec): Plan {
  const result = decompose(plan, spec);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  const target = { at: {}, ...spec.target };
  if (cellValue(result.plan, target) !== spec.total) throw new Error(`the target has ${cellValue(result.plan, target)}`);
  return result.plan;
}

/** The months of the quarter at a cell. */
export function row(plan: Plan, at: Readonly<Record<string, string>>): (number | null)[] {
  const time = plan.grid.axes.at(-1) as Plan['grid']['axes'][number];
  return Array.from(time.leaves, (leaf) => cellValue(plan, { at: { ...at, time: time.ids[leaf] as string } }));
}

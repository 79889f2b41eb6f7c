/** Orders summed by who they counted for, brought onto the nodes of a plan. */
import { samePeriodLastYear } from '@milepost/calendar';
import { personNodeId } from './types.ts';
import type { NodeMonths } from './types.ts';

/** One group of orders: a month, the person and unit they counted for then, and who looks after the account now. */
export interface OrderGroup {
  readonly month: string;
  readonly ownerId: string | null;
  readonly unitId: string | null;
  readonly amountMinor: number;
}

/** What a tree is needed for here. */
export interface ActualNode {
  readonly id: string;
  readonly parentId: string | null;
}

type Sums = Record<string, Record<string, number>>;

/**
 * Actuals of every node by month, as they counted at the time. A group goes to the person's node in that unit; a person
 * without one there goes to the unit itself, so that no amount is lost on the way up.
 */
export function actualsByNode(
  nodes: readonly ActualNode[],
  groups: readonly OrderGroup[],
): Record<string, Record<string, number>> {
  const ids = new Map(nodes.map((node) => [node.id, node]));
  const sums: Sums = {};
  for (const { month, ownerId, unitId, amountMinor } of groups) {
    const own = unitId !== null && ownerId !== null ? ids.get(personNodeId(unitId, ownerId)) : undefined;
    const start = own ?? (unitId === null ? undefined : ids.get(unitId));
    for (let node = start; node !== undefined; node = node.parentId === null ? undefined : ids.get(node.parentId)) {
      const months = (sums[node.id] ??= {});
      months[month] = (months[month] ?? 0) + amountMinor;
    }
  }
  return sums;
}

/** Last year's months of leaves as this year's weights: what a spread by reference takes. */
export function asThisYear(lastYear: NodeMonths, months: readonly string[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(lastYear).map(([node, values]) => [
      node,
      Object.fromEntries(months.map((month) => [month, Math.max(0, values[samePeriodLastYear(month)] ?? 0)])),
    ]),
  );
}

/** Adds up months. */
export function totalOf(months: Readonly<Record<string, number | null>> | undefined): number {
  return Object.values(months ?? {}).reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

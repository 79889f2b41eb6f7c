import type { CostParts } from '../solution.ts';
import { costOf } from '../search/describe.ts';
import { emptySnapshot } from '../search/snapshot.ts';
import type { Snapshot } from '../search/snapshot.ts';
import { nodesOf } from '../search/describe.ts';
import { loadPlan } from './load-plan.ts';
import type { ReplanCase } from './replan-case.ts';

/** What a repaired plan costs more than the published one, part by part. Everything outside of the case is the same in both. */
export function priceDifference(one: ReplanCase, plan: Snapshot): CostParts {
  const { prices, model, slots } = one;
  const lists = new Map<number, number[]>();
  const kept: (readonly number[])[] = [];
  slots.forEach(({ slot, part, units }, i) => {
    if (part === 'kept') kept.push(units);
    else {
      // The part that is done comes first in the list of slots.
      const now = part === 'done' ? units : nodesOf(model, plan, i).map((node) => model.clientOf[node]!);
      lists.set(slot, [...(lists.get(slot) ?? []), ...now]);
    }
  });
  const after = prices.slots.map((slot) => (slot < 0 ? kept.shift()! : (lists.get(slot) ?? [])));
  return minus(price(one, after), price(one, prices.published));
}

function price({ prices, request }: ReplanCase, lists: readonly (readonly number[])[]): CostParts {
  return costOf(prices.model, emptySnapshot(loadPlan(prices.model, lists, request.seed)));
}

/** Part by part. */
export function minus(a: CostParts, b: CostParts): CostParts {
  const parts = Object.keys(a) as (keyof CostParts)[];
  return Object.fromEntries(parts.map((part) => [part, a[part] - b[part]])) as unknown as CostParts;
}

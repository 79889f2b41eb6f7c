import type { Instance } from '../instance.ts';
import type { Route } from '../solution.ts';
import type { Travel } from './travel-lookup.ts';

/** A place that needs somebody: where, on which days, and who may go (null: everybody). */
export interface Need {
  readonly place: number;
  readonly days: ReadonlySet<number>;
  readonly mayGo: (vehicle: number) => boolean;
}

/** For each vehicle, by need, the least detour that a visit would take on one of its days. */
interface Detours {
  readonly vehicle: number;
  detour: number;
}

/**
 * Who is looked at: the vehicles concerned, then for each need in turn the next nearest one, until there are enough. Nearness is the
 * detour on the published routes, without regard to time; empty days count as the way there and back.
 */
export function affectedVehicles(
  instance: Instance,
  routes: readonly Route[],
  travel: Travel,
  concerned: ReadonlySet<number>,
  needs: readonly Need[],
  reach: number,
): number[] {
  const chosen = new Set(concerned);
  const routeOf = new Map(routes.map((route) => [route.slot, route]));
  const lists = needs.map((need) => ranked(instance, routeOf, travel, need));
  const most = Math.max(reach, concerned.size + (needs.length > 0 && reach > 1 ? 1 : 0));
  for (let rank = 0; chosen.size < most && lists.some((list) => rank < list.length); rank++) {
    for (const list of lists) if (rank < list.length && chosen.size < most) chosen.add(list[rank]!.vehicle);
  }
  return [...chosen].sort((a, b) => a - b);
}

function ranked(instance: Instance, routeOf: ReadonlyMap<number, Route>, travel: Travel, need: Need): Detours[] {
  const { slots, clients } = instance;
  const best = new Map<number, number>();
  for (const day of need.days) {
    for (let r = slots.dayFrom[day]!; r < slots.dayFrom[day + 1]!; r++) {
      const vehicle = slots.vehicle[r]!;
      if (!need.mayGo(vehicle)) continue;
      let least = best.get(vehicle) ?? Infinity;
      let at = slots.startPlace[r]!;
      const visits = routeOf.get(r)?.visits ?? [];
      for (let i = 0; i <= visits.length; i++) {
        const to = i < visits.length ? clients.place[visits[i]!.client]! : slots.endPlace[r]!;
        least = Math.min(least, travel.distance(at, need.place) + travel.distance(need.place, to) - travel.distance(at, to));
        at = to;
      }
      best.set(vehicle, least);
    }
  }
  const list: Detours[] = [...best].map(([vehicle, detour]) => ({ vehicle, detour }));
  return list.sort((a, b) => a.detour - b.detour || a.vehicle - b.vehicle);
}

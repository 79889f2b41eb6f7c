import type { Solution } from '../solution.ts';
import { describe } from '../search/describe.ts';
import { answerRoutes } from './answer-routes.ts';
import { brokenPromises } from './broken-promises.ts';
import { countChanges } from './change-count.ts';
import { diffPlans } from './diff-plans.ts';
import type { LoneVisit, MovedVisit } from './diff-plans.ts';
import { priceDifference } from './price-difference.ts';
import type { PlannedVisit } from './planned-visit.ts';
import type { Repaired } from './repair.ts';
import type { DroppedVisit, MoveReason, ReplanOption } from './replan-answer.ts';
import type { ReplanCase } from './replan-case.ts';

/** Turns a repaired plan into an answer: what changed, why, and what it costs. */
export function buildOption(one: ReplanCase, repaired: Repaired): ReplanOption {
  const { units, request } = one;
  const solution = describe(one.model, repaired.plan);
  const routes = answerRoutes(one, solution);
  const planned = plannedOf(one, solution, routes);
  const known = units.flatMap((unit, u) => (unit.urgent === null ? [u] : []));
  const tolerance = request.budget.tolerance ?? 15;
  const diff = diffPlans(
    known.flatMap((u) => units[u]!.published),
    known.flatMap((u) => planned[u]!),
    { tolerance },
  );
  const urgent = units.flatMap(({ client, urgent: event }, u): LoneVisit<number>[] =>
    event === null ? [] : planned[u]!.map((visit, occurrence) => ({ client, occurrence, visit })),
  );
  const added = [...diff.added, ...urgent].sort((a, b) => a.client - b.client);
  const cancelled = units.flatMap(({ client, cancelled: list, published }) =>
    list.map((visit, i): DroppedVisit => ({ client, occurrence: published.length + i, visit, why: 'cancelled' })),
  );
  const dropped = [
    ...diff.removed.map((lone): DroppedVisit => ({ ...lone, why: whyDropped(one, solution, lone) })),
    ...cancelled,
  ];
  const removed = dropped.map(({ client, occurrence, visit }) => ({ client, occurrence, visit }));
  return {
    routes,
    moved: diff.moved.map((move) => ({ ...move, why: whyMoved(one, repaired, planned, move) })),
    shifted: diff.shifted,
    added,
    dropped: dropped.sort((a, b) => a.client - b.client || a.occurrence - b.occurrence),
    broken: brokenPromises(one, repaired, solution, planned, diff),
    count: countChanges({ ...diff, added, removed }),
    difference: priceDifference(one, repaired.plan),
  };
}

/** The visits of each unit in a plan, in the numbering of the answer. */
function plannedOf(one: ReplanCase, solution: Solution, routes: ReplanOption['routes']): PlannedVisit<number>[][] {
  const starts = new Map(
    routes.flatMap(({ slot, visits }) => visits.map(({ client, start }) => [`${slot} ${client}`, start] as const)),
  );
  const planned: PlannedVisit<number>[][] = one.units.map(() => []);
  for (const route of solution.routes) {
    const { slot, part } = one.slots[route.slot]!;
    for (const { client: unit } of route.visits) {
      const { client, published } = one.units[unit]!;
      const as = published.find(({ day }) => day === route.day);
      // What is done, and visits of others, are as published.
      const start = part === 'open' ? (starts.get(`${slot} ${client}`) ?? null) : (as?.start ?? null);
      const vehicle = one.vehicles[route.vehicle] ?? as?.vehicle ?? -1;
      planned[unit]!.push({ client, day: route.day, vehicle, start: start === null || !Number.isFinite(start) ? null : start });
    }
  }
  return planned;
}

function unitOf({ units }: ReplanCase, client: number): number {
  return units.findIndex((unit) => unit.client === client && unit.urgent === null);
}

function whyMoved(
  one: ReplanCase,
  { displaced }: Repaired,
  planned: readonly PlannedVisit<number>[][],
  { client, from }: MovedVisit<number>,
): MoveReason {
  const { effects, model, units } = one;
  const event =
    effects.cancelled.get(client * model.days + from.day)?.event ?? displaced.get(from.day * model.clients + unitOf(one, client));
  if (event !== undefined) return { code: 'event', event };
  const wish = effects.wishes.get(client * model.days + from.day);
  if (wish !== undefined) return { code: 'event', event: wish.event };
  const room = planned.flatMap((visits, u) => {
    const came = visits.some(({ day, vehicle }) => day === from.day && vehicle === from.vehicle);
    const was = units[u]!.published.some(({ day, vehicle }) => day === from.day && vehicle === from.vehicle);
    return came && !was ? [units[u]!.client] : [];
  });
  return room.length > 0 ? { code: 'makes-room', room } : { code: 'better' };
}

function whyDropped(one: ReplanCase, solution: Solution, { client, visit }: LoneVisit<number>): DroppedVisit['why'] {
  const { effects, model } = one;
  if (effects.cancelled.has(client * model.days + visit.day)) return 'cancelled';
  const unit = unitOf(one, client);
  return solution.unserved.find((missing) => missing.client === unit)?.reason ?? 'frequency';
}

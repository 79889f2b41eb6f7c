import type { Solution } from '../solution.ts';
import type { PlanDiff } from './diff-plans.ts';
import type { PlannedVisit } from './planned-visit.ts';
import { slotsOf } from './read-events.ts';
import type { Repaired } from './repair.ts';
import type { BrokenKind, BrokenPromise, BrokenReason } from './replan-answer.ts';
import type { CasePromise, ReplanCase } from './replan-case.ts';

/** Names every promise that a plan does not keep: to customers, decisions of people, urgent wishes, required visits. */
export function brokenPromises(
  one: ReplanCase,
  repaired: Repaired,
  solution: Solution,
  planned: readonly (readonly PlannedVisit<number>[])[],
  diff: PlanDiff<number>,
): BrokenPromise[] {
  const promised = one.promises.flatMap((promise): BrokenPromise[] => {
    const kind = brokenKind(promise, planned[promise.unit]!);
    if (kind === null) return [];
    const { client } = one.units[promise.unit]!;
    const here = planned[promise.unit]!.find(({ day }) => day === promise.day) ?? null;
    const moved = diff.moved.find((move) => move.client === client && move.from.day === promise.day)?.to ?? null;
    const event = eventFor(one, repaired, promise);
    return [{ kind, client, day: promise.day, reason: reasonFor(one, solution, promise, here), event, instead: here ?? moved }];
  });
  return [...promised, ...missing(one, repaired, solution, planned, promised)];
}

function brokenKind({ day, vehicle, window, kind }: CasePromise, visits: readonly PlannedVisit<number>[]): BrokenKind | null {
  const here = visits.find((visit) => visit.day === day);
  if (here === undefined) return kind;
  if (window !== null && here.start !== null && (here.start < window[0] - 1e-6 || here.start > window[1] + 1e-6)) return kind;
  if (vehicle >= 0 && here.vehicle !== vehicle) return kind === 'held' ? 'held' : 'person';
  return null;
}

function absentEvent({ request, effects }: ReplanCase, vehicle: number, day: number): number | undefined {
  if (vehicle < 0) return undefined;
  return slotsOf(request.instance, vehicle, day)
    .map((slot) => effects.absent.get(slot))
    .find((event) => event !== undefined);
}

function publishedBy({ units }: ReplanCase, { unit, day, vehicle }: CasePromise): number {
  return vehicle >= 0 ? vehicle : (units[unit]!.published.find((visit) => visit.day === day)?.vehicle ?? -1);
}

function eventFor(one: ReplanCase, { displaced }: Repaired, promise: CasePromise): number | null {
  const { effects, model, units } = one;
  const key = units[promise.unit]!.client * model.days + promise.day;
  const node = promise.day * model.clients + promise.unit;
  return (
    displaced.get(node) ??
    effects.wishes.get(key)?.event ??
    effects.hours.get(key)?.event ??
    absentEvent(one, publishedBy(one, promise), promise.day) ??
    null
  );
}

function reasonFor(one: ReplanCase, solution: Solution, promise: CasePromise, here: PlannedVisit<number> | null): BrokenReason {
  if (absentEvent(one, publishedBy(one, promise), promise.day) !== undefined) return 'absent';
  const found = solution.unserved.find(({ client, promisedDay }) => client === promise.unit && promisedDay === promise.day);
  return found?.reason ?? (here === null ? 'full-time' : 'closed');
}

function missing(
  one: ReplanCase,
  { displaced }: Repaired,
  solution: Solution,
  planned: readonly (readonly PlannedVisit<number>[])[],
  promised: readonly BrokenPromise[],
): BrokenPromise[] {
  return one.units.flatMap(({ client, urgent, published }, unit): BrokenPromise[] => {
    const lacks = (urgent === null ? published.length : 1) - planned[unit]!.length;
    const required = urgent !== null || one.model.required[unit] === 1;
    const named = promised.filter((broken) => urgent === null && broken.client === client && broken.instead === null).length;
    if (!required || lacks <= named) return [];
    const reason = solution.unserved.find((entry) => entry.client === unit)?.reason ?? 'full-time';
    const lost = published.map(({ day }) => displaced.get(day * one.model.clients + unit)).find((event) => event !== undefined);
    const days = urgent === null ? [] : (one.effects.urgent.find(({ event }) => event === urgent)?.data.days ?? []);
    const day = days.length === 1 ? days[0]! : null;
    return [{ kind: urgent === null ? 'required' : 'urgent', client, day, reason, event: urgent ?? lost ?? null, instead: null }];
  });
}

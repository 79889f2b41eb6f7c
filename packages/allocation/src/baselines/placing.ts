/** Where a member id of a fact belongs on an axis of the plan. */
import { fromEpochDay, isPlanPeriod, periodInterval, toEpochDay } from '@milepost/calendar';
import type { DateInterval, PeriodId, PeriodScheme } from '@milepost/calendar';
import type { Axis } from '../axis.ts';
import type { Plan } from '../plan.ts';
import type { UnusedReason } from './facts.ts';

/** A member number, or why there is none. */
export type Placed = number | UnusedReason;

/** Looks ids up once each. */
export function placer(find: (id: string) => Placed): (id: string) => Placed {
  const known = new Map<string, Placed>();
  return (id) => {
    let placed = known.get(id);
    if (placed === undefined) known.set(id, (placed = find(id)));
    return placed;
  };
}

/** Leaves by id; a member above them is `notLeaf`. */
export function leafPlace(axis: Axis): (id: string) => Placed {
  return (id) => {
    const member = axis.numberOf.get(id);
    if (member === undefined) return 'member';
    return axis.next[member] === member + 1 ? member : 'notLeaf';
  };
}

/** Periods: a member of that id, else the leaf whose days contain those of the period. */
export function periodPlace(axis: Axis, scheme: PeriodScheme): (id: PeriodId) => Placed {
  const days = leafDays(axis, scheme);
  return (id) => {
    const member = axis.numberOf.get(id);
    if (member !== undefined) return member;
    if (days === null || !isPlanPeriod(id)) return 'period';
    const { start, end } = spanOf(id, scheme);
    const found = days.find((leaf) => leaf.start <= start && end <= leaf.end);
    return found === undefined ? 'period' : found.member;
  };
}

/** The days of every leaf; null when leaves are no periods of the calendar. */
function leafDays(axis: Axis, scheme: PeriodScheme): { member: number; start: number; end: number }[] | null {
  const leaves = Array.from(axis.leaves);
  if (!leaves.every((leaf) => isPlanPeriod(axis.ids[leaf]))) return null;
  return leaves.map((member) => ({ member, ...spanOf(axis.ids[member] as string, scheme) }));
}

function spanOf(id: PeriodId, scheme: PeriodScheme): { start: number; end: number } {
  const { start, end } = periodInterval(id, scheme);
  return { start: toEpochDay(start), end: toEpochDay(end) };
}

/** The days of a plan's time axis; null when it has none, or its leaves are no periods of the calendar. */
export function planSpan(plan: Plan, scheme: PeriodScheme): DateInterval | null {
  const axis = plan.grid.axes.at(-1);
  const days = axis?.kind === 'time' ? leafDays(axis, scheme) : null;
  if (days === null) return null;
  const [start, end] = [Math.min(...days.map((leaf) => leaf.start)), Math.max(...days.map((leaf) => leaf.end))];
  return { start: fromEpochDay(start), end: fromEpochDay(end) };
}

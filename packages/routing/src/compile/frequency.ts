import { diffDays } from '@milepost/calendar';
import type { Customer, VisitProblem } from '../problem/visit-problem.ts';

/** How often a customer is wanted, with everything filled in. Days are calendar days counted from the first day of the horizon. */
export interface Wanted {
  readonly visits: number;
  readonly leastGap: number;
  /** Infinity: no limit. */
  readonly greatestGap: number;
  /** Null: never visited. */
  readonly lastVisit: number | null;
}

/**
 * The number of visits is stated, or the fewest that keep every gap up to the day after the horizon within the greatest one. Whoever was
 * never visited is due from the first day on and gets one visit at least.
 */
export function wantedOf({ frequency, lastVisit }: Customer, { from, until }: VisitProblem['horizon']): Wanted {
  const span = diffDays(from, until);
  const last = lastVisit === null ? null : diffDays(from, lastVisit);
  const { leastGapDays, greatestGapDays } = frequency;
  const greatest = greatestGapDays ?? Infinity;
  const fewest = (since: number): number => Math.max(0, Math.ceil((span - since) / greatest) - 1);
  const due = last === null ? Math.max(1, fewest(-1)) : fewest(Math.max(last, -greatest));
  return {
    visits: frequency.visits ?? due,
    leastGap: leastGapDays ?? 1,
    greatestGap: frequency.lateAllowed ? Infinity : greatest,
    lastVisit: last,
  };
}

/** The most visits that keep the least gap on the given days (ascending); taking each as early as possible is best. */
export function mostVisits(days: readonly number[], { leastGap, lastVisit }: Pick<Wanted, 'leastGap' | 'lastVisit'>): number {
  let last = lastVisit ?? -Infinity;
  let count = 0;
  for (const day of days) {
    if (day - last < leastGap) continue;
    count += 1;
    last = day;
  }
  return count;
}

/**
 * Whether some choice of exactly `visits` of the days keeps all gaps, the last one up to the day after the horizon's last. Who is overdue
 * when the horizon begins, or was never visited, counts as visited on its eve: days later than that gap allows only help where nobody
 * can come before.
 */
export function gapsPossible(
  days: readonly number[],
  wanted: Wanted,
  horizon: { readonly first: number; readonly last: number },
): boolean {
  const { visits, leastGap, greatestGap, lastVisit } = wanted;
  if (visits === 0 || greatestGap === Infinity || days.length === 0) return visits <= mostVisits(days, wanted);
  const fits = (gap: number): boolean => gap >= leastGap && gap <= greatestGap;
  const due = lastVisit === null || lastVisit + greatestGap < horizon.first;
  const latest = due ? Math.max(horizon.first - 1 + greatestGap, days[0]!) : lastVisit + greatestGap;
  let reached = days.map((day) => day <= latest && (lastVisit === null || day - lastVisit >= leastGap));
  for (let k = 2; k <= visits; k += 1) {
    const before = reached;
    reached = days.map((day, index) => before.some((is, earlier) => is && earlier < index && fits(day - days[earlier]!)));
  }
  return reached.some((is, index) => is && horizon.last + 1 - days[index]! <= greatestGap);
}

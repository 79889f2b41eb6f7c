import type { Due } from './due.ts';
import { isDue } from './due.ts';
import type { PlannedAccount, VisitRecord } from './types.ts';

/** The numbers of a week, with the visits and accounts each is made of. Ratios are null where nothing can be divided. */
export interface WeekFigures {
  readonly planned: readonly VisitRecord[];
  readonly completed: readonly VisitRecord[];
  readonly effective: readonly VisitRecord[];
  readonly cancelled: readonly VisitRecord[];
  /** Accounts to be seen by the end of the week that are on no day of it. */
  readonly dueUnplanned: readonly Due[];
  readonly overdue: readonly Due[];
  readonly overdueA: readonly Due[];
  /** 有效拜访率 and its two companions, so that nobody picks the flattering one. */
  readonly rates: VisitRates;
}

/** 有效/完成, 有效/计划, 完成/计划. */
export interface VisitRates {
  readonly effectiveOfCompleted: number | null;
  readonly effectiveOfPlanned: number | null;
  readonly completedOfPlanned: number | null;
}

/** Divides counts; add numerators and denominators first, never the rates. */
export function ratesOf(count: { readonly planned: number; readonly completed: number; readonly effective: number }): VisitRates {
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    effectiveOfCompleted: share(count.effective, count.completed),
    effectiveOfPlanned: share(count.effective, count.planned),
    completedOfPlanned: share(count.completed, count.planned),
  };
}

/** Counts a week. `visits` are those of the week; a cancelled visit was not kept, but it was planned: it stays in the plan. */
export function weekFigures(
  visits: readonly VisitRecord[],
  dues: readonly Due[],
  accounts: ReadonlyMap<string, PlannedAccount>,
  spokenFor: ReadonlySet<string>,
): WeekFigures {
  const completed = visits.filter(({ value }) => value.status === 'completed');
  const effective = completed.filter(({ value }) => value.effective?.value);
  const overdue = dues.filter((due) => due.status === 'overdue');
  const counts = { planned: visits.length, completed: completed.length, effective: effective.length };
  return {
    planned: visits,
    completed,
    effective,
    cancelled: visits.filter(({ value }) => value.status === 'cancelled'),
    dueUnplanned: dues.filter((due) => isDue(due) && !spokenFor.has(due.accountId)),
    overdue,
    overdueA: overdue.filter((due) => accounts.get(due.accountId)?.tier === 'A'),
    rates: ratesOf(counts),
  };
}

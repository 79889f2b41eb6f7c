import { ratesOf } from './figures.ts';
import type { VisitRates } from './figures.ts';
import type { VisitRecord } from './types.ts';

/** One person's week, or the sum of several. */
export interface ExecutionRow {
  readonly id: string;
  readonly name: string;
  readonly planned: number;
  readonly completed: number;
  readonly effective: number;
  readonly overdueA: number;
  readonly rates: VisitRates;
  /** Planned and completed by day. */
  readonly days: ReadonlyMap<string, { readonly planned: number; readonly completed: number }>;
}

/** Counts a week for one person. */
export function executionOf(id: string, name: string, visits: readonly VisitRecord[], overdueA: number): ExecutionRow {
  const completed = visits.filter(({ value }) => value.status === 'completed');
  const counts = {
    planned: visits.length,
    completed: completed.length,
    effective: completed.filter(({ value }) => value.effective?.value).length,
  };
  const days = new Map<string, { planned: number; completed: number }>();
  for (const { value } of visits) {
    const day = days.get(value.dayOn) ?? { planned: 0, completed: 0 };
    day.planned += 1;
    if (value.status === 'completed') day.completed += 1;
    days.set(value.dayOn, day);
  }
  return { id, name, ...counts, overdueA, rates: ratesOf(counts), days };
}

/** Sums rows; rates come from the summed counts, never from rates. */
export function totalOf(name: string, rows: readonly ExecutionRow[]): ExecutionRow {
  const sum = (pick: (row: ExecutionRow) => number): number => rows.reduce((all, row) => all + pick(row), 0);
  const counts = {
    planned: sum((row) => row.planned),
    completed: sum((row) => row.completed),
    effective: sum((row) => row.effective),
  };
  const days = new Map<string, { planned: number; completed: number }>();
  for (const row of rows) {
    for (const [dayOn, { planned, completed }] of row.days) {
      const day = days.get(dayOn) ?? { planned: 0, completed: 0 };
      days.set(dayOn, { planned: day.planned + planned, completed: day.completed + completed });
    }
  }
  return { id: 'total', name, ...counts, overdueA: sum((row) => row.overdueA), rates: ratesOf(counts), days };
}
